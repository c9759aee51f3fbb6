"""标题层级跳级。

The title of a document is level 1; headings of the body start at level 2 (``##``) and go down
one level at a time (一、 → （一） → 1. → （1）). PDF/UA refuses a skipped level.

Source: GB/T 9704—2012，7.3.3；ISO 14289-1（PDF/UA-1），7.4.2
Bad: ``## 一、概况⏎⏎#### 1.起因``
Good: ``## 一、概况⏎⏎### （一）起因⏎⏎## 二、做法``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for a level 1 heading and for each skipped level."""
    above = 1
    for heading in submission.outline.headings:
        at = (heading.line, heading.column)
        if heading.level == 1:
            hint = "文章题目写在信息栏的 title；正文标题从 ## 开始"
            yield Finding(submission.path, at, "正文里用了一级标题", hint)
        elif heading.level > above + 1:
            message = f"标题从第 {above} 级跳到第 {heading.level} 级"
            yield Finding(submission.path, at, message, f"请改为 {'#' * (above + 1)}")
        above = heading.level


RULE = Rule(
    "T002",
    "标题层级跳级",
    submission=check,
    needs=("#", "==", "--"),
    severity=Severity.WARNING,
)
