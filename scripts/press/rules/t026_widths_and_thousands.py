"""数字用了全角，或者千分撇前后不一。

Arabic numerals and the percent sign take half the width of a character. In one document large numbers are
parted by commas everywhere or nowhere; numbers below 10000 may always do without.

Source: GB/T 15835—2011 出版物上数字用法，5.1.1、5.1.7
Bad: ``共１２人`` · ``增长5％`` · ``增长３．５％`` · ``收入12,500元，支出11800元``
Good: ``共12人`` · ``增长5%`` · ``收入12,500元，支出9800元`` · ``收入12500元，支出11800元`` ·
    ``收入12,500元，邮编100000``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._numbers import heads_line

_HAN_DIGITS = "一二三四五六七八九〇"
_FULL = "０１２３４５６７８９"
_WIDE = lazy(rf"[{_FULL}](?:[{_FULL}．]{{0,30}}[{_FULL}])?")
_PERCENT = lazy(rf"％(?<=[0-9{_FULL}]％)")
_LIST = lazy(rf"[0-9{_FULL}]{{0,9}}[.)]")
_HALF = str.maketrans(_FULL + "．", "0123456789.")
_PARTED = lazy(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
_UNIT = r"(?=(?:\.[0-9]{1,4})?[元人户亩件名吨万只头株册台辆份斤尾枚箱])"
_COMMAS = lazy(rf"(?<![0-9,.])[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,5}}(?![0-9,]){_UNIT}")
_PLAIN = lazy(rf"(?<![0-9A-Za-z,.\-_/:：+])[1-9][0-9]{{4,11}}(?![0-9,]){_UNIT}")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each full-width number and each large one written unlike the others."""
    text = submission.reading()
    if any(digit in text for digit in _FULL):
        for match in _WIDE.finditer(text):
            if text[match.start() - 1] in _HAN_DIGITS:
                continue  # 二０二六年
            right = match[0].translate(_HALF)
            before = text[max(0, match.start() - 9) : match.start()]
            head = heads_line(text, match.start() - len(before) + len(before.rstrip("0123456789")))
            if head:
                right = right.replace(".", "．")
            # "1." at the head of a line makes a list.
            fix = None if head and _LIST.match(text, match.end()) else right
            message = f"数字用了全角：“{match[0]}”"
            yield submission.finding(*match.span(), message, f"改为半角“{right}”", fix)
    for match in _PERCENT.finditer(text) if "％" in text else ():
        yield submission.finding(*match.span(), "百分号用了全角的“％”", "改为半角的“%”", "%")
    if "," in text and _PARTED.search(text):
        yield from _thousands(submission, text)


def _thousands(submission: Submission, text: str) -> Iterator[Finding]:
    quoted = submission.quoted()
    parted = [match for match in _COMMAS.finditer(text) if match.start() not in quoted]
    plain = [match for match in _PLAIN.finditer(text) if match.start() not in quoted]
    if not parted or not plain:
        return
    fewer, more = (plain, parted) if len(plain) <= len(parted) else (parted, plain)
    for match in fewer:
        message = f"“{match[0]}”和“{more[0][0]}”的千分撇写法不一"
        yield submission.finding(*match.span(), message, "全篇的大数都用千分撇，或者都不用")


RULE = Rule(
    "T026",
    "数字用了全角，或者千分撇前后不一",
    submission=check,
    needs=(*_FULL, "％", ","),
    severity=Severity.WARNING,
    fixes=True,
)
