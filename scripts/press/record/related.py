"""What else to read: documents that share a meeting, deputies or tags.

Each subject keeps its documents in the order of their days, and only the nearest few on either side
are looked at. So the work grows with the number of documents, not with its square, and a document
that is added or renamed touches the pages of its neighbours, never those of everybody.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from press.model.document import Document
from press.model.library import Library
from press.record import once

MOST = 6
"""Documents named on a page."""

_NEAR = 6
"""Documents looked at on either side of a day, for each subject."""

_FEW = 40
"""A subject of no more documents than this tells twice as much."""

_WEIGHTS = {"meeting": 6, "deputy": 5, "tag": 2}
_NO_PAPERS = ("meetings", "deputies", "pages")
"""Types whose pages list what belongs to them already, or belong to nothing."""


class _Place(NamedTuple):
    """Where a document stands among those of one subject."""

    shelf: list[int]
    at: int
    weight: int


class _Index(NamedTuple):
    """``documents`` in the order of their ``days`` (ordinals); places by ``type/id``."""

    documents: list[Document]
    days: list[int]
    places: dict[str, list[_Place]]


def related(library: Library, document: Document, named: Collection[str] = ()) -> tuple[Document, ...]:
    """Return at most six public documents with the most in common with ``document``.

    Of equals the nearest in time comes first, then the newer one. Those whose permalinks are ``named``
    on the page already are left out, and those of the same title: other texts of one regulation.
    """
    index = once(library, _index)
    places = index.places.get(document.ref)
    if not places:
        return ()
    scores: dict[int, int] = {}
    for shelf, at, weight in places:
        gain = weight if len(shelf) > _FEW else 2 * weight
        for number in shelf[max(0, at - _NEAR) : at + _NEAR + 1]:
            scores[number] = scores.get(number, 0) + gain
    day, days = document.date.toordinal(), index.days
    ranked = sorted([(-score, abs(days[number] - day), -number) for number, score in scores.items()])
    found = (index.documents[-number] for _, _, number in ranked)
    return tuple(
        islice(
            (
                other
                for other in found
                if other is not document and other.title != document.title and other.permalink not in named
            ),
            MOST,
        )
    )


def _index(library: Library) -> _Index:
    documents = sorted(
        (document for document in library.public if document.type not in _NO_PAPERS),
        key=lambda document: (document.date, document.ref),
    )
    shelves: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    places: dict[str, list[_Place]] = {}
    for number, document in enumerate(documents):
        for subject in dict.fromkeys(_subjects(document)):
            shelf = shelves[subject]
            shelf.append(number)
            places.setdefault(document.ref, []).append(_Place(shelf, len(shelf) - 1, _WEIGHTS[subject[0]]))
    return _Index(documents, [document.date.toordinal() for document in documents], places)


def _subjects(document: Document) -> Iterator[tuple[str, str]]:
    meta = document.meta
    meeting = getattr(meta, "meeting", None)
    if meeting:
        yield "meeting", meeting
    for name in getattr(meta, "deputies", ()):
        yield "deputy", name
    topic = getattr(meta, "topic", None)
    for tag in (*meta.tags, topic) if topic else meta.tags:
        yield "tag", tag
