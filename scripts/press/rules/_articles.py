"""The articles 条 of a law in a document, with their paragraphs 款 and items 项."""

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from press.rules._lazy import lazy
from press.rules._marks import ARTICLE, BRACKET, Mark

_PARAGRAPH = lazy(r"\n[ \t]*\n[ \t\u3000>*\n]*(?=[^\s>*])")
_NO_PARAGRAPH = lazy(r"[（(]?[一二三四五六七八九十0-9①-⑳]{1,3}[）)、.．]|[#|:<!-]|[①-⑳]")
_FEWEST = 3


class Article(NamedTuple):
    """An article from ``start`` to ``end`` of a text."""

    start: int
    end: int

    def paragraphs(self, text: str) -> tuple[int, ...]:
        """Where its paragraphs begin; its items are none."""
        found = (match.end() for match in _PARAGRAPH.finditer(text, self.start, self.end))
        return (self.start, *(at for at in found if at < self.end and not _NO_PARAGRAPH.match(text, at)))

    def items(self, found: tuple[Mark, ...]) -> int:
        """The highest number of an item in it; 0 when it has none."""
        place = bisect_left(found, self.start, key=_start)
        until = bisect_left(found, self.end, key=_start)
        return max((mark.number for mark in found[place:until] if mark.kind == BRACKET), default=0)


def articles(text: str, found: tuple[Mark, ...]) -> dict[int, Article]:
    """The articles by number; none unless they are one series that begins with the first.

    Articles put in later (第三条之一) are passed over.
    """
    own = [mark for mark in found if mark.kind == ARTICLE]
    if len(own) < _FEWEST or own[0].number != 1:
        return {}
    if any(b.number != a.number + 1 and not b.inserted for a, b in pairwise(own)):
        return {}
    bounds = [mark.start for mark in found if mark.kind <= ARTICLE or mark.heading]
    bounds.append(len(text))
    ends = (bounds[bisect_left(bounds, mark.end)] for mark in own)
    return {
        mark.number: Article(mark.start, end)
        for mark, end in zip(own, ends, strict=True)
        if not mark.inserted
    }


def _start(mark: Mark) -> int:
    return mark.start
