"""The congress's record, worked out of the library: meetings, offices, deputies, figures. No I/O."""

import datetime
from collections.abc import Callable
from typing import TypeVar

from press.model.document import Document
from press.model.library import Library
from press.model.meta import Meta

M = TypeVar("M", bound=Meta)
T = TypeVar("T")


def once(library: Library, make: Callable[[Library], T]) -> T:
    """Return what ``make`` works out of ``library``; worked out the first time only."""
    if make not in library.derived:
        library.derived[make] = make(library)
    found: T = library.derived[make]  # type: ignore[assignment]
    return found


def each(library: Library, type_: str, model: type[M], public: bool = False) -> list[tuple[Document, M]]:
    """Return the documents of one type with their keys, by path; ``public`` ones only if so asked."""
    return [
        (document, document.meta)
        for document in once(library, _by_type).get(type_, ())
        if isinstance(document.meta, model) and (document.public or not public)
    ]


def newest_day(library: Library) -> datetime.date:
    """Return the newest date of anything public: what pages take for now, as no clock is asked."""
    return once(library, _newest_day)


def _newest_day(library: Library) -> datetime.date:
    return max((document.date for document in library.public), default=datetime.date.min)


def _by_type(library: Library) -> dict[str, list[Document]]:
    groups: dict[str, list[Document]] = {}
    for document in library.documents:
        groups.setdefault(document.type, []).append(document)
    return groups
