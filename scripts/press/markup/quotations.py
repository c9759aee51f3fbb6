"""What is quoted in a text: the words between “”, between ‘’ and between 《》."""

import re
from bisect import bisect_right

_MARK = re.compile(r"[“”‘’《》]|\n[ \t]*\n")
_CLOSES = {"”": "“", "’": "‘", "》": "《"}


class Quotations:
    """The outermost quotations of ``text``, by offset; those that do not end in their paragraph are none."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        if not any(mark in text for mark in _CLOSES):
            return
        opened: list[tuple[str, int]] = []
        for match in _MARK.finditer(text):
            mark = match[0]
            if mark in "“‘《":
                opened.append((mark, match.end()))
            elif mark not in _CLOSES:
                opened.clear()
            elif any(other == _CLOSES[mark] for other, _ in opened):
                while opened[-1][0] != _CLOSES[mark]:
                    opened.pop()
                self._add(opened.pop()[1], match.start())

    def __contains__(self, offset: object) -> bool:
        """Whether the character at ``offset`` is quoted; the marks themselves are not."""
        if not isinstance(offset, int):
            return False
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]

    def _add(self, start: int, end: int) -> None:
        while self._starts and self._starts[-1] >= start:
            self._starts.pop()
            self._ends.pop()
        self._starts.append(start)
        self._ends.append(end)
