"""Laws and regulations whose text the library holds: which text of which title held on a day."""

import datetime
from typing import NamedTuple

from press.markup.citations import Article, unpack
from press.model.document import Document
from press.model.library import Library
from press.model.meta import Status
from press.record import once
from press.record.regulations import histories

_STATE = "中华人民共和国"
_SHORT = {
    "全国人民代表大会和地方各级人民代表大会代表法": "代表法",
    "全国人民代表大会和地方各级人民代表大会选举法": "选举法",
    "地方各级人民代表大会和地方各级人民政府组织法": "地方组织法",
    "各级人民代表大会常务委员会监督法": "监督法",
    "全国人民代表大会组织法": "全国人大组织法",
}
"""By what short names the laws on congresses go."""


class LawText(NamedTuple):
    """A text of a law that holds from ``begins`` until ``ends`` (as far as the library knows)."""

    begins: datetime.date
    ends: datetime.date | None
    document: Document


def law(library: Library, title: str, day: datetime.date) -> Document | None:
    """Return the document with the text of the law ``title`` as it held on ``day``, if it is kept.

    Of two texts for one day none is returned: nobody knows which is meant.
    """
    texts = once(library, _laws).get(title.removeprefix(_STATE), [])
    held = [text.document for text in texts if text.begins <= day and (text.ends is None or day < text.ends)]
    return held[0] if len(held) == 1 else None


def articles(library: Library, document: Document) -> dict[str, Article]:
    """Return the articles of a law by their names; each law is taken apart once."""
    known = once(library, _taken_apart)
    if document.path not in known:
        known[document.path] = unpack(document.law)
    return known[document.path]


def _taken_apart(library: Library) -> dict[str, dict[str, Article]]:
    return {}


def _laws(library: Library) -> dict[str, list[LawText]]:
    """Texts by title without 中华人民共和国, and by short name."""
    found: dict[str, list[LawText]] = {}
    for history in histories(library).values():
        for text in history.texts:
            if text.document is not None and text.document.law:
                held = LawText(text.begins, text.ends, text.document)
                found.setdefault(text.document.title.removeprefix(_STATE), []).append(held)
    copies: dict[str, list[Document]] = {}
    for document in library.documents:
        if document.type == "study" and document.meta.status is Status.PUBLISHED:
            copies.setdefault(document.title.removeprefix(_STATE), []).append(document)
    for title, documents in copies.items():
        # A law that is kept in parts is none that can be looked up.
        if title not in found and all(document.law for document in documents):
            days = sorted({document.date for document in documents})
            ends = dict(zip(days, [*days[1:], None], strict=True))
            found[title] = [LawText(d.date, ends[d.date], d) for d in documents]
    for title, short in _SHORT.items():
        if title in found:
            found.setdefault(short, found[title])
    return found
