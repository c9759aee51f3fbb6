"""括号或书名号不成对。

Brackets and title marks come in pairs within a paragraph. A number of an item (1）) is none.

Source: GB/T 15834—2011《标点符号用法》，4.9（括号）、4.15（书名号）
Bad: ``县人大常委会（以下简称常委会审议了报告。`` · ``学习《监督法的规定。`` · ``青人常〔2026号`` ·
``办法》已经通过。``
Good: ``县人大常委会（以下简称常委会）审议了报告。`` · ``1）办理 2）答复`` · ``《关于修改〈办法〉的决定》``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._punctuation import QUOTES, Wrong, wrong_marks

_SAID = {
    Wrong.UNOPENED: ("“{}”没有对应的前一半", "请补上前一半，或删去；也可能是一句话中间误分了段"),
    Wrong.UNCLOSED: ("“{}”没有对应的后一半", "请补上后一半，或删去；也可能是一句话中间误分了段"),
}


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each bracket or title mark without its partner."""
    for mark in wrong_marks(submission.reading()):
        if mark.sign not in QUOTES and mark.wrong in _SAID:
            message, hint = _SAID[mark.wrong]
            yield submission.finding(mark.offset, mark.offset + 1, message.format(mark.sign), hint)


RULE = Rule(
    "T009",
    "括号或书名号不成对",
    submission=check,
    needs=("（", "）", "(", ")", "《", "》", "〈", "〉", "〔", "〕", "【", "】"),
    severity=Severity.WARNING,
)
