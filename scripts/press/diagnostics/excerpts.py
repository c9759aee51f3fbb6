"""A piece of a source line around the words that are meant, fit to be shown.

Nothing that moves the cursor, turns the direction of writing or cannot be seen leaves this module as
it came: a hostile file must not be able to make up a report. Widths are cells of a terminal: a Chinese
character has two, a combining mark none. Of the marks whose width depends on the font (“ ” … —), one is
counted, as terminals do that are not told otherwise.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TAB = "    "
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Categories of characters that are shown by their number."""

_STOPS = ("。", "！", "？", "；")


@dataclass(frozen=True)
class Excerpt:
    """The words meant and what stands around them on the line, each fit to be shown.

    ``words`` is empty when the place is past the end of the line.
    """

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """The piece of the line."""
        return f"{self.before}{self.words}{self.after}"

    @property
    def carets(self) -> str:
        """A line to be set below: carets under the words, at least one."""
        return " " * cells(self.before) + "^" * max(1, cells(self.words))


def cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes."""
    if text.isascii():
        return len(text)
    # Loaded where there is something to show.
    from rich.cells import cell_len

    return cell_len(text)


def visible(text: str) -> str:
    """Return ``text`` with each character that is not seen as itself shown as ``‹U+202E›``."""
    if text.isprintable():
        return text
    return "".join([_shown(character) for character in text])


def _shown(character: str) -> str:
    if character == "\t":
        return _TAB
    if character.isprintable() or unicodedata.category(character) not in _UNSEEN:
        return character
    return f"‹U+{ord(character):04X}›"


def excerpt(line: str, column: int, span: int, room: int) -> Excerpt:
    """Cut ``line`` to at most ``room`` cells around ``span`` characters from ``column`` on (1-based).

    Without a span the character at ``column`` is meant. What is cut off is shown as “…”. The cost
    does not grow with the line: a paragraph of a megabyte may hold a fault in every word.
    """
    start = min(max(column - 1, 0), len(line))
    end = min(start + max(span, 1), len(line))
    # A mark stands on the character before it.
    while 0 < start < len(line) and _mark(line[start]):
        start -= 1
    while end < len(line) and _mark(line[end]):
        end += 1
    room -= 2
    words, spare = _fill(line[start : min(end, start + room)], room)
    if len(words) < end - start:
        return Excerpt("…" if start else "", "".join(words) + "…", "")
    behind = line[max(0, start - spare) : start][::-1]
    ahead = line[end : end + spare]
    # Half the room for what stands before, and what the rest of the line does not need.
    left, _ = _fill(behind, max(spare // 2, _fill(ahead, spare)[1]))
    right, _ = _fill(ahead, spare - sum(_cell(character)[1] for character in behind[: len(left)]))
    cut = len(left) < start
    while cut and left and not cells(left[-1]):
        left.pop()
    before = "".join(left[::-1])
    after = "".join(right)
    more = end + len(right) < len(line)
    return Excerpt(f"…{before}" if cut else before, "".join(words), f"{after}…" if more else after)


def _mark(character: str) -> bool:
    return character > "\u02ff" and unicodedata.category(character) in ("Mn", "Me")


@lru_cache(8192)
def _cell(character: str) -> tuple[str, int]:
    """A character as it is shown, and how many cells that takes."""
    seen = _shown(character)
    return seen, cells(seen)


def _fill(characters: str, room: int) -> tuple[list[str], int]:
    """As many of ``characters``, each as it is shown, as have room; and how many cells are left."""
    shown = []
    for character in characters:
        seen, width = _cell(character)
        if width > room:
            break
        room -= width
        shown.append(seen)
    return shown, room


def sentence(line: str, column: int, span: int, longest: int = 60) -> Excerpt:
    """Cut ``line`` to the sentence the words stand in, at most ``longest`` characters on each side."""
    start = min(max(column - 1, 0), len(line))
    end = min(start + max(span, 1), len(line))
    behind, ahead = line[max(0, start - longest) : start], line[end : end + longest]
    first = max([behind.rfind(stop) + 1 for stop in _STOPS])
    found = [at + 1 for stop in _STOPS if (at := ahead.find(stop)) >= 0]
    # The marks that close a sentence belong to it.
    last = min(found, default=len(ahead))
    while found and last < len(ahead) and ahead[last] in "”’）》":
        last += 1
    if line[start:end].endswith(_STOPS):
        last = 0
    before = behind[first:]
    cut = first == 0 and start > longest
    more = not found and end + longest < len(line) and not line[start:end].endswith(_STOPS)
    parts = (before if cut else before.lstrip(), line[start:end], ahead[:last])
    shown = [visible(part) for part in parts]
    return Excerpt(f"…{shown[0]}" if cut else shown[0], shown[1], f"{shown[2]}…" if more else shown[2])
