"""汉字之间用了半角逗号。

Between Chinese characters the comma is full-width. Addresses, code and HTML are not looked at.

Source: GB/T 15834-2011, 4.4 and 5.1.
Bad: ``审议通过了报告,并作出决议``
Good: ``审议通过了报告，并作出决议`` · ``3,200 人`` · ``甲, 乙`` in a list of keys
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af”’》）〉】"
_COMMA = re.compile(rf"(?<=[{_HAN}]),(?=[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af“‘《（〈【])")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each half-width comma between two Chinese characters."""
    for key in ("title", "subtitle", "summary"):
        value = submission.values.get(key)
        if isinstance(value, str) and _COMMA.search(value):
            yield Finding(submission.path, ("value", key), *_words())
    for match in _COMMA.finditer(submission.prose()):
        yield Finding(submission.path, submission.place(match.start()), *_words())


def _words() -> tuple[str, str]:
    return "汉字之间用了半角逗号“,”", "请改为全角逗号“，”"


RULE = Rule("T003", "汉字之间用了半角逗号", submission=check, needs=(",",), severity=Severity.WARNING)
