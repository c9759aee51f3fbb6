"""The knowledge of a library that single files are checked against."""

from collections.abc import Iterable

from press.content_types.regulations import Regulation
from press.model.document import Document
from press.model.meta import Status
from press.model.reference import Reference
from press.model.roster import PATH, Roster
from press.model.words import PATH as WORDS
from press.model.words import Words
from press.record.offices import work_out

FOUNDATION = (PATH, WORDS, "content/appointments/", "content/regulations/")
"""Where that knowledge comes from: these files are read before all others."""


def reference(roster: Roster, words: Words, documents: Iterable[Document]) -> Reference:
    """Return what ``documents`` (those of the foundation) and the roster say, with the word lists."""
    found = list(documents)
    rules = [
        (document.title, document.meta)
        for document in found
        if isinstance(document.meta, Regulation) and document.meta.status is Status.PUBLISHED
    ]
    alive = {title for title, meta in rules if not meta.repealed_on}
    older = {version.text for _, meta in rules for version in meta.versions}
    alive -= {document.title for document in found if document.id in older}
    repealed = [(title, meta.repealed_on) for title, meta in rules if meta.repealed_on and title not in alive]
    return Reference(
        tenures=tuple(work_out(roster, found).tenures),
        short=tuple(
            ((office.organ, office.office), office.short) for office in roster.offices if office.short
        ),
        repealed=tuple(sorted(repealed)),
        words=words,
    )
