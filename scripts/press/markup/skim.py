"""What a reader sees of a text before reading it: its headings, and how long it will take."""

import re
from html import unescape
from typing import NamedTuple

PACE = 400
"""Characters read in a minute: the middle of what adults are said to read of plain Chinese prose."""

FEWEST = 3
"""Headings from which on a text has a table of contents."""

_HEADING = re.compile(r'<h([2-6]) id="(s[0-9]+)">(.*?)</h\1>', re.S)
_NOTE = re.compile(r'<sup class="footnote-ref">.*?</sup>', re.S)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


class Heading(NamedTuple):
    """A heading as the page has it: its level (2–6), its anchor and its words."""

    level: int
    anchor: str
    text: str


def contents(rendered: str) -> tuple[Heading, ...]:
    """Return the first two levels of headings of a body that ``web`` rendered; none where they are few."""
    if rendered.count(' id="s') < FEWEST:
        return ()
    found = [
        Heading(int(level), anchor, unescape(_TAG.sub("", _NOTE.sub("", inner))).strip())
        for level, anchor, inner in _HEADING.findall(rendered)
    ]
    shown = tuple(heading for heading in found if heading.level <= 3 and heading.text)
    return shown if len(shown) >= FEWEST else ()


def minutes(rendered: str) -> int:
    """Return how many minutes it takes to read HTML: at least one, 0 where there is nothing to read."""
    characters = len(_SPACE.sub("", unescape(_TAG.sub("", rendered))))
    return max(1, (characters + PACE // 2) // PACE) if characters else 0
