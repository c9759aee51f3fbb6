"""Appointments line by line, and the roster: who holds and held which office."""

import datetime
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from press.content_types.appointments import Appointment, Appointments
from press.model import values
from press.model.document import Document
from press.model.roster import Tenure
from press.model.values import heads
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal.articles import article
from press.outputs.portal.charts import Bar, Count, members, tally, vote_bar
from press.outputs.portal.facts import Fact, Value, meeting
from press.outputs.portal.links import Link, Person, link, person
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import day
from press.record import each
from press.record.meetings import meeting_of
from press.record.offices import public_offices, rank


class Line(NamedTuple):
    """One line of a list of appointments; ``votes`` are 赞成, 反对, 弃权, or "" without a vote."""

    date: str
    who: Person
    action: str
    ends: bool
    organ: str
    office: str
    votes: str
    paper: Link
    number: str


class Decided(NamedTuple):
    """A line on the page of its list, with its vote."""

    line: Line
    counts: tuple[Count, ...]
    bar: Bar | None
    result: str


class Holder(NamedTuple):
    """Someone in an office: days as YYYY-MM-DD, ``ends`` is "" while it lasts.

    ``begun`` and ``ended`` are the lists that say so, None where it is the roster itself.
    """

    who: Person
    begins: str
    ends: str
    acting: bool
    begun: Link | None
    ended: Link | None


class Post(NamedTuple):
    """An office and all who are recorded in it; ``now`` hold it on the newest day of the record."""

    office: str
    now: tuple[Holder, ...]
    former: tuple[Holder, ...]


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield the register of appointments and the page of each list."""
    documents = views.library.by_type.get("appointments", ())
    yield _register(views)
    for index, document in enumerate(documents):
        newer = documents[index - 1] if index else None
        older = documents[index + 1] if index + 1 < len(documents) else None
        yield _list(context, views, document, older, newer)


def _lines(views: Views, document: Document, meta: Appointments) -> list[Line]:
    date = (meta.adopted_on or meta.date).isoformat()
    paper = link(views, document)
    return [
        Line(
            date,
            person(views, line.name, line.person or ""),
            line.action.value,
            line.action.ends,
            line.organ or "",
            line.office,
            _votes(line),
            paper,
            meta.number or "",
        )
        for line in meta.appointments
    ]


def _votes(line: Appointment) -> str:
    vote = line.vote
    return f"{heads(vote.for_)}／{heads(vote.against)}／{heads(vote.abstain)}" if vote else ""


def _register(views: Views) -> Page:
    found = each(views.library, "appointments", Appointments, public=True)
    found.sort(key=lambda pair: (pair[1].adopted_on or pair[0].date, pair[0].ref), reverse=True)
    lines = [line for document, meta in found for line in _lines(views, document, meta)]
    years = [(year, list(of_year)) for year, of_year in groupby(lines, key=lambda line: line.date[:4])]
    heading = views.library.types["appointments"]
    slots = {
        "heading": heading,
        "years": years,
        "count": len(lines),
        "papers": len(found),
        "roster": bool(public_offices(views.library).tenures),
    }
    said = f"县人大及其常委会历次任免事项，共{len(lines)}项，可按姓名和职务查找"
    return Page("appointments", "appointments/", "appointments", heading, said, hashed(slots), lambda: slots)


def _list(
    context: Context, views: Views, document: Document, older: Document | None, newer: Document | None
) -> Page:
    meta = document.meta
    assert isinstance(meta, Appointments)
    sitting = meeting_of(views.library, document)
    if sitting is not None and not sitting.document.public:
        sitting = None
    whole = members(sitting.meeting) if sitting else None
    decided = []
    for written, line in zip(meta.appointments, _lines(views, document, meta), strict=True):
        vote = written.vote
        if vote is None:
            decided.append(Decided(line, (), None, ""))
            continue
        result = sitting.meeting.outcome(vote) if sitting else vote.result
        said = result.value if result else ""
        decided.append(Decided(line, tally(vote), vote_bar(vote, whole), said))
    facts = [*meeting(views, document), *_facts(meta)]
    own = hashed(decided, facts, whole)

    def slots() -> dict[str, Any]:
        voted = next((line.counts for line in decided if line.counts), ())
        return {"facts": facts, "lines": decided, "voted": voted, "members": whole}

    page = article(context, views, document, older, newer, "appointment", (own, slots))
    names = "、".join(dict.fromkeys(one.line.who.name for one in decided))
    return page._replace(description=document.summary or f"{document.title}：{names}")


def _facts(meta: Appointments) -> Iterator[Fact]:
    if meta.adopted_on:
        yield Fact("通过日期", (Value(day(meta.adopted_on)),))
    if meta.proposer:
        yield Fact("提请人", (Value(meta.proposer),))


def roster(views: Views) -> Iterator[Page]:
    """Yield the roster of offices, if anybody is known to hold any."""
    library = views.library
    tenures = public_offices(library).tenures
    if not tenures:
        return
    newest = newest_day(tenures)
    key = rank(library.roster)
    # Within an office the roster's own order counts (members stand by the strokes of their names).
    places = {(values.person(t.name), t.organ, t.office): i for i, t in enumerate(library.roster.tenures)}
    last = len(places)
    held = sorted(
        tenures,
        key=lambda t: (key((t.organ, t.office)), places.get((t.name, t.organ, t.office), last), t.begins),
    )
    first = {organ: index for index, organ in enumerate(dict.fromkeys(t.organ for t in held))}
    held.sort(key=lambda tenure: first[tenure.organ])
    organs = []
    for organ, of_organ in groupby(held, key=lambda tenure: tenure.organ):
        posts = [
            _post(views, office, list(found), newest)
            for office, found in groupby(of_organ, key=lambda tenure: tenure.office)
        ]
        organs.append((organ, posts, sum(len(post.former) for post in posts)))
    since = min(tenure.begins for tenure in tenures)
    slots = {
        "heading": "职务名册",
        "organs": organs,
        "newest": newest.isoformat(),
        "newest_said": day(newest),
        "since": since.isoformat(),
    }
    said = f"国家机关职务的现任和历任人员、任职日期和任免依据，可查任意一天（截至{day(newest)}）"
    yield Page("roster", "roster/", "roster", "职务名册", said, hashed(slots), lambda: slots)


def newest_day(tenures: list[Tenure]) -> datetime.date:
    """The last day on which anything is recorded to have changed."""
    days = [day for tenure in tenures for day in (tenure.begins, tenure.ends) if day]
    return max(days)


def _post(views: Views, office: str, tenures: list[Tenure], newest: datetime.date) -> Post:
    now = tuple(_holder(views, tenure) for tenure in tenures if tenure.holds(newest))
    former = tuple(_holder(views, tenure) for tenure in reversed(tenures) if not tenure.holds(newest))
    return Post(office, now, former)


def _holder(views: Views, tenure: Tenure) -> Holder:
    by_ref = views.library.by_ref
    return Holder(
        person(views, tenure.name, tenure.person),
        tenure.begins.isoformat(),
        tenure.ends.isoformat() if tenure.ends else "",
        tenure.acting,
        link(views, by_ref[tenure.begun_by]) if tenure.begun_by else None,
        link(views, by_ref[tenure.ended_by]) if tenure.ended_by else None,
    )
