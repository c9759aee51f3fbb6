"""What a report has led to: the opinion on it, and the report on how that was handled."""

from collections import defaultdict

from press.content_types.opinions import Opinion
from press.content_types.reports import Report
from press.model.document import Document
from press.model.library import Library
from press.record import each, once


def report_on(library: Library, opinion: Document) -> Document | None:
    """Return the public report that an opinion is about."""
    meta = opinion.meta
    return _public(library, "reports", meta.report) if isinstance(meta, Opinion) else None


def opinion_handled(library: Library, report: Document) -> Document | None:
    """Return the public opinion whose handling a report tells of."""
    meta = report.meta
    return _public(library, "opinions", meta.handles) if isinstance(meta, Report) else None


def opinions_on(library: Library, report: Document) -> tuple[Document, ...]:
    """Return the public opinions on a report, oldest first."""
    return tuple(once(library, _by_report).get(report.id, ()))


def handlings_of(library: Library, opinion: Document) -> tuple[Document, ...]:
    """Return the public reports on how an opinion was handled, oldest first."""
    return tuple(once(library, _by_opinion).get(opinion.id, ()))


def _public(library: Library, type_: str, name: str | None) -> Document | None:
    found = library.by_ref.get(f"{type_}/{name}") if name else None
    return found if found is not None and found.public else None


def _by_report(library: Library) -> dict[str, list[Document]]:
    found = [(d, m.report) for d, m in each(library, "opinions", Opinion, public=True) if m.report]
    return _grouped(found)


def _by_opinion(library: Library) -> dict[str, list[Document]]:
    found = [(d, m.handles) for d, m in each(library, "reports", Report, public=True) if m.handles]
    return _grouped(found)


def _grouped(found: list[tuple[Document, str]]) -> dict[str, list[Document]]:
    groups: defaultdict[str, list[Document]] = defaultdict(list)
    for document, name in sorted(found, key=lambda pair: (pair[0].date, pair[0].ref)):
        groups[name].append(document)
    return dict(groups)
