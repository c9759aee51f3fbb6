"""Tables of wrong words, found in one pass for all the rules that have one.

An entry of a table is ``wrong>right``. Where the characters of the wrong word may meet by right, it
names behind which words and before which it is none: ``(公)布署(名)>部署``. More than one right word is
written ``right|right``; such an entry is never fixed. An entry in one line with a ``wrong`` that is part
of another's is passed over there: the longest is taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import (
    _slips_de,
    _slips_debris,
    _slips_double,
    _slips_idiom,
    _slips_lost,
    _slips_old,
    _slips_pair,
    _slips_shape,
    _slips_sound,
    _slips_wreck,
)
from press.rules._lazy import lazy
from press.rules._literals import hits, register

_ENTRY = lazy(r"(?:\(([^()]+)\))?([^()>]+)(?:\(([^()]+)\))?>(\S+)")
_TABLES = {
    "shape": _slips_shape.TABLE,
    "sound": _slips_sound.TABLE,
    "idiom": _slips_idiom.TABLE,
    "pair": _slips_pair.TABLE,
    "lost": _slips_lost.TABLE,
    "old": _slips_old.TABLE,
    "wreck": _slips_wreck.TABLE,
    "double": _slips_double.TABLE,
    "debris": _slips_debris.TABLE,
    "de": _slips_de.TABLE,
}


@dataclass(frozen=True)
class Slip:
    """One entry of a table; it is none behind a word of ``not_behind`` or before one of ``not_before``."""

    kind: str
    wrong: str
    right: tuple[str, ...]
    not_behind: tuple[str, ...]
    not_before: tuple[str, ...]

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether the wrong word at this place of ``text`` is one."""
        if self.not_before and text.startswith(self.not_before, end):
            return False
        return not (self.not_behind and text.endswith(self.not_behind, 0, start))


def entries(kind: str) -> Iterator[Slip]:
    """The entries of one table, in order."""
    for written in _TABLES[kind].split():
        match = _ENTRY.fullmatch(written)
        if match is None:
            raise ValueError(f"no entry of a table of slips: {written}")
        behind, wrong, before, right = match.groups()
        yield Slip(kind, wrong, tuple(right.split("|")), _words(behind), _words(before))


def _words(listed: str | None) -> tuple[str, ...]:
    return tuple(listed.split(",")) if listed else ()


_SLIPS = tuple(slip for kind in _TABLES for slip in entries(kind))
register("slips", ((number, slip.wrong) for number, slip in enumerate(_SLIPS)))


@lru_cache(maxsize=2)
def _found(text: str, read: str) -> dict[str, list[tuple[Slip, int, int]]]:
    """What ``read`` (``text``, with what is no words blanked out) holds of each table."""
    found: dict[str, list[tuple[Slip, int, int]]] = {}
    passed = 0
    for number, start, end in sorted(hits(text, "slips"), key=lambda hit: (hit[1], -hit[2])):
        if start >= passed and read[start:end] == text[start:end]:
            passed = end
            slip = _SLIPS[number]
            if slip.stands(read, start, end):
                found.setdefault(slip.kind, []).append((slip, start, end))
    return found


def slips(submission: Submission, kind: str) -> list[tuple[Slip, int, int]]:
    """Return the slips of one table in what there is to read, with where they start and end."""
    return _found(submission.text, submission.reading()).get(kind, [])


def findings(submission: Submission, kind: str, fault: str, fixed: int = 99) -> Iterator[Finding]:
    """Yield a finding for each slip of ``kind``; ``fault`` says what it is, behind the quoted word.

    Words of at least ``fixed`` characters that have one right form are fixed: shorter ones could be the
    end of one word and the beginning of the next.
    """
    for slip, start, end in slips(submission, kind):
        right = "或".join(f"“{word}”" for word in slip.right)
        fix = slip.right[0] if len(slip.right) == 1 and len(slip.wrong) >= fixed else None
        yield submission.finding(start, end, f"“{slip.wrong}”{fault}", f"应为{right}", fix)
