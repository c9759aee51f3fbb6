"""The box of facts on a document's page: who, when, at which meeting, and what it led to."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from press.content_types.chronicles import Chronicle
from press.content_types.decisions import Decision
from press.content_types.notices import Notice
from press.content_types.opinions import Opinion
from press.content_types.reports import Report
from press.content_types.speeches import Speech
from press.model.document import Document
from press.model.values import Tally
from press.outputs.portal.charts import Bar, in_words, members, tally, vote_bar
from press.outputs.portal.links import Person, link, person
from press.outputs.portal.views import Views
from press.outputs.portal.words import day, days
from press.record import deliberations
from press.record.meetings import Sitting, meeting_of


class Value(NamedTuple):
    """One value of a fact: words, where they lead to (or ""), and a note behind them."""

    text: str
    href: str = ""
    note: str = ""


class Fact(NamedTuple):
    """A fact: its name and its values; ``bar`` shows the figures of a vote."""

    label: str
    values: tuple[Value, ...]
    bar: Bar | None = None


def facts(views: Views, document: Document) -> tuple[Fact, ...]:
    """Return what the box on the page of ``document`` says; nothing where there is none."""
    make = _OF.get(document.type)
    meta: Any = document.meta
    # Most articles belong to nothing: ten thousand of them must not be asked twice.
    if make is None or (make is _article and not meta.meeting and not meta.deputies):
        return ()
    return tuple(make(views, document))


def meeting(views: Views, document: Document) -> Iterator[Fact]:
    """Yield the meeting a document belongs to, if it is public."""
    sitting = meeting_of(views.library, document)
    if sitting is not None and sitting.document.public:
        found = sitting.document
        yield Fact("所属会议", (Value(found.title, found.permalink),))


def people(views: Views, label: str, *written: str) -> Iterator[Fact]:
    """Yield people by name, linked to their pages."""
    values = tuple(_person(person(views, name)) for name in written if name)
    if values:
        yield Fact(label, values)


def _person(found: Person, note: str = "") -> Value:
    return Value(found.name, found.href, found.note + note)


def _said(label: str, text: str | None) -> Iterator[Fact]:
    if text:
        yield Fact(label, (Value(text),))


def _linked(views: Views, label: str, *documents: Document | None) -> Iterator[Fact]:
    found = [link(views, document) for document in documents if document is not None]
    if found:
        yield Fact(label, tuple(Value(to.title, to.href, f"（{to.date}）") for to in found))


def _article(views: Views, document: Document) -> Iterator[Fact]:
    yield from meeting(views, document)
    named = [views.library.by_ref.get(f"deputies/{name}") for name in getattr(document.meta, "deputies", ())]
    values = tuple(Value(d.title, d.permalink) for d in named if d is not None and d.public)
    if values:
        yield Fact("相关代表", values)


def _decision(views: Views, document: Document) -> Iterator[Fact]:
    meta = document.meta
    assert isinstance(meta, Decision)
    yield from meeting(views, document)
    yield from _said("通过日期", day(meta.adopted_on) if meta.adopted_on else None)
    yield from _said("施行日期", day(meta.effective_on) if meta.effective_on else None)
    sitting = meeting_of(views.library, document)
    if sitting is not None and not sitting.document.public:
        sitting = None
    votes = [v for v in sitting.meeting.votes if v.document == document.ref] if sitting else []
    vote = meta.vote or (votes[0] if votes else None)
    if vote is not None:
        yield tally_fact(vote, sitting)


def tally_fact(vote: Tally, sitting: Sitting | None) -> Fact:
    """The fact of a vote; the members of its meeting are the whole."""
    whole = members(sitting.meeting) if sitting else None
    result = sitting.meeting.outcome(vote) if sitting else vote.result
    said = in_words(tally(vote)) + (f"，{result.value}" if result else "")
    note = f"（全体{whole}人，竖线为半数）" if whole else ""
    return Fact("表决", (Value(said, note=note),), vote_bar(vote, whole))


def _report(views: Views, document: Document) -> Iterator[Fact]:
    meta, library = document.meta, views.library
    assert isinstance(meta, Report)
    yield from _said("报告机关", meta.organ)
    if meta.rapporteur:
        office = f"（{meta.office}）" if meta.office else ""
        yield Fact("报告人", (_person(person(views, meta.rapporteur), office),))
    yield from meeting(views, document)
    handled = deliberations.opinion_handled(library, document)
    yield from _linked(views, "所处理的审议意见", handled)
    if handled is not None:
        yield from _linked(views, "原报告", deliberations.report_on(library, handled))
    opinions = deliberations.opinions_on(library, document)
    yield from _linked(views, "审议意见", *opinions)
    answers = (report for opinion in opinions for report in deliberations.handlings_of(library, opinion))
    yield from _linked(views, "研究处理情况", *answers)


def _opinion(views: Views, document: Document) -> Iterator[Fact]:
    meta, library = document.meta, views.library
    assert isinstance(meta, Opinion)
    yield from _said("主送", meta.to)
    yield from _linked(views, "所审议的报告", deliberations.report_on(library, document))
    yield from meeting(views, document)
    yield from _said("办理期限", f"{day(meta.due_on)}前报告研究处理情况" if meta.due_on else None)
    yield from _linked(views, "研究处理情况", *deliberations.handlings_of(library, document))


def _notice(views: Views, document: Document) -> Iterator[Fact]:
    meta = document.meta
    assert isinstance(meta, Notice)
    yield from _said("发布机关", meta.organ)
    yield from meeting(views, document)
    yield from _said("通过日期", day(meta.adopted_on) if meta.adopted_on else None)


def _speech(views: Views, document: Document) -> Iterator[Fact]:
    meta = document.meta
    assert isinstance(meta, Speech)
    if meta.speaker:
        office = f"（{meta.office}）" if meta.office else ""
        yield Fact("讲话人", (_person(person(views, meta.speaker), office),))
    yield from meeting(views, document)


def _chronicle(views: Views, document: Document) -> Iterator[Fact]:
    meta = document.meta
    assert isinstance(meta, Chronicle)
    if meta.begins_on and meta.ends_on:
        yield from _said("起止日期", days(meta.begins_on, meta.ends_on))


_OF: dict[str, Callable[[Views, Document], Iterator[Fact]]] = {
    "news": _article,
    "stories": _article,
    "study": _article,
    "decisions": _decision,
    "reports": _report,
    "opinions": _opinion,
    "notices": _notice,
    "speeches": _speech,
    "chronicles": _chronicle,
}
