"""落款不合格式。

A document ends with the organ's full name and below it the day, in Arabic numerals with year, month and day,
without a mark behind it, and no later than the day it is published. Looked at is a line that is nothing but a
date, below or above a line that is nothing but an organ's name. Dates in Chinese numerals were right before
July 2012, and stay in archives.

Source: GB/T 9704—2012，7.3.5
Bad: ``特此通知。⏎⏎禾阳县人民政府⏎⏎2026年3月6日。`` · ``特此通知。⏎⏎禾阳县人民政府⏎⏎二〇二六年三月六日``
    · ``特此通知。⏎⏎禾阳县人民政府⏎⏎2026.3.6`` · ``特此通知。⏎⏎2026年3月6日⏎⏎禾阳县人民政府``
    · ``特此通知。⏎⏎禾阳县人民政府⏎⏎2026年3月16日`` · ``特此通知。⏎⏎县人大常委会⏎⏎2026年3月6日``
Good: ``特此通知。⏎⏎禾阳县人民政府⏎⏎2026年3月6日`` · ``会期：⏎⏎2026年3月16日``
    · ``会议在二〇二六年三月六日召开。`` · ``特此通知。⏎⏎县长 顾明禾⏎⏎2026年3月6日``
"""

import datetime
import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._marks import han_number

_SINCE = datetime.date(2012, 7, 1)
"""From this day GB/T 9704—2012 is in force, which wants Arabic numerals."""

_HAN = "[一二三四五六七八九十]{1,3}"
_DATE = lazy(
    r"\n[ \t\u3000>*]*(?=[0-9一二])((?P<right>([0-9]{4})年[ ]?([0-9]{1,2})月[ ]?([0-9]{1,2})日)"
    r"|(?P<figures>([0-9]{4})[-.．/]([0-9]{1,2})[-.．/]([0-9]{1,2}))"
    rf"|(?P<han>([一二][〇○ＯO0零一二三四五六七八九]{{3}})年({_HAN})月({_HAN})日)"
    r"|(?P<short>[0-9]{1,2}月[0-9]{1,2}日))(?P<stop>[。.，,；;、]?)[ \t\u3000*]*(?=\n|\Z)"
)
_ORGAN = lazy(
    r"[\u4e00-\u9fff（）“”、]{0,40}(?:委员会|政府|法院|检察院|办公室|主席团|工会|协会|学会|人大|"
    r"[人常党工纪政监]委|[\u4e00-\u9fff]局|常委会)"
)
_SHORT = lazy(
    r"[省市县区镇乡](?:人大|人大常委会|人民代表大会|人民代表大会常务委员会|人民政府|政府)(?:办公室)?"
)
_LINE = lazy(r"\n[ \t\u3000>*]*([^\s>*][^\n]*)")
_MARKUP = " \t\u3000>*"
_FAR = 300
_DIGITS = {c: str(n) for n, c in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○ＯO0", "0")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each fault in a signature."""
    text = submission.reading()
    front = len(submission.text) - len(submission.body)
    for match in _DATE.finditer(text, max(0, front - 1)):
        before = _LINE.findall(text, max(front - 1, match.start() - _FAR), match.start())
        organ = before[-1].rstrip(_MARKUP) if before else ""
        if _ORGAN.fullmatch(organ):
            yield from _of_date(submission, match)
            if _SHORT.fullmatch(organ):
                at = text.rindex(organ, 0, match.start())
                hint = "落款写全称或规范化简称，如“禾阳县人民政府”"
                yield submission.finding(at, at + len(organ), f"落款的单位名称不全：“{organ}”", hint)
        elif _ends_with_organ(text, match.end()):
            message = "成文日期写在了单位名称上面"
            yield submission.finding(*match.span(1), message, "落款先写单位名称，日期写在它的下一行")


def _ends_with_organ(text: str, start: int) -> bool:
    """Whether the only line behind a date, in its block or in the document, is an organ's name."""
    behind = _LINE.search(text, start, start + _FAR)
    if behind is None or not _ORGAN.fullmatch(behind[1].rstrip(_MARKUP)):
        return False
    return text[behind.end() : behind.end() + _FAR].strip()[:3] in ("", ":::")


def _of_date(submission: Submission, match: re.Match[str]) -> Iterator[Finding]:
    start, end = match.span(1)
    shown = match[1]
    published = submission.meta.date if submission.meta else None
    if match["stop"]:
        message = f"成文日期后面有“{match['stop']}”"
        yield submission.finding(end, end + 1, message, "成文日期后不加标点，请删去", "")
    if match["short"]:
        yield submission.finding(start, end, f"成文日期缺年份：“{shown}”", "年、月、日都要写全")
        return
    year, month, day = _numbers(match)
    if month > 12 or day > 31:
        return  # no such day, which is another rule's
    right = f"{year}年{month}月{day}日"
    if match["figures"]:
        yield submission.finding(start, end, f"成文日期的写法不对：“{shown}”", f"写作“{right}”", right)
    elif match["han"] and published and published >= _SINCE and submission.type != "archives":
        yield submission.finding(start, end, f"成文日期用了汉字数字：“{shown}”", f"写作“{right}”", right)
    if published and (year, month, day) > (published.year, published.month, published.day):
        message = f"落款日期“{shown}”晚于发布日期 {published}"
        yield submission.finding(start, end, message, "请核对落款和信息栏的 date")


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    if match["han"]:
        year = int("".join(_DIGITS[character] for character in match[11]))
        return year, han_number(match[12]), han_number(match[13])
    first = 3 if match["right"] else 7
    return int(match[first]), int(match[first + 1]), int(match[first + 2])


RULE = Rule("T044", "落款不合格式", submission=check, severity=Severity.WARNING, fixes=True)
