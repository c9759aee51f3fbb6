"""日期不合法。

A date is written YYYY-MM-DD and must exist in the calendar.

Source: GB/T 7408.1（ISO 8601-1），日历日期的扩展格式
Bad: ``date: 2026-02-30`` · ``date: 2026年3月6日`` · ``date: 2026-3-6``
Good: ``date: 2026-03-06``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each date that is misspelt or does not exist."""
    for problem in submission.problems:
        if problem.kind != "bad_date":
            continue
        name = ".".join(str(p + 1) if isinstance(p, int) else p for p in problem.path)
        message = f"键 {name} 的日期不存在" if problem.detail == "calendar" else f"键 {name} 的日期写法不对"
        yield Finding(submission.path, ("value", *problem.path), message, "日期写成 2026-03-06 的样子")


RULE = Rule("M004", "日期不合法", submission=check)
