"""Bars of figures: small pictures that always stand beside a table or list saying the same."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from press.content_types.meetings import Meeting
from press.model.values import Tally, heads, percent


class Part(NamedTuple):
    """One part of a bar: its look (``press-bar__<look>``), and where it stands in per cent."""

    look: str
    x: str
    width: str


class Bar(NamedTuple):
    """A bar. ``words`` say its figures; ``mark`` is where a line is drawn across it, or ""."""

    words: str
    parts: tuple[Part, ...]
    mark: str = ""


class Count(NamedTuple):
    """A figure with its name and the look of its part."""

    look: str
    label: str
    value: int


def bar(words: str, counts: Iterable[tuple[str, int]], whole: int, mark: int | Decimal = 0) -> Bar:
    """Draw (look, value) pairs one after the other; ``whole`` is the full width, ``mark`` a value."""
    parts, done, at = [], 0, Decimal(0)
    for look, value in counts:
        done += value
        ends = percent(min(done, whole), whole, 2)
        if ends > at:
            parts.append(Part(look, f"{at:f}", f"{ends - at:f}"))
        at = ends
    return Bar(words, tuple(parts), f"{percent(mark, whole, 2):f}" if mark else "")


def tally(vote: Tally) -> tuple[Count, ...]:
    """The four figures of a vote."""
    return (
        Count("for", "赞成", heads(vote.for_)),
        Count("against", "反对", heads(vote.against)),
        Count("abstain", "弃权", heads(vote.abstain)),
        Count("silent", "未按表决器", heads(vote.not_voted)),
    )


def in_words(counts: Iterable[Count]) -> str:
    """``赞成26票，反对0票，弃权0票，未按表决器0人``."""
    return "，".join(f"{c.label}{c.value}{'人' if c.look == 'silent' else '票'}" for c in counts)


def members(meeting: Meeting) -> int | None:
    """How many members there are in all, where the meeting says so."""
    return (heads(meeting.attendance.expected) or None) if meeting.attendance else None


def vote_bar(vote: Tally, whole: int | None) -> Bar:
    """Draw a vote among the ``whole`` of the members, with a line at half of them."""
    counts = tally(vote)
    words = in_words(counts)
    pairs = [(count.look, count.value) for count in counts]
    if not whole:
        return bar(words, pairs, vote.total)
    words += f"；全体{whole}人，过半数为{whole // 2 + 1}票"
    return bar(words, pairs, max(whole, vote.total), Decimal(whole) / 2)
