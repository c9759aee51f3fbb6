"""The numbering marks at the beginnings of lines: 第一章, 第一条, 一、, （一）, 1., （1）, ①."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from press.model.submission import Submission
from press.rules._lazy import lazy

UNITS = "编章节条"
CHAPTER, ARTICLE, COMMA, BRACKET, POINT, NUMERAL, CIRCLE = 1, 3, 4, 5, 6, 7, 8
"""The kinds of marks from the highest downwards: 编 is 0, 章 1, 节 2; 条 3, 一、 4 and so on."""

STOPS = "、.．，,:："
_HAN = "一二三四五六七八九十"
_ANOTHER = r"(?![（(]|[和至或]第?[（(]|项)"
_MARK = lazy(
    r"\n[ \t\u3000>*-]*(#{0,6})[ \t\u3000*]*()(?=[第（(0-9①-⑳一二三四五六七八九十])(?:"
    rf"第([{_HAN}百千零〇]{{1,9}})(?:([编章节])|条(之[{_HAN}]{{1,3}})?)(?=[ \t\u3000\n]|\*\*)"
    rf"|([{_HAN}]{{1,3}})([{STOPS}])(?![{_HAN}]{{1,3}}[、和至])"
    rf"|[（(]([{_HAN}]{{1,3}})[）)]([{STOPS}])?+{_ANOTHER}"
    r"|([0-9]{1,2})([.．、])(?![0-9.．、\n])(?:(?! )|(?<=[．、])|(?<=# ..)|(?<=# ...))"
    rf"|[（(]([0-9]{{1,2}})[）)]([{STOPS}])?+{_ANOTHER}"
    rf"|([①-⑳])([{STOPS}])?+(?![①-⑳]))"
)
_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_LONGEST_QUOTATION = 3000


class Mark(NamedTuple):
    """A mark of ``kind`` with its ``number``, from ``start`` to ``end`` of the file.

    ``heading`` is the level of the Markdown heading it begins (0 for none), ``stop`` what stands behind
    the number (、 in 一、, "" in （一）), ``inserted`` whether it was put in later (第三条之一).
    """

    kind: int
    number: int
    start: int
    end: int
    heading: int
    stop: str
    inserted: bool = False


def marks(submission: Submission) -> tuple[Mark, ...]:
    """The marks of the body in their order, without those of a quotation."""
    return _marks(submission.reading(), len(submission.text) - len(submission.body))


@lru_cache(maxsize=1)
def _marks(text: str, front: int) -> tuple[Mark, ...]:
    # The line end before the first line of the body belongs to the front matter.
    found = [_read(match) for match in _MARK.finditer(text, max(0, front - 1))]
    if not found:
        return ()
    quoted = LongQuotations(text)
    return tuple(mark for mark in found if mark.start not in quoted)


def _read(match: re.Match[str]) -> Mark:
    groups = match.groups("")
    start, end, heading = match.start(2), match.end(), len(groups[0])
    if groups[2]:
        kind = UNITS.index(groups[3] or "条")
        return Mark(kind, han_number(groups[2]), start, end, heading, "", bool(groups[4]))
    if groups[7]:
        return Mark(BRACKET, han_number(groups[7]), start, end, heading, groups[8])
    if groups[5]:
        return Mark(COMMA, han_number(groups[5]), start, end, heading, groups[6])
    if groups[9]:
        return Mark(POINT, int(groups[9]), start, end, heading, groups[10])
    if groups[11]:
        return Mark(NUMERAL, int(groups[11]), start, end, heading, groups[12])
    return Mark(CIRCLE, ord(groups[13]) - ord("①") + 1, start, end, heading, groups[14])


def han_number(written: str) -> int:
    """Return the number written in Chinese numerals below 10,000."""
    total = digit = 0
    for character in written:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def han(number: int) -> str:
    """Write a number below 100 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    head = "" if not tens else "十" if tens == 1 else f"{digits[tens]}十"
    return head + (digits[ones] if ones else "")


class LongQuotations:
    """Quotations, also those that run over several paragraphs: the new wording in an amendment."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        start, end = text.find("“"), -1
        while start >= 0:
            if end < start:
                end = text.find("”", start)
            if end < 0:
                break
            if end - start < _LONGEST_QUOTATION:
                self._starts.append(start)
                self._ends.append(end)
                start = end
            start = text.find("“", start + 1)

    def __contains__(self, offset: int) -> bool:
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


def mark_of(heading: str) -> Mark | None:
    """Return the mark a heading's text begins with."""
    match = _MARK.match(f"\n# {heading}\n")
    return _read(match) if match else None
