"""汉字之间用了半角逗号。

Between Chinese characters the comma is full-width. Addresses, code and HTML are not looked at.

Source: GB/T 15834—2011，4.4、5.1
Bad: ``审议通过了报告,并作出决议``
Good: ``审议通过了报告，并作出决议`` · ``3,200人`` · 列表形式的键 ``甲, 乙``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_COMMA = lazy(rf",(?<=[{_HAN}”’》）〉】],)(?=[{_HAN}“‘《（〈【])")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each half-width comma between two Chinese characters."""
    for match in _COMMA.finditer(submission.reading()):
        words = ("汉字之间用了半角逗号“,”", "请改为全角逗号“，”")
        yield submission.finding(*match.span(), *words, "，")


RULE = Rule(
    "T003",
    "汉字之间用了半角逗号",
    submission=check,
    needs=(",",),
    severity=Severity.WARNING,
    fixes=True,
)
