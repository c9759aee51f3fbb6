"""职务后面的姓名写错了一个字。

Where the title of an office stands before a name that is but one character away from the name of
somebody who has held it, or has its characters in another order, the name is misspelt. Names of
two characters are too near to each other to tell.

Source: 职务名册 ``content/roster.yml`` 和已公布的任免名单
Bad: 名册上县长是尹海桐，文中写“县长尹海洞”或“县长尹桐海”
Good: 县长尹海桐；名册上另有其人的相近姓名；职务不在名册上的“办公室主任尹海洞”
"""

from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from press.diagnostics import Finding, Severity
from press.model.reference import Reference
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules.m014_title_out_of_term import _is_whole

_GAP = lazy(r"[ \u3000]?(?:[*_]{2})?")
_SPACES = (" ", "\u3000", "*", "_")
_LEAST = 3
_BEFORE = 24
_CLAUSE = lazy(r"[，。；：！？、|\n（）“”]")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each such name."""
    reference = submission.reference
    if submission.meta is None or not reference.tenures:
        return
    titles, automaton = _of(reference)
    text = submission.reading()
    found: dict[int, tuple[str, str]] = {}
    for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        title, characters, holders = titles[number]
        at = _GAP.match(text, end).end() if text[end : end + 1] in _SPACES else end  # type: ignore[union-attr]
        if len(characters.intersection(text[at : at + _LEAST])) < _LEAST - 1:
            continue
        for organ, name in holders:
            written = text[at : at + len(name)]
            if not _near(written, name) or written in reference.tenures_of:
                continue
            before = _CLAUSE.split(text[max(0, start - _BEFORE) : start])[-1]
            if _is_whole(before, title, organ):
                found[at] = (title, name)
                break
    for at, (title, name) in found.items():
        if any(text.startswith(other, at) for other in reference.tenures_of):
            continue
        written = text[at : at + len(name)]
        message = f"{title}“{written}”，名册上是“{name}”"
        yield submission.finding(at, at + len(name), message, f"请核对；应为“{name}”，或把新任的人补进名册")


def _near(written: str, name: str) -> bool:
    """Whether ``written`` is ``name`` with one character wrong or with its characters in another order."""
    if written == name or len(written) != len(name) or not written.isalpha():
        return False
    return sum(a != b for a, b in zip(written, name, strict=True)) == 1 or sorted(written) == sorted(name)


_Title = tuple[str, frozenset[str], list[tuple[str, str]]]
"""A title, the characters in the names of those who have held it, and (organ, name) of each."""

_last: list[tuple[Reference, list[_Title], AhoCorasick]] = []


def _of(reference: Reference) -> tuple[list[_Title], AhoCorasick]:
    """The titles of all offices and an automaton that finds them; kept for the last reference."""
    if not _last or _last[0][0] is not reference:
        holders: dict[str, list[tuple[str, str]]] = {}
        for name, tenures in reference.tenures_of.items():
            for tenure in tenures if len(name) >= _LEAST else ():
                for title in reference.titles[tenure.organ, tenure.office]:
                    who = holders.setdefault(title, [])
                    if (tenure.organ, name) not in who:
                        who.append((tenure.organ, name))
        titles = [(title, frozenset("".join(n for _, n in who)), who) for title, who in holders.items()]
        _last[:] = [(reference, titles, AhoCorasick(list(holders)))]
    return _last[0][1:]


RULE = Rule("M019", "职务后面的姓名写错了一个字", submission=check, severity=Severity.WARNING)
