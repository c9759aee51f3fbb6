"""Heading levels as they are shown: from level 2 downwards, none skipped."""

from collections.abc import Iterable, Iterator


def shown(levels: Iterable[int]) -> Iterator[int]:
    """Map written levels (1–6) to shown ones: the title is level 1, so the body starts at 2.

    A skipped level is closed up, since readers of screens and PDF/UA (ISO 14289-1, 7.4.2) rely
    on the order. Rule T002 tells the writer.
    """
    above = 1
    for level in levels:
        above = min(max(level, 2), above + 1)
        yield above
