"""计量单位或乘号写法不对。

A symbol of a unit keeps its capital and small letters; 摄氏度 is not parted by the number; a unit is not
half in letters and half in Chinese, but where Chinese alone has a word for it (元/kg); between two lengths
stands ×.

Source: GB 3100—1993 国际单位制及其应用；《中华人民共和国法定计量单位使用方法》（1984年）
Bad: ``全长30KM`` · ``重5Kg`` · ``面积20m2`` · ``摄氏30度`` · ``限速60km/小时`` · ``长3x5米`` · ``20*30厘米``
Good: ``30km`` · ``20m²`` · ``30℃`` · ``60km/h`` · ``60公里/小时`` · ``8元/kg`` · ``1MW`` · ``歼-15T`` ·
    ``3×5米`` · ``4K`` · ``5G``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_RIGHT = {
    **dict.fromkeys(("KM", "Km"), "km"),
    **dict.fromkeys(("KG", "Kg"), "kg"),
    **dict.fromkeys(("CM", "Cm"), "cm"),
    **dict.fromkeys(("MM", "Mm"), "mm"),
    **dict.fromkeys(("KW", "Kw", "kw"), "kW"),
    **dict.fromkeys(("KV", "Kv", "kv"), "kV"),
    **dict.fromkeys(("KWH", "KWh", "Kwh", "kwh"), "kW·h"),
    **dict.fromkeys(("HZ", "hz"), "Hz"),
    **dict.fromkeys(("KHZ", "KHz", "Khz"), "kHz"),
    **dict.fromkeys(("MHZ", "Mhz"), "MHz"),
    **dict.fromkeys(("MPA", "Mpa"), "MPa"),
    **dict.fromkeys(("KPA", "KPa", "Kpa"), "kPa"),
    **{f"{unit}{power}": f"{unit}{'²³'[power - 2]}" for unit in ("km", "m", "cm", "mm") for power in (2, 3)},
    **dict.fromkeys(("ML", "Ml"), "mL"),
}
_SYMBOLS = tuple(
    (
        letter,
        lazy(rf"{letter}(?<=[0-9 ]{letter})[A-Za-z]{{0,2}}[23]?(?![A-Za-z0-9_/^(]|[.-][0-9A-Za-z])"),
    )
    for letter in sorted({symbol[0] for symbol in _RIGHT})
)
_AMOUNT = lazy(r"(?<![A-Za-z0-9.\-_])[0-9][0-9,]{0,11}(?:\.[0-9]{1,6})? ?\Z")
_CELSIUS = lazy(r"摄氏(零下)?([0-9]{1,4}(?:\.[0-9]{1,2})?)度")
_MIXED = lazy(
    r"/(?:(?<=[A-Za-z]/)(?:小时|时(?![段间])|分钟|秒|升|千克|公斤|平方米|立方米)"
    r"|(?<=[里米克吨升]/)(?:km|kg|m|h|s|L|d)(?![A-Za-z]))"
)
_MIXED_BEFORE = lazy(
    r"(?:(?<![A-Za-z])(?:km|m|cm|kg|g|mg|μg|t|L|mL|kW)|公里|千米|米|克|毫克|千克|公斤|吨|升)\Z"
)
_LENGTH = "(?:厘米|毫米|分米|公里|米|公分|像素|cm|mm|m)"
_TIMES = tuple(
    (
        sign,
        lazy(
            rf"{re.escape(sign)}(?<=[0-9米m ].)(?= ?[0-9]{{1,5}}(?:\.[0-9]{{1,3}})? ?{_LENGTH}(?![A-Za-z]))"
        ),
    )
    for sign in "xX*"
)
_FACTOR = lazy(rf"(?<![A-Za-z0-9.*])([0-9]{{1,5}}(?:\.[0-9]{{1,3}})?) ?{_LENGTH}? ?\Z")
_FAR = 20


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each unit and each sign of multiplication written in another way."""
    text = submission.reading()
    yield from _symbols(submission, text)
    for match in _CELSIUS.finditer(text) if "摄" in text else ():
        right = f"{match[1] or ''}{match[2]}摄氏度"
        message = f"“{match[0]}”把单位“摄氏度”拆开了"
        yield submission.finding(*match.span(), message, f"写作“{right}”或“{match[2]}℃”", right)
    for match in _MIXED.finditer(text):
        unit = _MIXED_BEFORE.search(text[max(0, match.start() - 4) : match.start()])
        if unit:
            start = match.start() - len(unit[0])
            message = f"单位“{text[start : match.end()]}”一半用字母，一半用汉字"
            hint = "全用字母（km/h）或者全用汉字（千米/时）"
            yield submission.finding(start, match.end(), message, hint)
    for sign, pattern in _TIMES:
        for match in pattern.finditer(text) if sign in text else ():
            factor = _FACTOR.search(text[max(0, match.start() - _FAR) : match.start()])
            if factor and factor[1] != "0":
                # Two * may be the marks of emphasis.
                fix = None if sign == "*" else "×"
                yield submission.finding(*match.span(), f"乘号写成了“{sign}”", "乘号写作“×”", fix)


def _symbols(submission: Submission, text: str) -> Iterator[Finding]:
    for letter, pattern in _SYMBOLS:
        for match in pattern.finditer(text) if letter in text else ():
            right = _RIGHT.get(match[0])
            if right and _AMOUNT.search(text[max(0, match.start() - _FAR) : match.start()]):
                message = f"单位符号写成了“{match[0]}”"
                yield submission.finding(*match.span(), message, f"写作“{right}”", right)


RULE = Rule(
    "T034",
    "计量单位或乘号写法不对",
    submission=check,
    needs=("/", "摄氏", *sorted({symbol[0] for symbol in _RIGHT}), "x", "X", "*"),
    severity=Severity.WARNING,
    fixes=True,
)
