"""概数的写法不对。

Two numbers side by side that stand for "about" have no 、 between them and are Chinese numerals, as is a
number with 几. 第三、四届, 三、四年级 and the numbers of chapters tell two things one by one.

Source: GB/T 15835—2011 出版物上数字用法，4.2.2、5.2.1；GB/T 15834—2011 标点符号用法，4.5.3.4
Bad: ``来了三、四十人`` · ``等了三、四天`` · ``等了3、4天`` · ``都是七、八十岁`` · ``才十七、八岁`` ·
    ``过了两、三天`` · ``有20几个村`` ·
    ``过了10几年`` · ``几10户``
Good: ``三四十人`` · ``三四天`` · ``近一二十年`` · ``第三、四届`` · ``三、四年级`` · ``第十七、八届`` ·
    ``五、六月份`` ·
    ``三、四个人的事`` · ``3、4月`` · ``二十几个`` · ``第三、四次会议``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._numbers import heads_line, value

_DIGITS = "一二三四五六七八九"
_AFTER = (
    r"天(?![然气津下台空])|个(?![月别]?[季阶]|体|人)|个人|名(?!单|称|录)|位(?!于|置)|次(?!会|产业|全)|户(?!籍|口|外)|岁(?!组|至|到)|亩|斤"
    r"|公里|公斤|里(?!程)|分钟|小时|年(?![级制期度产报规计])|家(?!庭|长)|件(?!事)|趟|遍|倍|人(?![民大员才次])|米|吨|元|倍"
)
_HAN = lazy(
    "、(?<=([一二两三四五六七八])、)([二两三四五六七八九])"
    rf"(?=[十百千](?![{_DIGITS}条款项号])|[万亿](?!{_DIGITS})|{_AFTER})"
)
_ARABIC = lazy(rf"、(?<=[^0-9.][1-8]、)([2-9])(?P<zeros>0{{0,3}})(?=[多余]?(?:万|亿|{_AFTER}))")
_NUMERALS = _DIGITS + "两十百千万零〇"
_LISTED = frozenset("第、周期初年月日级号楼组图表例式条款项章节届（(）)和与及件")
_SEVERAL = lazy(
    r"几(?:(?<=[0-9]0几)(?=[个年人天次户名位万亿元岁家条件种项里度亩]|小时|公里)|(?=10{1,3}(?![0-9])[个年人天次户名位万亿元岁家条件种项里亩]))"
)
_WORD_BEFORE = lazy(r"[0-9]{1,4}\Z")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each such approximation."""
    text = submission.reading()
    for match in _HAN.finditer(text):
        if value(match[2]) == value(match[1]) + 1:
            before = text[max(0, match.start() - 6) : match.start()]
            start = match.start() - len(before) + len(before.rstrip(_NUMERALS))
            right = text[start : match.start()] + match[2]
            yield from _pair(submission, text, start, match.end(), right)
    for match in _ARABIC.finditer(text):
        first, second = int(text[match.start() - 1]), int(match[1])
        if second == first + 1:
            power = ("", "十", "百", "千")[len(match["zeros"])]
            right = _DIGITS[first - 1] + _DIGITS[second - 1] + power
            yield from _pair(submission, text, match.start() - 1, match.end(), right)
    for match in _SEVERAL.finditer(text):
        start, end = match.span()
        digits = _WORD_BEFORE.search(text[max(0, start - 4) : start])
        start -= len(digits[0]) if digits else 0
        end += 0 if digits else len(text[end : end + 4]) - len(text[end : end + 4].lstrip("10"))
        if start not in submission.quoted():
            message = f"概数“{text[start:end]}”用了阿拉伯数字"
            yield submission.finding(start, end, message, "概数用汉字，如“十几”“二十几”“几十”")


def _pair(submission: Submission, text: str, start: int, end: int, right: str) -> Iterator[Finding]:
    """Yield a finding for two numbers, unless they are two of a list or the number of a heading."""
    if heads_line(text, start) or text[start - 1] in _LISTED or start in submission.quoted():
        return
    message = f"概数“{text[start:end]}”写得不对"
    hint = f"两个数连用表示概数，中间不加顿号，用汉字：{right}；如果是并列的两项，请写清楚"
    yield submission.finding(start, end, message, hint)


RULE = Rule("T037", "概数的写法不对", submission=check, needs=("、", "几"), severity=Severity.WARNING)
