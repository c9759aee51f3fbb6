"""一个数或日期里混用了两种数字。

Beside Arabic numerals stand only 万 and 亿: 4千 is 4000 or 四千, 3万5千 is 3.5万. 亿万 is no number, and
百分之5 is 5% or 百分之五. The same goes for a date. A lunar day is Chinese numerals in any year.

Source: GB/T 15835—2011 出版物上数字用法，5.3
Bad: ``4千人`` · ``3万5千亩`` · ``3百万元`` · ``1.5亿万元`` · ``1百零8户`` · ``百分之80`` · ``三分之2`` ·
    ``2026年三月六日`` ·
    ``二〇二六年3月``
Good: ``4000人`` · ``3.5万亩`` · ``5千米`` · ``6千瓦`` · ``1.5万亿元`` · ``四千人`` ·
    ``10亿零817万5288人`` · ``百分之八十``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_COUNTED = "元万亿多余人名户个亩吨件条座年头只家"
_MIXED = (
    lazy(rf"千(?<=[0-9]千)(?=[{_COUNTED}年0-9])"),
    lazy(rf"百(?<=[0-9]百)(?=[{_COUNTED}零0-9]|千万)"),
    lazy(r"亿(?<=[0-9]亿)万"),
)
_NUMBER = lazy(r"(?:(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{1,2})?|[0-9.]{1,6}[万亿零][0-9.]{1,4})\Z")
_REST = lazy("[万亿零]?[0-9]{0,8}[千百]?[万亿]?")
_SHARE = lazy(r"分之(?:(?<=[一二三四五六七八九十百千万]分之)[0-9]{1,3}|(?<=[0-9]分之)[一二三四五六七八九十])")
_DATE = lazy(
    r"年(?:(?<=([0-9]{4})年)[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|(?<=([一二][〇○零一二三四五六七八九]{3})年)[0-9]{1,2}月)"
)
_LUNAR = lazy("[农阴夏旧]历")
_FAR = 16


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each number of two kinds of numerals."""
    text = submission.reading()
    for pattern in _MIXED:
        passed = 0
        for match in pattern.finditer(text):
            at = match.end() if match[0] == "亿万" else match.start()
            before = _NUMBER.search(text[max(0, match.start() - _FAR) : at].removesuffix("亿万"))
            rest = _REST.match(text, match.end())
            if before is None or rest is None or at in submission.quoted():
                continue
            start = match.start() - len(before[0])
            if start >= passed and text[start - 1] != "千":
                passed = rest.end()
                hint = "全用阿拉伯数字（单位可用“万”“亿”），如“4000”“3.5万”，或者全用汉字"
                yield submission.finding(start, passed, f"“{text[start:passed]}”混用了两种数字", hint)
    for match in _DATE.finditer(text):
        start = match.start(match.lastindex or 0)
        if start not in submission.quoted() and not _LUNAR.search(text[max(0, start - 6) : start]):
            said = text[start : match.end()]
            hint = "年、月、日用同一种数字，如“2026年3月6日”"
            yield submission.finding(start, match.end(), f"“{said}”混用了两种数字", hint)
    for match in _SHARE.finditer(text):
        start = match.start() - 1
        if start not in submission.quoted():
            said = text[start : match.end()]
            hint = "写作“5%”“2/3”，或者全用汉字“百分之五”“三分之二”"
            yield submission.finding(start, match.end(), f"“{said}”混用了两种数字", hint)


RULE = Rule(
    "T029",
    "一个数或日期里混用了两种数字",
    submission=check,
    needs=("千", "百", "亿", "分之", "年"),
    severity=Severity.WARNING,
)
