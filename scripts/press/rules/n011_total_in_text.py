"""文中的合计与表格不符。

Where a document has one table with a row 合计 and its text gives a total (合计, 共计, 总计) in the unit
of one of its columns, the two are the same figure.

Source: 表改了、文没有改（或反过来）是常见的疏漏
Bad: 表格各行合计176件，文中写“共计178件”
Good: “共计176件” · “共计38个单位”（表里没有这一栏）
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.markup.pipe_tables import pipe_tables
from press.model.submission import Submission
from press.model.values import number
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules.n009_table_totals import TOTALS, kind

_SAID = lazy(r"((?:合计|共计|总计)(?:为|是|达|达到)?([0-9][0-9,]*(?:\.[0-9]+)?))([\u4e00-\u9fff]{1,2})")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each total in the text that the table does not have."""
    if "|" not in submission.body:
        return
    prose = submission.prose()
    summed = [(t, cells) for t in pipe_tables(prose) for _, cells in t.rows if kind(cells) in TOTALS]
    if len(summed) != 1:
        return
    table, totals = summed[0]
    for match in _SAID.finditer(prose):
        line_start = prose.rfind("\n", 0, match.start()) + 1
        if "|" in prose[line_start : match.start()]:
            continue
        for unit in (match[3], match[3][:1]):
            columns = [c for c, head in enumerate(table.head) if _counts(head.strip(), unit)]
            counted = {value for c in columns if (value := number(totals[c])) is not None}
            if counted and number(match[2]) not in counted:
                due = "、".join(str(value) for value in sorted(counted))
                hint = f"表格的合计是 {due}；请核对是文中还是表中的数没有改"
                message = f"文中“{match[1]}{unit}”与表格的合计不符"
                yield Finding(submission.path, submission.place(match.start()), message, hint)
            if counted:
                break


def _counts(head: str, unit: str) -> bool:
    """Whether a column headed ``head`` counts in ``unit``: 件数 in 件, 金额（万元） in 万元."""
    return head in (unit, f"{unit}数") or head.endswith((f"（{unit}）", f"({unit})"))


RULE = Rule("N011", "文中的合计与表格不符", submission=check, needs=TOTALS, severity=Severity.WARNING)
