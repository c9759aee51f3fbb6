"""没有这样的日期或时刻。

No month has more than its days, no year more than twelve months, no day more than 24 hours, no hour more
than 59 minutes; a morning ends at noon. The lunar calendar has a 30th of the second month; a date that
stands alone between quotation marks is an example.

Source: 公历；GB/T 7408 日期和时间表示法
Bad: ``2月30日`` · ``2026年13月`` · ``2026年2月29日`` · ``下午25时`` · ``4月28日至31日`` · ``9时75分`` ·
    ``上午15时`` · ``二〇二六年六月三十一日``
Good: ``2024年2月29日`` · ``农历2月30日`` · ``31日24时`` · ``历时25小时`` · ``所谓“2月30日”`` ·
    ``上午9时至15时`` · ``比分25:23``
"""

import calendar
from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._numbers import value

# Most dates are none of these, and are passed over at once.
_DATE = lazy(
    r"月(?:(?<=1[3-9]月|[2-9][0-9]月|[年在于，。（( 0\n]0月)"
    r"|(?<=[0-9]月)(?=(?:[0-9]{1,2}日[至到—～-])?(?:29|[3-9][0-9]|00?)日))"
    r"(?:([0-9]{1,2})日(?:[至到—～-]([0-9]{1,2})日)?)?"
)
_BEFORE = lazy(r"(?<![0-9.])(?:([0-9]{4})年)?([0-9]{1,2})\Z")
_NUMERALS = "[一二三四五六七八九十]{1,3}"
_HAN_DATE = lazy(rf"年(?<=([一二][一二三四五六七八九〇○零]{{3}})年)({_NUMERALS})月({_NUMERALS})日")
_CLOCKS = (
    *(lazy(rf"{mark}(?<=[0-9]{mark})(?:([0-9]{{1,2}})分(?!之))?") for mark in "时点"),
    *(lazy(rf"{mark}(?<=[0-9]{mark})([0-9]{{2}})(?![0-9:：])") for mark in ":："),
)
_HOUR = lazy(r"(日|上午|早上|早晨|清晨|下午|晚上|凌晨|中午|傍晚|深夜)?[ ]?(?<![0-9.:：])([0-9]{1,2})\Z")
_MORNING = ("上午", "早上", "早晨", "清晨", "凌晨")
_LUNAR = lazy("[农阴夏旧藏傣]历")
_FAR = 14
_DIGITS = "0123456789"
_SIGNS = (
    *(f"{month}月" for month in range(13, 100)),
    *(f"{before}0月" for before in "年在于，。（( 0\n"),
    *(f"{day}日" for day in range(29, 100)),
    *(f"{before}0" for before in ("月", "日至", "日到", "日—", "日～", "日-")),
    *(f"{digit}年{month}" for digit in "一二三四五六七八九〇○零" for month in "一二三四五六七八九十"),
    *(f"{digit}{mark}" for digit in _DIGITS for mark in "时点"),
    *(f"{digit}{mark}{then}" for digit in _DIGITS for mark in ":：" for then in _DIGITS),
)
_LEAP = 2024


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each day and each time of day that does not exist."""
    text = submission.reading()
    for match in _DATE.finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - _FAR) : match.start()])
        if before is None or not (before[1] or match[1]):
            continue
        days = [int(day) for day in match.groups() if day]
        if not _exists(int(before[1] or _LEAP), int(before[2]), days):
            yield from _finding(submission, text, match.start() - len(before[0]), match.end(), "日期")
    for match in _HAN_DATE.finditer(text):
        if not _exists(value(match[1]), value(match[2]), [value(match[3])]):
            yield from _finding(submission, text, match.start(1), match.end(), "日期")
    for pattern in _CLOCKS:
        for match in pattern.finditer(text):
            hour = _HOUR.search(text[max(0, match.start() - _FAR) : match.start()])
            if hour is not None and _impossible(hour[1], int(hour[2]), int(match[1] or 0), match[0]):
                start = match.start() - len(hour[0].removeprefix("日").lstrip())
                yield from _finding(submission, text, start, match.end(), "时刻")


def _impossible(part: str | None, hour: int, minute: int, written: str) -> bool:
    """Whether there is no such time; a figure that may be no time at all is let pass.

    ``part`` is the day or the part of it that is named before; ``written`` what follows the hour.
    """
    if part is None:
        return written[0] == "时" and minute > 59
    if part == "日" and written[0] not in "时点":
        return False
    if part in _MORNING and 12 < hour < 24:
        return True
    return hour > 24 or minute > 59 or (hour == 24 and minute > 0)


def _exists(year: int, month: int, days: list[int]) -> bool:
    if not 1 <= month <= 12 or year < 1:
        return False
    return all(1 <= day <= calendar.monthrange(year, month)[1] for day in days)


def _finding(submission: Submission, text: str, start: int, end: int, what: str) -> Iterator[Finding]:
    if text[start - 1 : start] in ("“", "‘") and text[end : end + 1] in ("”", "’"):
        return
    if not _LUNAR.search(text[max(0, start - 6) : start + 2]):
        message = f"没有“{text[start:end]}”这样的{what}"
        yield submission.finding(start, end, message, f"请核对原件，改正{what}")


RULE = Rule("T033", "没有这样的日期或时刻", submission=check, needs=_SIGNS)
