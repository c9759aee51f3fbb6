"""日期与星期不符。

The weekday given with a date is the one the calendar has. A date without a year is judged only in texts
that speak of their own days; there it is the one nearest to the day of the document, or that of any year
the text names.

Source: 公历
Bad: ``2026年2月26日（星期五）召开`` · ``定于3月6日（周二）召开``
Good: ``2026年2月26日（星期四）`` · ``3月6日至8日（周五至周日）`` · ``农历2026年二月十六日（星期五）`` ·
    ``1998年的3月6日（星期五）``
"""

import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_NAMES = "一二三四五六日"
_WEEKDAYS = {name: number for number, name in enumerate(_NAMES)} | {"天": 6}
_DAYS = tuple(
    lazy(rf"{word}(?:(?<=日{word})|(?<=[日午上晚][（( ]{word}))([{_NAMES}天]){after}")
    for word, after in (
        ("星期", "(?![至到—～、和])"),
        ("礼拜", "(?![至到—～、和])"),
        ("周", r"(?=[）) ，。；上下早晚凌中0-9\n])"),
    )
)
_DATE = lazy(r"(?:((?:19|20)[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日(?:上午|下午|晚上|晚)?[（( ]?\Z")
_YEAR = lazy(r"年(?<=((?:19|20)[0-9]{2})年)")
_OTHER_YEAR = lazy("[去前明上次翌来同当那]年")
_LUNAR = lazy("[农阴夏旧]历")
_OF_THEIR_DAYS = ("news", "notices", "meetings")
_FAR = 16


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each date with another weekday than its own."""
    text = submission.reading()
    named = cache(lambda: _named(text))
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            date = _DATE.search(text[max(0, match.start() - _FAR) : match.start()])
            if date is None:
                continue
            start = match.start() - len(date[0])
            if _LUNAR.search(text[max(0, start - 6) : start]):
                continue
            days = _days(submission, date, named) if date[1] or start not in submission.quoted() else []
            if days and all(day.weekday() != _WEEKDAYS[match[1]] for day in days):
                right = f"{days[0].year}年{days[0].month}月{days[0].day}日是星期{_NAMES[days[0].weekday()]}"
                said = text[start : match.end() + text.startswith(("）", ")"), match.end())]
                message = f"日期与星期不符：“{said}”"
                yield submission.finding(
                    start, start + len(said), message, f"{right}；请核对是日期错还是星期错"
                )


def _named(text: str) -> tuple[frozenset[int], bool]:
    """The years a text names, and whether it speaks of another year without naming it."""
    return frozenset(int(year) for year in _YEAR.findall(text)), bool(_OTHER_YEAR.search(text))


def _days(
    submission: Submission, date: re.Match[str], named: Callable[[], tuple[frozenset[int], bool]]
) -> list[datetime.date]:
    """The days a date may be, the likeliest first; none where nobody can tell."""
    if date[1]:
        return _in_years([int(date[1])], date)
    if submission.type not in _OF_THEIR_DAYS or submission.meta is None:
        return []
    own = submission.meta.date
    near = _in_years([own.year - 1, own.year, own.year + 1], date)
    near.sort(key=lambda day: abs(day - own))
    years, other = named()
    return [*(near if other else near[:1]), *_in_years(sorted(years), date)]


def _in_years(years: list[int], date: re.Match[str]) -> list[datetime.date]:
    """The date in each of the years that have it."""
    days = []
    for year in years:
        with suppress(ValueError):
            days.append(datetime.date(year, int(date[2]), int(date[3])))
    return days


RULE = Rule("T032", "日期与星期不符", submission=check, needs=("星期", "周", "礼拜"))
