"""小数点或千分撇写法不对。

The point of a decimal is half-width, and 0 stands before it; the commas of a large number part it by
three digits.

Source: GB/T 15835—2011 出版物上数字用法，5.1.1、5.1.2
Bad: ``增长3．5%`` · ``增长3。5%`` · ``提高.5个百分点`` · ``共1,00,000元`` · ``覆盖12,0000人`` ·
    ``投入1200,000元`` · ``投入12，000元``
Good: ``3.5%`` · ``0.5个百分点`` · ``100,000元`` · ``1．2026年工作`` · ``1,2,10号`` · ``一.5个项目``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._numbers import heads_line

_UNIT = r"(?:%|％|‰|个?百分点|[万亿元倍度米亩]|公里|公斤|平方|千米)"
_POINT = lazy(r"．(?<=[0-9]．)(?=[0-9])(?![0-9]{1,4}．)")
_OTHERS = tuple((mark, lazy(rf"{mark}(?<=[0-9]{mark})(?=[0-9]{{1,4}}{_UNIT})")) for mark in "。·")
_BARE = lazy(
    rf"\.(?<=[\u4e00-\u9fff（～—]\.)(?<![一二三四五六七八九十例图表注节章条款项]\.)(?=[0-9]{{1,4}}{_UNIT})"
)
_WIDE_COMMA = lazy(r"，(?<=[0-9]，)(?=0[0-9]{2}(?:[，,][0-9]{3}){0,3}(?:\.[0-9]{1,4})?[万亿元人户件吨亩])")
_COMMA = lazy(r",(?<=[0-9],)(?=[0-9])")
_GROUPS = lazy(r"[0-9]{1,12}(?:,[0-9]{1,12}){0,6}\Z")
_REST = lazy(
    r"[0-9]{1,12}(?:,[0-9]{1,12}){0,6}"
    r"(?=(?:\.[0-9]+)? ?(?:[万亿元人户件吨亩斤名头只座台]|公里|公斤|平方|立方|美元|千瓦))"
)
_FAR = 24
_DIGITS = "0123456789"


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each such number."""
    text = submission.reading()
    for match in _POINT.finditer(text) if "．" in text else ():
        start = match.start()
        before = text[max(0, start - 6) : start]
        number = before[len(before.rstrip("0123456789")) :]
        if before.removesuffix(number)[-1:] != "．" and not heads_line(text, start - len(number)):
            yield submission.finding(*match.span(), "小数点用了全角的“．”", "小数点用半角的“.”", ".")
    for mark, pattern in _OTHERS:
        for match in pattern.finditer(text) if mark in text else ():
            message = f"小数点写成了“{match[0]}”"
            yield submission.finding(*match.span(), message, "小数点用半角的“.”，请核对数字")
    for match in _BARE.finditer(text):
        yield submission.finding(
            *match.span(), "小数点前面没有“0”", "小数写出小数点前的“0”，请核对有没有漏字"
        )
    for match in _WIDE_COMMA.finditer(text):
        yield submission.finding(
            *match.span(), "千分撇用了全角的逗号“，”", "千分撇用半角的“,”，请核对数字", ","
        )
    passed = 0
    for match in _COMMA.finditer(text):
        if match.start() < passed:
            continue
        rest = _REST.match(text, match.end())
        groups = rest and _GROUPS.search(text[max(0, match.start() - _FAR) : match.start()])
        if rest is None or groups is None:
            continue
        start, passed = match.start() - len(groups[0]), rest.end()
        if _misplaced(text[start:passed].split(",")):
            message = f"千分撇的位置不对：“{text[start:passed]}”"
            yield submission.finding(start, passed, message, "从个位起每三位一节，请核对数字")


def _misplaced(groups: list[str]) -> bool:
    """Whether the groups make no number; figures told one by one (1,2,10) do not begin with 0."""
    return any(
        group[0] == "0" and (len(group) not in (1, 3) or (len(group) == 3 and len(groups[0]) > 3))
        for group in groups[1:]
    )


RULE = Rule(
    "T028",
    "小数点或千分撇写法不对",
    submission=check,
    needs=("．", *(f"{digit}{mark}" for digit in _DIGITS for mark in "。·，,"), *(f".{d}" for d in _DIGITS)),
    severity=Severity.WARNING,
    fixes=True,
)
