"""列表或引文嵌套太深。

More than six levels fit neither a phone nor a printed line, and come from a paste accident.

Source: GB/T 9704—2012，7.3.3（标题分四层）
Bad: 列表套了七层
Good: 列表套了三层
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule

_DEEPEST = 6


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding when lists and quotations nest deeper than six levels."""
    depth = submission.outline.depth
    if depth > _DEEPEST:
        message = f"列表或引文嵌套了 {depth} 层"
        hint = f"最多 {_DEEPEST} 层：请检查行首的空格和符号"
        yield Finding(submission.path, (submission.body_line, 1), message, hint)


RULE = Rule("T005", "列表或引文嵌套太深", submission=check)
