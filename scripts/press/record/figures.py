"""The office's year in figures, each with the documents it counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from press.content_types.appointments import Action, Appointments
from press.content_types.meetings import Kind
from press.content_types.suggestions import Progress, Satisfaction
from press.model.document import Document
from press.model.issue import Issue
from press.model.library import Library
from press.record import each, once
from press.record.meetings import meeting_of, sittings
from press.record.suggestions import board


class Figure(NamedTuple):
    """A figure: ``value`` in ``unit``; ``refs`` are what it counts, by ``type/id`` or issue.

    Where a document counts more than once (five appointments of one list) it stands as often.
    """

    group: str
    label: str
    value: int
    unit: str
    refs: tuple[str, ...]


def years(library: Library) -> list[int]:
    """The years that have public documents or issues, newest first."""
    found = set(once(library, _by_year))
    return sorted(found | {issue.meta.year for issue in library.issues}, reverse=True)


def figures(library: Library, year: int) -> list[Figure]:
    """Count the public documents and issues of ``year``.

    A meeting belongs to the year of its last day, a list of appointments to that of its adoption,
    a suggestion to that of its receipt, an issue to the one on its cover, anything else to that of
    its date.
    """
    documents = once(library, _by_year).get(year, [])
    return [
        *_meetings(library, year),
        *_papers(library, documents),
        *_appointments(library, year),
        *_suggestions(library, year),
        *_issues(library, year),
        *_articles(library, documents),
    ]


def _by_year(library: Library) -> dict[int, list[Document]]:
    groups: defaultdict[int, list[Document]] = defaultdict(list)
    for document in library.public:
        if document.type != "pages":
            groups[document.date.year].append(document)
    return dict(groups)


def _figure(group: str, label: str, unit: str, refs: Iterable[str]) -> Figure:
    counted = tuple(refs)
    return Figure(group, label, len(counted), unit, counted)


def _meetings(library: Library, year: int) -> list[Figure]:
    held = [s for s in sittings(library, public=True) if s.meeting.last_day.year == year]
    found = [
        _figure("会议", kind.value, "次", [s.document.ref for s in held if s.meeting.kind is kind])
        for kind in Kind
    ]
    votes = [s.document.ref for s in held for _ in s.meeting.votes]
    return [*found, _figure("会议", "表决事项", "项", votes)]


def _papers(library: Library, documents: Sequence[Document]) -> list[Figure]:
    def of(type_: str) -> list[Document]:
        return [document for document in documents if document.type == type_]

    heard = [document.ref for document in of("reports") if meeting_of(library, document)]
    return [
        _figure("审议", "听取审议报告", "件", heard),
        _figure("审议", "审议意见", "件", [d.ref for d in of("opinions")]),
        _figure("审议", "决议决定", "件", [d.ref for d in of("decisions")]),
        _figure("审议", "规范性文件", "件", [d.ref for d in of("regulations")]),
        _figure("审议", "公告", "件", [d.ref for d in of("notices")]),
    ]


def _appointments(library: Library, year: int) -> list[Figure]:
    lines = [
        (line.action, document.ref)
        for document, listed in each(library, "appointments", Appointments, public=True)
        if (listed.adopted_on or document.date).year == year
        for line in listed.appointments
    ]
    whole = _figure("人事任免", "任免合计", "人次", [ref for _, ref in lines])
    parts = [
        _figure("人事任免", action.value, "人次", [ref for done, ref in lines if done is action])
        for action in Action
    ]
    return [whole, *(part for part in parts if part.value)]


def _suggestions(library: Library, year: int) -> list[Figure]:
    found = board(library, year)
    states = found.progress

    def refs(state: Progress) -> list[str]:
        return [document.ref for document, _ in states[state]]

    content = (Satisfaction.SATISFIED, Satisfaction.MOSTLY_SATISFIED)
    satisfied = [document.ref for document, case in found.cases if case.satisfaction in content]
    return [
        _figure("代表建议", "收到", "件", [document.ref for document, _ in found.cases]),
        _figure("代表建议", "办结答复", "件", [document.ref for document, _ in found.answered]),
        _figure("代表建议", "其中：已落地", "件", refs(Progress.LANDED)),
        _figure("代表建议", "代表满意和基本满意", "件", satisfied),
    ]


def _issues(library: Library, year: int) -> list[Figure]:
    def of(kind: str) -> list[Issue]:
        return [i for i in library.issues if i.meta.year == year and i.periodical.meta.kind == kind]

    return [
        _figure("期刊", "公报", "期", [issue.ref for issue in of("bulletin")]),
        _figure("期刊", "学习资料", "期", [issue.ref for issue in of("study")]),
    ]


def _articles(library: Library, documents: Sequence[Document]) -> list[Figure]:
    articles = [document for document in documents if document.type in ("news", "stories", "study")]
    found = [
        _figure("稿件", library.types[type_], "篇", [d.ref for d in articles if d.type == type_])
        for type_ in ("news", "stories", "study")
    ]
    printed = [document.ref for document in documents if document.ref in library.issues_of]
    found += [
        _figure("渠道", "网站刊发", "篇", [document.ref for document in documents]),
        _figure("渠道", "期刊刊印", "篇", printed),
    ]
    by_author: dict[str, list[str]] = {}
    by_column: dict[str, list[str]] = {}
    for document in articles:
        for author in dict.fromkeys(getattr(document.meta, "authors", ())):
            by_author.setdefault(author, []).append(document.ref)
        column = getattr(document.meta, "column", None)
        if column:
            by_column.setdefault(column, []).append(document.ref)
    for group, table in (("作者", by_author), ("栏目", by_column)):
        ordered = sorted(table.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        found += [_figure(group, name, "篇", refs) for name, refs in ordered]
    return found
