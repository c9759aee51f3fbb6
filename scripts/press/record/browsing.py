"""What readers browse by beside types and tags: people, columns, and the days of the calendar."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from press.content_types.meetings import Meeting
from press.model.document import Document
from press.model.issue import Issue
from press.model.library import Library, newest_first
from press.model.values import signed
from press.record import once

_NO_WORKS = ("deputies",)
"""Types whose documents are entries of a directory: whoever took the portraits has no work there."""

_LONGEST = 31
"""Days a meeting is shown to sit on end: a year mistyped would fill the calendar of decades."""

_NO_DAYS = ("deputies", "pages")
"""Types whose dates say when a page was made, not when something happened."""


class Works(NamedTuple):
    """What one person signed as author 作者 and as photographer 摄影, and all of it; newest first."""

    texts: list[Document]
    pictures: list[Document]
    all: list[Document]


@dataclass
class Day:
    """What the calendar has on one day: meetings held, issues and documents published."""

    meetings: list[Document] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many things there are."""
        return len(self.meetings) + len(self.issues) + len(self.documents)


def people(library: Library) -> dict[str, Works]:
    """Return the public works of everyone who signed one, by name; most works first, then by name."""
    return once(library, _people)


def columns(library: Library) -> dict[str, list[Document]]:
    """Return the public documents of each column 栏目, newest first; the largest column first."""
    return once(library, _columns)


def days(library: Library) -> dict[datetime.date, Day]:
    """Return every day that has something public, oldest first.

    A meeting stands on each of its days, of many days on the first and last. Documents of a day are in
    the order of their types.
    """
    return once(library, _days)


def _people(library: Library) -> dict[str, Works]:
    found: dict[str, Works] = {}
    for document in once(library, _newest_first):
        if document.type in _NO_WORKS:
            continue
        written, taken = (getattr(document.meta, key, ()) for key in ("authors", "photographers"))
        if not (written or taken):
            continue
        authors, photographers = set(map(signed, written)), set(map(signed, taken))
        for name in authors | photographers:
            works = found.setdefault(name, Works([], [], []))
            works.all.append(document)
            if name in authors:
                works.texts.append(document)
            if name in photographers:
                works.pictures.append(document)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1].all), item[0])))


def _columns(library: Library) -> dict[str, list[Document]]:
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for document in once(library, _newest_first):
        column = getattr(document.meta, "column", None)
        if column:
            found[column].append(document)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _newest_first(library: Library) -> tuple[Document, ...]:
    return newest_first(list(library.public))


def _days(library: Library) -> dict[datetime.date, Day]:
    found: defaultdict[datetime.date, Day] = defaultdict(Day)
    for type_ in library.types:
        for document in library.by_type.get(type_, ()):
            meta = document.meta
            if isinstance(meta, Meeting):
                last = (meta.last_day - meta.first_day).days
                for number in range(last + 1) if last < _LONGEST else (0, last):
                    found[meta.first_day + datetime.timedelta(number)].meetings.append(document)
            elif type_ not in _NO_DAYS:
                found[document.date].documents.append(document)
    for issue in sorted(library.issues, key=lambda issue: issue.ref):
        found[issue.date].issues.append(issue)
    return {date: found[date] for date in sorted(found)}
