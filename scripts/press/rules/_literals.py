"""One search of a text for every literal that a rule waits for, however many rules there are.

A group of literals belongs to whoever has registered it: the choice of rules, a table of wordings, the
tables of slips. All are found in one pass; afterwards each asks for its own.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

Hit = tuple[int, int, int]
"""Which literal of the group, where it starts and where it ends."""

_OWNERS: dict[str, list[tuple[str, int]]] = {}


def register(group: str, literals: Iterable[tuple[int, str]]) -> None:
    """Let ``group`` wait for (number, literal)s; several literals may have one number."""
    for number, literal in literals:
        _OWNERS.setdefault(literal, []).append((group, number))


_FEW = 50
"""Texts from which on the automaton pays that is searched twice as fast and built ten times as slowly."""


@cache
def _automaton(size: int, many: bool) -> tuple[AhoCorasick, list[list[tuple[str, int]]]]:
    kind = Implementation.DFA if many else Implementation.NoncontiguousNFA
    return AhoCorasick(list(_OWNERS), implementation=kind), list(_OWNERS.values())


@lru_cache(maxsize=2)
def _hits(text: str, size: int) -> dict[str, list[Hit]]:
    automaton, owners = _automaton(size, _hits.cache_info().misses > _FEW)
    found: dict[str, list[Hit]] = {}
    for literal, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for group, number in owners[literal]:
            found.setdefault(group, []).append((number, start, end))
    return found


def hits(text: str, group: str) -> list[Hit]:
    """Return where the literals of ``group`` stand in ``text``, by their ends."""
    return _hits(text, len(_OWNERS)).get(group, [])
