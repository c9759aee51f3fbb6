"""Meetings in their order, and what belongs to each of them."""

import datetime
from collections import defaultdict
from typing import NamedTuple

from press.content_types.meetings import Kind, Meeting
from press.content_types.reports import Report
from press.model.document import Document
from press.model.library import Library
from press.model.meta import Status
from press.record import each, once

SECTIONS = (
    "公告",
    "决议、决定",
    "规范性文件及说明",
    "专项工作报告",
    "讲话",
    "审议意见及研究处理情况",
    "人事任免",
    "大事记",
)
"""Sections of a bulletin in their canonical order.

The agenda stands before them all; votes and lists of attendance before the chronicle.
"""

_SECTION_OF = {
    "notices": "公告",
    "decisions": "决议、决定",
    "regulations": "规范性文件及说明",
    "reports": "专项工作报告",
    "speeches": "讲话",
    "opinions": "审议意见及研究处理情况",
    "appointments": "人事任免",
    "chronicles": "大事记",
}

PARTS = {"agenda": "会议议程", "votes": "表决结果", "attendance": "出席、请假、列席人员名单"}
"""Parts of a meeting's own record that are printed by themselves (``meetings/<id>#agenda``)."""


def section_of(document: Document) -> str | None:
    """The section of a bulletin that takes a document in; None when no bulletin does.

    草案的说明 and 审议结果报告 stand with what they explain, a report on how an opinion was handled
    with the opinions.
    """
    if isinstance(document.meta, Report):
        if document.meta.handles:
            return "审议意见及研究处理情况"
        if is_explanation(document):
            return "规范性文件及说明"
    return _SECTION_OF.get(document.type)


def is_explanation(document: Document) -> bool:
    """Whether a report explains a draft or tells what became of it."""
    return document.type == "reports" and any(
        word in document.title for word in ("说明", "审议结果", "审查结果", "修改情况")
    )


def has_part(document: Document, part: str) -> bool:
    """Return whether ``document`` is a meeting in which that part of the record is filled in."""
    meta = document.meta
    if not isinstance(meta, Meeting) or part not in PARTS:
        return False
    return bool(meta.votes or meta.evaluations if part == "votes" else getattr(meta, part))


class Sitting(NamedTuple):
    """A meeting with its document."""

    document: Document
    meeting: Meeting


def sittings(library: Library, kind: Kind | None = None, public: bool = False) -> list[Sitting]:
    """Return the meetings (of one kind) that have not been withdrawn, oldest first."""
    found = [Sitting(*pair) for pair in each(library, "meetings", Meeting, public)]
    found = [
        sitting
        for sitting in found
        if sitting.meeting.status is not Status.WITHDRAWN and kind in (None, sitting.meeting.kind)
    ]
    return sorted(found, key=_place)


def _place(sitting: Sitting) -> tuple[datetime.date, datetime.date, int, int, str]:
    meeting = sitting.meeting
    days = (meeting.first_day, meeting.last_day)
    return (*days, meeting.term or 0, meeting.session or 0, sitting.document.ref)


def meeting_named(library: Library, name: str | None) -> Sitting | None:
    """Return the meeting with the id ``name``, if there is one."""
    found = library.by_ref.get(f"meetings/{name}") if name else None
    return Sitting(found, found.meta) if found and isinstance(found.meta, Meeting) else None


def meeting_of(library: Library, document: Document) -> Sitting | None:
    """Return the meeting a document says it belongs to."""
    return meeting_named(library, getattr(document.meta, "meeting", None))


def documents_of(library: Library, sitting: Sitting) -> tuple[Document, ...]:
    """Return what belongs to a meeting, each once: as the agenda has it, then by type and day.

    News, stories and suggestions are no papers of a meeting.
    """
    meeting = sitting.meeting
    refs = [ref for item in meeting.agenda for ref in item.documents]
    refs += [vote.document for vote in meeting.votes if vote.document]
    refs += meeting.documents
    named = [library.by_ref[ref] for ref in refs if ref in library.by_ref]
    others = [d for d in once(library, _by_meeting).get(sitting.document.id, ()) if section_of(d)]
    others.sort(key=lambda d: (SECTIONS.index(section_of(d) or ""), d.date, d.ref))
    return tuple({document.ref: document for document in (*named, *others)}.values())


def reported_in(library: Library, sitting: Sitting) -> tuple[Document, ...]:
    """Return the news about a meeting, oldest first."""
    found = [d for d in once(library, _by_meeting).get(sitting.document.id, ()) if d.type == "news"]
    return tuple(sorted(found, key=lambda d: (d.date, d.ref)))


def _by_meeting(library: Library) -> dict[str, list[Document]]:
    groups: defaultdict[str, list[Document]] = defaultdict(list)
    for document in library.documents:
        name = getattr(document.meta, "meeting", None)
        if name:
            groups[name].append(document)
    return dict(groups)
