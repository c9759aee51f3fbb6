"""Meetings: their list by term and kind, and for each its agenda, attendance, votes and papers."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from press.content_types.meetings import Attendance, Evaluation, Kind, Vote
from press.model.document import Document
from press.model.values import heads, names
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal.articles import article
from press.outputs.portal.charts import Bar, Count, bar, members, tally, vote_bar
from press.outputs.portal.facts import Fact, Value, people
from press.outputs.portal.links import Link, Person, link, links, person
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import days, session, term
from press.record.meetings import SECTIONS, Sitting, documents_of, reported_in, section_of, sittings
from press.record.offices import by_title


class Entry(NamedTuple):
    """A meeting in the list."""

    title: str
    href: str
    date: str
    when: str
    notes: tuple[str, ...]


class Ballot(NamedTuple):
    """One vote: what on, how it went, and in which papers; ``roll`` are names by how they voted."""

    item: str
    links: tuple[Link, ...]
    counts: tuple[Count, ...]
    bar: Bar
    result: str
    roll: tuple[tuple[str, tuple[Person, ...]], ...]


class Poll(NamedTuple):
    """One evaluation of a report."""

    item: str
    links: tuple[Link, ...]
    counts: tuple[Count, ...]
    bar: Bar


class Roll(NamedTuple):
    """Who was there: figures, and names by title where they are given."""

    counts: tuple[Count, ...]
    bar: Bar
    present: tuple[tuple[str, tuple[Person, ...]], ...]
    missing: tuple[tuple[str, tuple[Person, ...]], ...]
    non_voting: tuple[tuple[str, tuple[Person, ...]], ...]


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield the list of meetings and the page of each."""
    found = sittings(views.library, public=True)
    yield _list(views, found)
    for kind in Kind:
        held = [sitting for sitting in found if sitting.meeting.kind is kind]
        for index, sitting in enumerate(held):
            older = held[index - 1].document if index else None
            newer = held[index + 1].document if index + 1 < len(held) else None
            yield _meeting(context, views, sitting, older, newer)


def _list(views: Views, found: Sequence[Sitting]) -> Page:
    order = list(Kind)

    def group(sitting: Sitting) -> tuple[int, int]:
        return -(sitting.meeting.term or 0), order.index(sitting.meeting.kind)

    newest = list(reversed(found))
    newest.sort(key=group)
    terms = [
        (
            term(-number) or "其他会议",
            [
                (order[kind].value, [_entry(views, sitting) for sitting in held])
                for (_, kind), held in groupby(of_term, key=group)
            ],
        )
        for number, of_term in groupby(newest, key=lambda sitting: group(sitting)[0])
    ]
    slots = {"heading": views.library.types["meetings"], "terms": terms, "count": len(found)}
    said = f"历次会议的议程、出席情况、表决结果和文件，共{len(found)}次会议"
    return Page("meetings", "meetings/", "meetings", "会议", said, hashed(slots), lambda: slots)


def _entry(views: Views, sitting: Sitting) -> Entry:
    meeting, document = sitting.meeting, sitting.document
    papers = sum(paper.public for paper in documents_of(views.library, sitting))
    when, notes = days(meeting.first_day, meeting.last_day), tuple(_notes(sitting, papers))
    return Entry(document.title, document.permalink, meeting.last_day.isoformat(), when, notes)


def _notes(sitting: Sitting, papers: int) -> Iterator[str]:
    meeting = sitting.meeting
    if meeting.attendance:
        expected, present = heads(meeting.attendance.expected), heads(meeting.attendance.present)
        yield f"应到{expected}人，实到{present}人"
    if meeting.votes:
        yield f"表决{len(meeting.votes)}项"
    if papers:
        yield f"文件{papers}件"


def _meeting(
    context: Context, views: Views, sitting: Sitting, older: Document | None, newer: Document | None
) -> Page:
    library, meeting, document = views.library, sitting.meeting, sitting.document
    papers = [paper for paper in documents_of(library, sitting) if paper.public]
    news = [report for report in reported_in(library, sitting) if report.public]
    attendance = meeting.attendance
    # Who is who depends on the roster and on the deputies' pages, so the key needs them.
    roll = _roll(views, sitting, attendance) if attendance else None
    ballots = [_ballot(views, sitting, vote) for vote in meeting.votes]
    polls = [_poll(views, evaluation) for evaluation in meeting.evaluations]
    chair = tuple(people(views, "主持人", meeting.chair or ""))
    shown = [link(views, paper) for paper in (*papers, *news)]

    def slots() -> dict[str, Any]:
        sections = [
            (label or "其他文件", [link(views, paper) for paper in papers if section_of(paper) == label])
            for label in (*SECTIONS, None)
        ]
        return {
            "facts": [*_facts(sitting), *chair],
            "agenda": [(item.item, links(views, item.documents)) for item in meeting.agenda],
            "roll": roll,
            "ballots": ballots,
            "members": members(meeting),
            "polls": polls,
            "sections": [(label, found) for label, found in sections if found],
            "news": [link(views, report) for report in news],
        }

    own = hashed(shown, roll, ballots, polls, chair)
    page = article(context, views, document, older, newer, "meeting", (own, slots))
    said = "，".join([days(meeting.first_day, meeting.last_day), *_notes(sitting, len(papers))])
    return page._replace(description=document.meta.summary or f"{document.title}：{said}")


def _facts(sitting: Sitting) -> Iterator[Fact]:
    meeting = sitting.meeting
    rows = (
        ("会议种类", meeting.kind.value),
        ("届次", session(sitting) if meeting.session else term(meeting.term)),
        ("时间", days(meeting.first_day, meeting.last_day)),
        ("地点", meeting.place),
    )
    for label, text in rows:
        if text:
            yield Fact(label, (Value(text),))


def _roll(views: Views, sitting: Sitting, attendance: Attendance) -> Roll:
    counts = (
        Count("for", "实到", heads(attendance.present)),
        Count("abstain", "请假", heads(attendance.on_leave)),
        Count("against", "缺席", heads(attendance.absent)),
    )
    expected = heads(attendance.expected)
    words = f"应到{expected}人，" + "，".join(f"{c.label}{c.value}人" for c in counts)
    pairs = [(count.look, count.value) for count in counts]
    there = by_title(views.library, names(attendance.present), sitting.meeting.first_day)
    missing = (("请假", attendance.on_leave), ("缺席", attendance.absent))
    return Roll(
        (Count("", "应到", expected), *counts),
        bar(words, pairs, max(expected, sum(count.value for count in counts))),
        tuple((title, _people(views, who)) for title, who in there),
        tuple((label, _people(views, names(who))) for label, who in missing if names(who)),
        tuple((group.office, _people(views, group.people)) for group in attendance.non_voting),
    )


def _people(views: Views, written: Sequence[str]) -> tuple[Person, ...]:
    return tuple(person(views, name) for name in written)


def _ballot(views: Views, sitting: Sitting, vote: Vote) -> Ballot:
    counts = tally(vote)
    who = zip(counts, (vote.for_, vote.against, vote.abstain, vote.not_voted), strict=True)
    roll = tuple((count.label, _people(views, names(value))) for count, value in who if names(value))
    result = sitting.meeting.outcome(vote)
    return Ballot(
        vote.item,
        links(views, (vote.document,) if vote.document else ()),
        counts,
        vote_bar(vote, members(sitting.meeting)),
        result.value if result else "",
        roll,
    )


def _poll(views: Views, evaluation: Evaluation) -> Poll:
    counts = (
        Count("for", "满意", heads(evaluation.satisfied)),
        Count("abstain", "基本满意", heads(evaluation.mostly_satisfied)),
        Count("against", "不满意", heads(evaluation.dissatisfied)),
        Count("silent", "未交测评票", heads(evaluation.not_voted)),
    )
    words = "，".join(f"{count.label}{count.value}票" for count in counts if count.value)
    pairs = [(count.look, count.value) for count in counts]
    document = (evaluation.document,) if evaluation.document else ()
    return Poll(evaluation.item, links(views, document), counts, bar(words, pairs, evaluation.total))
