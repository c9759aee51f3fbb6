"""表格的合计不等于各行之和。

The row 合计 (总计, 共计) of a table is the sum of its rows, 小计 that of its group, above it or below.
Rows of 其中 and indented rows may be parts of another. A total is wrong when no way of reading the
table makes it right. Columns of shares, averages, ranks and years are no sums; a column with a cell
that is no plain number is passed over. A column headed 合计 that is the sum of the others in all
rows but one is wrong in that one.

Source: 表格自身的算术
Bad: 46、41两行，合计写88
Good: 46、41两行，合计写87
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from press.diagnostics import Finding
from press.markup.pipe_tables import PipeTable, pipe_tables
from press.model.submission import Submission
from press.model.values import number
from press.rules import Rule

TOTALS = ("合计", "总计", "共计")
_SUBTOTAL = "小计"
_NO_SUM = (
    "%",
    "％",
    "率",
    "比",
    "占",
    "增长",
    "增幅",
    "平均",
    "人均",
    "均价",
    "序号",
    "名次",
    "排名",
    "年份",
    "编号",
)
_EMPTY = ("", "-", "—", "——", "－", "/")


class _Row(NamedTuple):
    line: int
    kind: str
    part: bool
    value: Decimal | None


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each total that is not the sum of its rows."""
    if "|" not in submission.body:
        return
    for table in pipe_tables(submission.prose()):
        yield from _down(submission, table)
        for column, head in enumerate(table.head):
            if head in TOTALS:
                yield from _across(submission, table, column)


def kind(cells: tuple[str, ...]) -> str:
    """合计, 小计 and so on, or "" for a row of figures."""
    for cell in cells:
        plain = "".join(cell.split()).rstrip("：:")
        if plain in TOTALS or plain == _SUBTOTAL:
            return plain
    return ""


def _down(submission: Submission, table: PipeTable) -> Iterator[Finding]:
    kinds = [kind(cells) for _, cells in table.rows]
    parts = [_is_part(cells) for _, cells in table.rows]
    for column, head in enumerate(table.head):
        if any(word in head for word in _NO_SUM):
            continue
        rows = _column(table, column, kinds, parts)
        for row, sums in _sums(rows):
            if row.value in sums:
                continue
            message = f"{row.kind}的“{head.strip()}”是 {row.value}，各行相加是 {sums[0]}"
            hint = f"相差 {abs((row.value or 0) - sums[0])}，请逐行核对"
            yield Finding(submission.path, (submission.body_line + row.line - 1, 1), message, hint)


def _is_part(cells: tuple[str, ...]) -> bool:
    """Whether a row may be a part of another one: 其中 or indented."""
    names = [cell for cell in cells if cell and number(cell) is None]
    return any(name.lstrip("\u3000").startswith("其中") or name.startswith("\u3000") for name in names)


def _column(table: PipeTable, column: int, kinds: list[str], parts: list[bool]) -> list[_Row]:
    """The figures of a column; none at all when a cell is no plain number."""
    rows = []
    for (line, cells), kind_, part in zip(table.rows, kinds, parts, strict=True):
        text = cells[column].strip()
        value = number(text)
        if value is None and text not in _EMPTY:
            if kind_:
                continue
            return []
        rows.append(_Row(line, kind_, part, value))
    return rows


class _Span:
    """Figures added up while going down: without parts, and with them."""

    def __init__(self) -> None:
        self.plain = self.whole = Decimal(0)
        self.counted = self.plainly = 0

    def add(self, row: _Row) -> None:
        self.whole += row.value or 0
        self.counted += 1
        if not row.part:
            self.plain += row.value or 0
            self.plainly += 1

    @property
    def sums(self) -> list[Decimal]:
        return [self.plain] * bool(self.plainly) + [self.whole] * bool(self.counted)


def _sums(rows: list[_Row]) -> Iterator[tuple[_Row, list[Decimal]]]:
    """Yield each row of a sum with what it may be the sum of, the likeliest first.

    A whole is that of all rows above, of those since the last whole or the last sum, or of the sums
    of groups; a group stands above its sum or below it.
    """
    below = _below(rows)
    everything, since_whole, since_any = _Span(), _Span(), _Span()
    groups, grouped = Decimal(0), False
    for index, row in enumerate(rows):
        if not row.kind:
            for span in (everything, since_whole, since_any):
                span.add(row)
            continue
        if row.kind == _SUBTOTAL:
            sums = [*since_any.sums, *below.get(index, [])]
            groups, grouped = groups + (row.value or 0), True
        else:
            sums = [*everything.sums, *since_whole.sums, *since_any.sums, *[groups] * grouped]
            sums = sums or below.get(index, [])
            since_whole = _Span()
        since_any = _Span()
        if sums and row.value is not None:
            yield row, sums


def _below(rows: list[_Row]) -> dict[int, list[Decimal]]:
    """What stands between each sum and the next one below it."""
    found: dict[int, list[Decimal]] = {}
    span = _Span()
    for index in reversed(range(len(rows))):
        if rows[index].kind:
            found[index] = span.sums
            span = _Span()
        else:
            span.add(rows[index])
    return found


def _across(submission: Submission, table: PipeTable, column: int) -> Iterator[Finding]:
    others = [c for c, head in enumerate(table.head) if c != column and not any(w in head for w in _NO_SUM)]
    rows = []
    for line, cells in table.rows:
        values = [value for c in others if (value := number(cells[c])) is not None]
        total = number(cells[column])
        if total is None or len(values) < 2:
            return
        rows.append((line, cells[0].strip(), total, sum(values, Decimal(0))))
    wrong = [row for row in rows if row[2] != row[3]]
    if len(wrong) == 1 and len(rows) >= 3:
        line, name, total, due = wrong[0]
        message = f"“{name}”一行的合计是 {total}，各列相加是 {due}"
        at = (submission.body_line + line - 1, 1)
        yield Finding(submission.path, at, message, f"相差 {abs(total - due)}，请核对这一行")


RULE = Rule("N009", "表格的合计不等于各行之和", submission=check, needs=("计",))
