"""Regulations through time: which text held when, and what changed between two texts."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from press.content_types.regulations import Change, Regulation, Version
from press.model.document import Document
from press.model.library import Library
from press.record import each, once


@dataclass(frozen=True)
class Text:
    """One text of a regulation: by which version it came, and from when until when it holds.

    ``document`` is where it can be read, or None when it is not kept; ``ends`` is the day from which
    another text holds, or none at all.
    """

    version: Version
    document: Document | None
    begins: datetime.date
    ends: datetime.date | None


@dataclass(frozen=True)
class History:
    """A regulation: the document with its newest text, and all its texts, oldest first."""

    document: Document
    regulation: Regulation
    texts: tuple[Text, ...]

    @property
    def repealed(self) -> Version | None:
        """The version that repealed it."""
        last = self.regulation.history[-1]
        return last if last.action is Change.REPEALED else None

    def on(self, day: datetime.date) -> Text | None:
        """The text that holds on ``day``."""
        held = [text for text in self.texts if text.begins <= day and (text.ends is None or day < text.ends)]
        return held[-1] if held else None


def histories(library: Library) -> dict[str, History]:
    """Return the history of every public regulation by the id of its newest text."""
    return once(library, _histories)


def history_of(library: Library, document: Document) -> History | None:
    """Return the history that ``document`` is a text of."""
    return once(library, _by_text).get(document.id) if document.type == "regulations" else None


def _histories(library: Library) -> dict[str, History]:
    found = {
        document.id: (document, meta) for document, meta in each(library, "regulations", Regulation, True)
    }
    older = {version.text for _, meta in found.values() for version in meta.versions if version.text}
    older -= {name for name, (_, meta) in found.items() if any(version.text for version in meta.versions)}
    return {
        name: History(document, meta, _texts(document, meta, found))
        for name, (document, meta) in found.items()
        if name not in older
    }


def _texts(
    document: Document, meta: Regulation, found: dict[str, tuple[Document, Regulation]]
) -> tuple[Text, ...]:
    versions = meta.history
    texts = []
    for index, version in enumerate(versions):
        if version.action is Change.REPEALED:
            continue
        later = versions[index + 1 :]
        newest = not any(other.action is not Change.REPEALED for other in later)
        kept = found.get(version.text) if version.text else None
        where = kept[0] if kept else document if newest else None
        ends = later[0].holds_from if later else None
        texts.append(Text(version, where, version.holds_from, ends))
    return tuple(texts)


def _by_text(library: Library) -> dict[str, History]:
    return {
        text.document.id: history
        for history in histories(library).values()
        for text in history.texts
        if text.document is not None
    } | dict(histories(library))


class Piece(NamedTuple):
    """Characters of one text: ``same`` as in the other, or not."""

    text: str
    same: bool


class Row(NamedTuple):
    """Two paragraphs beside each other; one is empty where the other has no counterpart."""

    kind: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


_ALIKE = 0.35
_ARTICLE = re.compile(r"(第[一二三四五六七八九十百零]+条)\s*")
_MARKS = re.compile(r"^#+\s+|\*\*|^>\s?", re.M)


def compare(old: str, new: str) -> list[Row]:
    """Set two Markdown texts beside each other, paragraph by paragraph.

    Paragraphs are matched by their articles' words, not their numbers: an article that only moved
    is the same. ``kind``: same, changed, removed or added.
    """
    before, after = _paragraphs(old), _paragraphs(new)
    matcher = SequenceMatcher(None, [_words(p) for p in before], [_words(p) for p in after], autojunk=False)
    rows: list[Row] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            rows += [_row(one, two) for one, two in zip(before[a1:a2], after[b1:b2], strict=True)]
        else:
            rows += _pair(before[a1:a2], after[b1:b2])
    return rows


def _pair(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """Match what changed by likeness, keeping the order of both sides.

    The best alignment as a whole, by the share of two-character pieces in common.
    """
    likeness = [[_alike(one, two) for two in map(_pieces, after)] for one in map(_pieces, before)]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness[i][j])
    rows: list[Row] = []
    i = j = 0
    while i < len(before) or j < len(after):
        both = i < len(before) and j < len(after)
        if both and likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            rows.append(_row(before[i], after[j]))
            i, j = i + 1, j + 1
        elif j == len(after) or (both and best[i][j] == best[i + 1][j]):
            rows.append(Row("removed", (Piece(before[i], False),), ()))
            i += 1
        else:
            rows.append(Row("added", (), (Piece(after[j], False),)))
            j += 1
    return rows


def _pieces(paragraph: str) -> frozenset[str]:
    words = _words(paragraph)
    return frozenset(words[at : at + 2] for at in range(max(1, len(words) - 1)))


def _alike(one: frozenset[str], two: frozenset[str]) -> float:
    """The Dice coefficient; 0 for what is too unlike to be the same paragraph."""
    share = 2 * len(one & two) / (len(one) + len(two))
    return share if share > _ALIKE else 0.0


def _row(one: str, two: str) -> Row:
    if one == two:
        return Row("same", (Piece(one, True),), (Piece(two, True),))
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    old: list[Piece] = []
    new: list[Piece] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if a2 > a1:
            old.append(Piece(one[a1:a2], tag == "equal"))
        if b2 > b1:
            new.append(Piece(two[b1:b2], tag == "equal"))
    return Row("changed", tuple(old), tuple(new))


def _paragraphs(text: str) -> list[str]:
    found = (_MARKS.sub("", part).strip() for part in re.split(r"\n\s*\n", text))
    return ["".join(line.strip() for line in part.split("\n")) for part in found if part]


def _words(paragraph: str) -> str:
    return _ARTICLE.sub("", paragraph, count=1)
