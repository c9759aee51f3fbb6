"""Marks that come in pairs: which of them have no partner, or stand inside their own kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from press.rules._lazy import lazy

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
"""Chinese characters, for a class of a regular expression."""

QUOTES = "“”‘’"

INK = " \t\u3000\xa0\u2002\u2003\u200b*_"
"""Blanks and the signs of emphasis, which may stand behind the last character of a paragraph."""

_CLOSES = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "）": "（", ")": "(", "〕": "〔", "】": "【"}
_ROUND = {"（": "(", "）": ")"}
_MARK = lazy(r"[“”‘’《》〈〉（）()〔〕【】]|\n(?=[\s\-*+|#>:]|[0-9]{1,3}[.．、])")
"""The marks, and where another paragraph, item, row or value begins."""

_SIGN = lazy(r"[“”‘’《》〈〉（）()〔〕【】\n]")
"""The same with every end of a line: what a paragraph of one line is made of."""

_APOSTROPHE = lazy(r"[A-Za-z]’[A-Za-z ]")
_NUMBER = lazy(
    r"(?:^|[\s，。、；：:（(“|*_>])(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3})\Z", re.M
)
_DIVIDED = 200
"""A title that is broken into two paragraphs is no longer than this."""

_MOST = 1000
"""So many marks without partners are no slip: what follows them is not looked at."""

_BEGINNING = lazy(r"[\s>*_#|+\-]*")
_SMILE = ":;"
_NEST = "“‘《〈"
"""Marks that do not stand right inside their own kind."""


class Wrong(Enum):
    """What is wrong with a mark."""

    UNOPENED = auto()
    UNCLOSED = auto()
    NESTED = auto()


@dataclass(frozen=True)
class Mark:
    """A mark at ``offset`` with which something is ``wrong``."""

    wrong: Wrong
    sign: str
    offset: int


@lru_cache(maxsize=1)
def wrong_marks(text: str) -> tuple[Mark, ...]:
    """Return the marks of ``text`` that are wrong; a quotation may run on over paragraphs.

    Most lines are sound, and there are few shapes of them; only a text with another is walked.
    """
    shapes = "".join(_SIGN.findall(text)).split("\n")
    if all(map(_sound, shapes)):
        return ()
    return tuple(_Walk(text).wrong())


@lru_cache(maxsize=4096)
def _sound(shape: str) -> bool:
    """Whether the marks of one paragraph pair up without standing inside their own kind."""
    opened: list[str] = []
    for sign in shape:
        sign = _ROUND.get(sign, sign)
        if sign not in _CLOSES:
            if sign in _NEST and sign in opened:
                return False
            opened.append(sign)
        elif not opened or opened.pop() != _CLOSES[sign]:
            return False
    return not opened


class _Open:
    """A mark that waits for its partner, with what stands ``inside`` of its own kind."""

    def __init__(self, sign: str, offset: int) -> None:
        self.sign, self.offset = sign, offset
        self.inside: list[int] = []


class _Walk:
    """Goes through a text paragraph by paragraph; ``_carried`` is a quotation that is still
    open, ``_broken`` are marks that were open at the end of their paragraph.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._opened: list[_Open] = []
        self._carried: _Open | None = None
        self._found: list[Mark] = []
        self._broken: set[int] = set()

    def wrong(self) -> Iterator[Mark]:
        """Yield what is wrong; of a pair that a break divides only its first half."""
        start = 0
        for match in _MARK.finditer(self._text):
            sign = _ROUND.get(match[0], match[0])
            if sign == "\n":
                self._end(start)
                start = match.end()
            elif sign in _CLOSES:
                self._close(sign, match.start())
            else:
                self._open(sign, match.start(), start)
            if len(self._found) + len(self._opened) > _MOST:
                break
        self._end(start)
        self._drop()
        unclosed: dict[str, int] = {}
        for mark in sorted(self._found, key=lambda mark: mark.offset):
            sign = _ROUND.get(mark.sign, mark.sign)
            if mark.wrong is Wrong.UNCLOSED and mark.offset in self._broken:
                unclosed[sign] = mark.offset
            elif mark.wrong is Wrong.UNOPENED and sign not in QUOTES:
                opened = unclosed.pop(_CLOSES[sign], None)
                if opened is not None and mark.offset - opened < _DIVIDED:
                    continue
            yield mark

    def _open(self, sign: str, offset: int, start: int) -> None:
        outer = next((mark for mark in reversed(self._opened) if mark.sign in _NEST), None)
        if outer and outer.sign == sign:
            outer.inside.append(offset)
        if sign == "“" and self._carried and self._begins(start, offset):
            self._carried = None
        self._opened.append(_Open(sign, offset))

    def _close(self, sign: str, offset: int) -> None:
        if sign == "’" and _APOSTROPHE.match(self._text, max(0, offset - 1)):
            return
        if not any(mark.sign == _CLOSES[sign] for mark in self._opened):
            if sign == "”" and self._carried:
                self._carried = None
            elif not (sign == ")" and self._numbers(offset)):
                self._add(Wrong.UNOPENED, offset)
            return
        while self._opened[-1].sign != _CLOSES[sign]:
            self._add(Wrong.UNCLOSED, self._opened.pop().offset)
        for inner in self._opened.pop().inside:
            self._add(Wrong.NESTED, inner)

    def _end(self, start: int) -> None:
        """At the end of a paragraph: what is open stays open if it is a quotation that runs on."""
        for mark in self._opened:
            if mark.sign == "“" and self._runs_on(start, mark.offset):
                self._drop()
                self._carried = mark
            elif not (self._carried and mark.sign == "‘"):
                self._broken.add(mark.offset)
                self._add(Wrong.UNCLOSED, mark.offset)
        self._opened.clear()

    def _drop(self) -> None:
        if self._carried:
            self._add(Wrong.UNCLOSED, self._carried.offset)
            self._carried = None

    def _runs_on(self, start: int, offset: int) -> bool:
        return self._text[offset - 1 : offset] in ("：", ":") or self._begins(start, offset)

    def _begins(self, start: int, offset: int) -> bool:
        """Whether nothing but blanks stands before ``offset`` in its paragraph."""
        return offset - start < 20 and _BEGINNING.fullmatch(self._text, start, offset) is not None

    def _numbers(self, offset: int) -> bool:
        """Whether the bracket at ``offset`` closes a number of an item, as in 1）."""
        before = self._text[max(0, offset - 6) : offset]
        return before[-1:] in _SMILE or _NUMBER.search(before) is not None

    def _add(self, wrong: Wrong, offset: int) -> None:
        self._found.append(Mark(wrong, self._text[offset], offset))
