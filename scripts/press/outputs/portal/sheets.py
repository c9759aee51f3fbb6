"""Budget and final-account tables of a report: as a table, as bars, and as the file itself."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from press.content_types.reports import Report, Table
from press.model.document import Document
from press.model.values import percent
from press.outputs import key as hashed
from press.outputs.portal.shapes import File
from press.outputs.portal.views import Views
from press.record import tables

_MOST = 12
"""Bars in one picture; the table has the rest."""


class Line(NamedTuple):
    """A row of the table."""

    code: str
    name: str
    depth: int
    total: bool
    cells: tuple[str, ...]


class Bar(NamedTuple):
    """A row of the picture: two bars with their lengths in per cent."""

    name: str
    final: str
    final_width: str
    budget: str
    budget_width: str


class Chart(NamedTuple):
    """The largest rows; ``budget`` is "" where the table has only one column of amounts."""

    final: str
    budget: str
    bars: tuple[Bar, ...]
    words: str


class Sheet(NamedTuple):
    """A table with its picture and its file."""

    title: str
    unit: str
    head: tuple[str, ...]
    lines: tuple[Line, ...]
    chart: Chart | None
    file: File


def of(views: Views, document: Document) -> tuple[str, Callable[[], dict[str, Any]]] | None:
    """Return what the page of a report shows of its tables, and its key; None without tables."""
    meta = document.meta
    if not isinstance(meta, Report) or not meta.tables:
        return None
    files = [views.file(document, table.file) for table in meta.tables]

    def slots() -> dict[str, Any]:
        return {"sheets": [_sheet(views, document, table) for table in meta.tables]}

    return hashed(files), slots


def _sheet(views: Views, document: Document, table: Table) -> Sheet:
    rows = views.attachment(document, table.file).rows
    sheet, _ = tables.read(rows)
    assert sheet is not None, "rule N010 refuses a table that cannot be read"
    return Sheet(
        table.title,
        table.unit,
        tuple(rows[0][2:]),
        tuple(_line(sheet, line, rows[0][2:]) for line in sheet.lines),
        _chart(sheet, table),
        views.file(document, table.file),
    )


def _line(sheet: tables.Sheet, line: tables.Line, columns: Sequence[str]) -> Line:
    cells = [
        _number(line.amounts[name]) + ("%" if name in sheet.shares else "") if name in line.amounts else ""
        for name in columns
    ]
    return Line(line.code, line.name, line.depth, line is sheet.total, tuple(cells))


def _number(value: Decimal) -> str:
    return f"{value:,}".replace("-", "−")


def _chart(sheet: tables.Sheet, table: Table) -> Chart | None:
    final, budget = _columns(sheet.amounts)
    rows = [line for line in sheet.top if line.amounts.get(final, Decimal(0)) > 0]
    rows = sorted(rows, key=lambda line: line.amounts[final], reverse=True)[:_MOST]
    if len(rows) < 2:
        return None
    most = max(line.amounts.get(name, Decimal(0)) for line in rows for name in (final, budget) if name)
    bars = []
    for line in rows:
        now, then = line.amounts[final], line.amounts.get(budget)
        bars.append(
            Bar(
                line.name,
                _number(now),
                _width(now, most),
                "" if then is None else _number(then),
                "" if then is None else _width(then, most),
            )
        )
    said = "；".join(
        f"{bar.name}{final}{bar.final}" + (f"，{budget}{bar.budget}" if bar.budget else "") for bar in bars
    )
    words = f"{table.title}中数额最大的{len(bars)}项（单位：{table.unit}）：{said}"
    return Chart(final, budget, tuple(bars), words)


def _columns(amounts: Sequence[str]) -> tuple[str, str]:
    """The columns to compare: what came of it, and what was planned last."""
    finals = [name for name in amounts if "决算" in name or "执行" in name or "完成" in name]
    final = finals[-1] if finals else amounts[-1]
    budgets = [name for name in amounts if "预算" in name and name != final]
    return final, budgets[-1] if budgets else ""


def _width(value: Decimal, most: Decimal) -> str:
    return f"{max(percent(value, most, 2), Decimal(0)):f}"
