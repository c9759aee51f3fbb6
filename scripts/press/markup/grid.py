"""Lay out an HTML table with merged cells as a plain grid."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bs4.element import Tag

_COLUMNS = 60
"""A table of more columns is printed by nobody, and a span of a million is an attack."""


class Cell(NamedTuple):
    """A cell of the grid: the element it comes from (None for none), and whether it shows its text here."""

    tag: "Tag | None"
    first: bool


class Grid(NamedTuple):
    """Rows of equal length, of which ``head`` are the head; ``merged`` when any cell was."""

    rows: list[list[Cell]]
    head: int
    merged: bool


def layout(table: "Tag") -> Grid:
    """Return the grid of ``table``; tables inside its cells are left where they are.

    A cell that reaches down is shown in each row, for its text belongs to each; one that reaches
    sideways is shown once, for a number in it must not be counted twice.
    """
    trs = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    reaching: dict[int, tuple[Cell, int]] = {}
    rows: list[list[Cell]] = []
    merged = False
    head = 1
    for number, tr in enumerate(trs):
        row: list[Cell] = []
        across = down = 1
        for tag in tr.find_all(["td", "th"], recursive=False):
            _carry(row, reaching)
            wide, high = _span(tag, "colspan"), _span(tag, "rowspan")
            across, down = max(across, wide), max(down, high)
            for step in range(min(wide, _COLUMNS - len(row))):
                cell = Cell(tag, step == 0)
                if high > 1:
                    reaching[len(row)] = (cell, high - 1)
                row.append(cell)
        _carry(row, reaching)
        merged |= across > 1 or down > 1
        if number == 0 and across > 1 and 1 < down < len(trs):
            head = down
        rows.append(row)
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([Cell(None, True)] * (width - len(row)))
    return Grid(rows, head, merged)


def _carry(row: list[Cell], reaching: dict[int, tuple[Cell, int]]) -> None:
    """Continue in ``row`` the cells that reach down from above."""
    while len(row) in reaching:
        at = len(row)
        cell, left = reaching.pop(at)
        row.append(cell)
        if left > 1:
            reaching[at] = (cell, left - 1)


def _span(tag: "Tag", name: str) -> int:
    written = str(tag.get(name, "1"))
    return min(max(int(written), 1), 1000) if written.isdecimal() and len(written) < 10 else 1
