"""数值范围的前一个数漏了单位。

In a range 万, 亿 and % stand after both numbers: without them 5—10万 may begin at five.

Source: GB/T 15835—2011 出版物上数字用法，5.1.3（“13万元～17万元”不写为“13～17万元”）
Bad: ``投入5—10万元`` · ``下降10～20%`` · ``达到9-16亿元``
Good: ``5万—10万元`` · ``10%～20%`` · ``1—10千伏`` · ``3—5人`` · ``2021—2025年`` · ``电话0571-8万``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_UNITS = tuple((unit, lazy(rf"{unit}(?<=[0-9]{unit})")) for unit in ("%", "％", "‰", "万", "亿"))
_RANGE = lazy(
    r"(?:\A|[^0-9A-Za-z.\-/:：～—~－–,_])((?:[1-9][0-9]{0,5}|0(?=\.))(?:\.[0-9]{1,4})?)"
    r"[—～~–－-]([0-9]{1,6}(?:\.[0-9]{1,4})?)\Z"
)
_FAR = 26


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each range of which only the second number has its 万, 亿 or %."""
    text = submission.reading()
    for letter, pattern in _UNITS:
        for match in pattern.finditer(text) if letter in text else ():
            found = _RANGE.search(text[max(0, match.start() - _FAR) : match.start()])
            if found is None or float(found[1]) >= float(found[2]) or match.start() in submission.quoted():
                continue
            start, end = match.start() - len(found[0]) + found.start(1) - found.start(), match.end()
            unit = "万亿" if text.startswith("万亿", match.start()) else match[0]
            end += len(unit) - 1
            message = f"数值范围“{text[start:end]}”的前一个数漏了“{unit}”"
            yield submission.finding(start, end, message, f"写作“{found[1]}{unit}—{found[2]}{unit}”")


RULE = Rule(
    "T030",
    "数值范围的前一个数漏了单位",
    submission=check,
    needs=("%", "％", "‰", "万", "亿"),
    severity=Severity.WARNING,
)
