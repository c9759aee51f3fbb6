"""表格的合计不等于各行之和。

The row 合计 (总计, 共计) of a table is the sum of its rows, 小计 that of its group, above it or below.
Rows of 其中 and indented rows may be parts of another. A total is wrong when no way of reading the
table makes it right. Columns of shares, averages, ranks and years are no sums; a column with a cell
that is no plain number is passed over. A column headed 合计 that is the sum of the others in all
rows but one is wrong in that one.

Source: the arithmetic of the table itself.
Bad: rows 46 and 41 above 合计 88
Good: rows 46 and 41 above 合计 87
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
        for column, head in enumerate(table.head):
            if not any(word in head for word in _NO_SUM):
                yield from _down(submission, table, column)
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


def _down(submission: Submission, table: PipeTable, column: int) -> Iterator[Finding]:
    rows = []
    for line, cells in table.rows:
        text = cells[column].strip()
        value = number(text)
        if value is None and text not in _EMPTY:
            if kind(cells):
                continue
            return
        names = [cell for at, cell in enumerate(cells) if at != column and cell and number(cell) is None]
        part = any(name.lstrip("\u3000").startswith("其中") or name.startswith("\u3000") for name in names)
        rows.append(_Row(line, kind(cells), part, value))
    for index, row in enumerate(rows):
        if not row.kind or row.value is None:
            continue
        readings = [reading for reading in _readings(rows, index) if reading]
        sums = [sum((r.value or Decimal(0) for r in reading), Decimal(0)) for reading in readings]
        if sums and row.value not in sums:
            message = f"{row.kind}的“{table.head[column].strip()}”是 {row.value}，各行相加是 {sums[0]}"
            hint = f"相差 {abs(row.value - sums[0])}，请逐行核对"
            yield Finding(submission.path, (submission.body_line + row.line - 1, 1), message, hint)


def _readings(rows: list[_Row], index: int) -> Iterator[list[_Row]]:
    """Yield the sets of rows that the sum at ``index`` may be of, the likeliest first."""
    above = rows[:index]
    last = max((at for at, row in enumerate(above) if row.kind), default=-1)
    last_whole = max((at for at, row in enumerate(above) if row.kind in TOTALS), default=-1)
    following = next((at for at in range(index + 1, len(rows)) if rows[at].kind), len(rows))
    spans = [above, above[last_whole + 1 :], above[last + 1 :]]
    if rows[index].kind == _SUBTOTAL:
        spans = [above[last + 1 :], rows[index + 1 : following]]
    for span in spans:
        leaves = [row for row in span if not row.kind]
        yield [row for row in leaves if not row.part]
        yield leaves
    sums = [row for row in above if row.kind == _SUBTOTAL]
    yield sums
    if not above:
        yield [row for row in rows[1:] if not row.kind and not row.part]


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
