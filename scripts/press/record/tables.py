"""Budget and final-account tables 预决算表: what their rows mean, and whether they add up.

The first two columns are 科目编码 and 科目名称; a code is below another that it begins with
(政府收支分类科目: 类, 款, 项). The row 合计 has no code. Columns without % are amounts; a share says in
its head what it is: “X占合计%”, “X为Y%” or “X比Y增长%”, X and Y being heads of amounts.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from press.model import values
from press.model.values import percent

CODE, NAME, TOTAL = "科目编码", "科目名称", "合计"

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,9})?")
_CODE = re.compile(r"[0-9]{1,12}")
_SHARE = re.compile(r"(?P<of>.+)占合计%|(?P<part>.+)为(?P<whole>.+)%|(?P<now>.+)比(?P<then>.+)增长%")

Rows = Sequence[Sequence[str]]


class Doubt(NamedTuple):
    """What is wrong with a table; ``row`` counts lines of the file from 1."""

    row: int
    message: str
    hint: str


class Line(NamedTuple):
    """One row: its depth (0 for the top and for 合计) and its amounts by column."""

    row: int
    code: str
    name: str
    depth: int
    amounts: dict[str, Decimal]


class Sheet(NamedTuple):
    """A table that could be read. ``shares`` are the heads of shares, ``amounts`` of amounts."""

    amounts: tuple[str, ...]
    shares: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None

    @property
    def top(self) -> tuple[Line, ...]:
        """The rows that make up the total."""
        return tuple(line for line in self.lines if line.depth == 0 and line is not self.total)


def number(text: str) -> Decimal | None:
    """Read a cell such as ``1,234.5`` or ``8.2%``; None for an empty one or a dash.

    Raises ValueError for anything that is no number.
    """
    plain = text.removesuffix("％").removesuffix("%").strip()
    if plain in ("", "-", "—", "——", "－"):
        return None
    value = values.number(plain)
    if value is None:
        raise ValueError(text)
    return value


def read(rows: Rows) -> tuple[Sheet | None, list[Doubt]]:
    """Read the rows of a CSV file; a sheet, or what keeps it from being one."""
    if not rows or len(rows[0]) < 3 or list(rows[0][:2]) != [CODE, NAME]:
        return None, [Doubt(1, f"表头前两列不是“{CODE},{NAME}”", "第三列起写金额各列，如“2025年决算数”")]
    head = rows[0]
    doubts = []
    if len(set(head)) != len(head) or not all(head):
        doubts.append(Doubt(1, "表头有空的或重复的列名", "每一列写不同的名称"))
    lines: list[Line] = []
    shares = tuple(name for name in head[2:] if "%" in name or "％" in name)
    amounts = tuple(name for name in head[2:] if name not in shares)
    for index, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        if len(row) != len(head):
            doubts.append(
                Doubt(index, f"有 {len(row)} 列，表头有 {len(head)} 列", "请核对有没有多或少的逗号")
            )
            continue
        code, name = row[0], row[1]
        if not name or (code and not _CODE.fullmatch(code)) or (not code and name != TOTAL):
            doubts.append(
                Doubt(index, f"科目“{code} {name}”的写法不对", f"编码是数字；没有编码的只有“{TOTAL}”行")
            )
            continue
        found = {}
        for column, text in zip(head[2:], row[2:], strict=True):
            try:
                value = number(text)
            except ValueError:
                doubts.append(Doubt(index, f"“{name}”的{column}不是数：{text}", "只写数字，没有数的留空"))
                continue
            if value is not None:
                found[column] = value
        above = [line for line in lines if line.code and code and code.startswith(line.code)]
        lines.append(Line(index, code, name, max((line.depth + 1 for line in above), default=0), found))
    if doubts or not lines:
        return None, doubts or [Doubt(1, "表里没有一行数", "请补上各科目的金额")]
    total = next((line for line in lines if line.name == TOTAL and not line.code), None)
    return Sheet(amounts, shares, tuple(lines), total), []


def check(sheet: Sheet, rows: Rows) -> Iterator[Doubt]:
    """Yield every sum and share that is not what its parts make."""
    for line in sheet.lines:
        parts = sheet.top if line is sheet.total else _below(sheet, line)
        for column in sheet.amounts:
            added = [part.amounts[column] for part in parts if column in part.amounts]
            if not added or column not in line.amounts:
                continue
            due, written = sum(added, Decimal(0)), line.amounts[column]
            if due != written:
                hint = f"各项相加是 {due}，相差 {written - due}"
                yield Doubt(line.row, f"“{line.name}”的{column}是 {written}，与各项之和不符", hint)
    for column in sheet.shares:
        yield from _shares(sheet, rows, column)


def _below(sheet: Sheet, above: Line) -> list[Line]:
    if not above.code:
        return []
    inside = [line for line in sheet.lines if line.code.startswith(above.code) and line is not above]
    return [line for line in inside if line.depth == above.depth + 1]


def _shares(sheet: Sheet, rows: Rows, column: str) -> Iterator[Doubt]:
    match = _SHARE.fullmatch(column.replace("％", "%"))
    named = [name for name in match.groupdict().values() if name] if match else []
    if not match or any(name not in sheet.amounts for name in named) or (match["of"] and not sheet.total):
        hint = "写成“X占合计%”“X为Y%”或“X比Y增长%”，X、Y 是金额列的名称；“占合计”要有合计行"
        yield Doubt(1, f"看不出“{column}”怎样算", hint)
        return
    place = list(rows[0]).index(column)
    for line in sheet.lines:
        written = line.amounts.get(column)
        due = _due(sheet, line, match)
        if written is None or due is None:
            continue
        text = rows[line.row - 1][place]
        digits = len(text.rstrip("%％").partition(".")[2])
        part, whole = due
        exact = percent(part, whole, digits)
        # Half a unit of the last place may have been rounded either way.
        if abs(part * 100 / whole - written) > Decimal("0.5").scaleb(-digits):
            hint = f"应为 {exact}（{part} ÷ {whole}）"
            yield Doubt(line.row, f"“{line.name}”的{column}是 {written}，算出来不是", hint)


def _due(sheet: Sheet, line: Line, match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The part and the whole that a share is made of."""
    get = line.amounts.get
    if match["of"]:
        part, whole = get(match["of"]), sheet.total.amounts.get(match["of"]) if sheet.total else None
    elif match["part"]:
        part, whole = get(match["part"]), get(match["whole"])
    else:
        now, whole = get(match["now"]), get(match["then"])
        part = now - whole if now is not None and whole is not None else None
    return (part, whole) if part is not None and whole else None
