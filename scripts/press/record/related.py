"""What else to read: documents that share a meeting, deputies or tags.

Each subject keeps its documents in the order of their days, and only the nearest few on either side
are looked at. So the work grows with the number of documents, not with its square, and a document
that is added or renamed touches the pages of its neighbours, never those of everybody.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from press.model.document import Document
from press.model.library import Library

MOST = 6
"""Documents named on a page."""

_KEPT = 3 * MOST
"""Documents kept for a page: some of them may be named on it already."""

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


Ranking = Mapping[str, tuple[str, ...]]
"""For a document those with the most in common with it, best first; all by ``type/id``."""


def related(library: Library, document: Document, ranked: Ranking, named: Collection[str]) -> list[Document]:
    """Return at most six public documents with the most in common with ``document``.

    Those whose permalinks are ``named`` on the page already are left out, and those of the same
    title: other texts of one regulation.
    """
    found = map(library.by_ref.__getitem__, ranked.get(document.ref, ()))
    return list(
        islice(
            (one for one in found if one.title != document.title and one.permalink not in named),
            MOST,
        )
    )


def made_from(library: Library) -> str:
    """Return all that ``ranking`` depends on: it costs a fifth of it, and most edits leave it alone."""
    return repr([(one.ref, one.date.toordinal(), *_subjects(one)) for one in _documents(library)])


def ranking(library: Library) -> Ranking:
    """Return what each public document has most in common with.

    Of equals the nearest in time comes first, then the newer one.
    """
    documents = _documents(library)
    refs = [document.ref for document in documents]
    days = [document.date.toordinal() for document in documents]
    found: dict[str, tuple[str, ...]] = {}
    for number, places in enumerate(_places(documents)):
        scores: dict[int, int] = {}
        for shelf, at, weight in places:
            gain = weight if len(shelf) > _FEW else 2 * weight
            for other in shelf[max(0, at - _NEAR) : at + _NEAR + 1]:
                scores[other] = scores.get(other, 0) + gain
        scores.pop(number, None)
        day = days[number]
        best = sorted([(-score, abs(days[other] - day), -other) for other, score in scores.items()])
        if best:
            found[refs[number]] = tuple([refs[-other] for _, _, other in best[:_KEPT]])
    return found


def _documents(library: Library) -> list[Document]:
    """The documents in question, in the order of their days."""
    return sorted(
        (document for document in library.public if document.type not in _NO_PAPERS),
        key=lambda document: (document.date, document.ref),
    )


def _places(documents: list[Document]) -> list[list[_Place]]:
    shelves: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    places: list[list[_Place]] = []
    for number, document in enumerate(documents):
        of_one = []
        for subject in dict.fromkeys(_subjects(document)):
            shelf = shelves[subject]
            shelf.append(number)
            of_one.append(_Place(shelf, len(shelf) - 1, _WEIGHTS[subject[0]]))
        places.append(of_one)
    return places


def _subjects(document: Document) -> Iterator[tuple[str, str]]:
    # Asking a model for a key it does not have takes longer than all the rest.
    keys = document.meta.__dict__
    meeting = keys.get("meeting")
    if meeting:
        yield "meeting", meeting
    for name in keys.get("deputies", ()):
        yield "deputy", name
    topic = keys.get("topic")
    for tag in (*keys["tags"], topic) if topic else keys["tags"]:
        yield "tag", tag
