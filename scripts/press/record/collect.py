"""Propose a bulletin issue from a meeting's papers, in their canonical order."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from press.content_types.opinions import Opinion
from press.content_types.reports import Report
from press.model.document import Document
from press.model.issue import Issue, Periodical
from press.model.library import Library
from press.record import each
from press.record.meetings import (
    PARTS,
    SECTIONS,
    Sitting,
    documents_of,
    has_part,
    is_explanation,
    section_of,
    sittings,
)


class Proposal(NamedTuple):
    """An issue to be: its sections with their entries, and what is missing, in words."""

    year: int
    number: int
    serial: int
    date: datetime.date
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    missing: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its file without extension."""
        return f"{self.year}-{self.number:02d}"

    def text(self) -> str:
        """The file ``<year>-<nn>.yml``."""
        lines = [
            f"year: {self.year}",
            f"number: {self.number}",
            f"serial: {self.serial}",
            f"date: {self.date}",
            "sections:",
        ]
        for title, entries in self.sections:
            lines += [f"  - title: {title}", "    documents:"]
            # A hash begins a comment after a space only, but what it is must be plain to see.
            lines += [f'      - "{entry}"' if "#" in entry else f"      - {entry}" for entry in entries]
        return "\n".join(lines) + "\n"


def collect(library: Library, sitting: Sitting, periodical: Periodical) -> Proposal:
    """Propose the issue that follows the last one of ``periodical`` for a meeting's papers.

    Its date is that of the newest paper; only published documents are taken in.
    """
    papers = _papers(library, sitting)
    ready = [document for document in papers if document.public]
    issues = [issue for issue in library.issues if issue.periodical.id == periodical.id]
    issues.sort(key=lambda issue: (issue.meta.year, issue.meta.number))
    day = max([sitting.meeting.last_day, *(document.date for document in ready)])
    last = issues[-1] if issues else None
    same_year = last is not None and last.meta.year == day.year
    return Proposal(
        year=day.year,
        number=last.meta.number + 1 if last and same_year else 1,
        serial=last.meta.serial + 1 if last else 1,
        date=day,
        sections=tuple(_sections(sitting, ready)),
        missing=tuple(_missing(library, sitting, papers, issues)),
    )


def _papers(library: Library, sitting: Sitting) -> list[Document]:
    """The meeting's papers, and the chronicles that end between the meeting before and this one."""
    papers = list(documents_of(library, sitting))
    before = [s for s in sittings(library) if s.meeting.last_day < sitting.meeting.first_day]
    since = before[-1].meeting.last_day if before else datetime.date.min
    for document in library.documents:
        ends = getattr(document.meta, "ends_on", None) or document.date
        if document.type == "chronicles" and since < ends <= sitting.meeting.last_day:
            papers.append(document)
    return list({document.ref: document for document in papers}.values())


def _sections(sitting: Sitting, papers: Sequence[Document]) -> Iterator[tuple[str, tuple[str, ...]]]:
    def part(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        if has_part(sitting.document, name):
            yield PARTS[name], (f"{sitting.document.ref}#{name}",)

    yield from part("agenda")
    for title in SECTIONS:
        if title == "大事记":
            yield from part("votes")
            yield from part("attendance")
        refs = tuple(document.ref for document in papers if section_of(document) == title)
        if refs:
            yield title, refs


def _missing(
    library: Library, sitting: Sitting, papers: Sequence[Document], issues: Sequence[Issue]
) -> Iterator[str]:
    for document in papers:
        if not document.public:
            yield f"{document.path} 还没有发布（status: published），没有收入"
    for issue in issues:
        if sitting.document.ref in issue.documents:
            yield f"{issue.path} 已经收录过这次会议"
    words = {"agenda": "议程（agenda）", "attendance": "出席情况（attendance）", "votes": "表决结果（votes）"}
    for name, word in words.items():
        if not has_part(sitting.document, name):
            yield f"{sitting.document.path} 没有填{word}"
    kinds = {document.type for document in papers}
    for item in sitting.meeting.agenda:
        if "任免" in item.item and "appointments" not in kinds:
            yield f"议程有“{item.item}”，却没有任免名单"
        if not item.documents and any(word in item.item for word in ("报告", "决定", "决议", "规定", "办法")):
            yield f"议程“{item.item}”没有指明稿件（documents）"
    for ref in (ref for item in sitting.meeting.agenda for ref in item.documents):
        if ref not in library.by_ref:
            yield f"议程所列的稿件 {ref} 不存在"
    opinions = {opinion.report for _, opinion in each(library, "opinions", Opinion)}
    for document in papers:
        report = document.meta
        if not isinstance(report, Report) or report.handles or document.id in opinions:
            continue
        if _deliberated(document):
            yield f"{document.path}（{document.title}）还没有审议意见"
    for vote in sitting.meeting.votes:
        outcome = sitting.meeting.outcome(vote)
        if (
            outcome is not None
            and outcome.value == "通过"
            and vote.document is None
            and "任" not in vote.item
        ):
            yield f"表决通过的“{vote.item}”没有指明稿件（document）"


def _deliberated(document: Document) -> bool:
    """Whether a report is one that opinions are given on: no explanation of a draft, no 审查报告."""
    return not is_explanation(document) and not any(
        word in document.title for word in ("审查", "资格", "调研")
    )
