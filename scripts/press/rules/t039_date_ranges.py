"""日期的起止颠倒或重复。

What begins on the 5th does not end on the 2nd of that month, nor what begins in 2025 in 2021. 截至 says
the end already: no 止 behind the date. A year or month is not written twice (2026年年3月).

Source: 公历；现代汉语词典“截至”条
Bad: ``3月5日至2日举行`` · ``2026年3月5日至3月2日`` · ``2025年至2021年`` · ``2025—2021年`` ·
    ``2026年5月至3月`` ·
    ``截至2026年3月5日止`` · ``截至目前为止`` · ``2026年年3月``
Good: ``3月5日至8日`` · ``2025年12月28日至2026年1月3日`` · ``12月28日至1月3日`` · ``2021—2025年`` ·
    ``11月至次年3月`` ·
    ``截至2026年3月5日`` · ``2026年年底`` · ``3月5日到2日后`` · ``GB 2025—2012年版``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_TO = "(?:至|到|——|—|～|~|-)"
_DAYS = lazy(rf"日(?<=[0-9]日){_TO}(?:([0-9]{{4}})年)?(?:([0-9]{{1,2}})月)?([0-9]{{1,2}})日(?!后|内|之|间隔)")
_FIRST_DAY = lazy(r"(?<![0-9])(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})\Z")
_YEARS = lazy(r"年(?:(?<=[至到—～~-]((?:19|20)[0-9]{2})年)|(?<=[0-9]年)年(?=[0-9]))")
_FIRST_YEAR = lazy(
    rf"(?<![0-9A-Za-z\-/.—])((?:19|20)[0-9]{{2}})(?:年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?|[底初末])?)?{_TO}\Z"
)
_MONTHS = lazy(rf"月(?<=[0-9]月)(?:{_TO}(?:([0-9]{{4}})年)?([0-9]{{1,2}})月|月(?=[0-9]))")
_FIRST_MONTH = lazy(r"(?<![0-9])([0-9]{4})年([0-9]{1,2})\Z")
_UNTIL = lazy(
    r"截至(?:目前|现在|今天|当前|昨日|(?:[0-9〇○零一二三四五六七八九十]{1,4}[年月日时]){1,4}[底末初]?)(为?止)(?![住血损跌])"
)
_LUNAR = lazy("[农阴夏旧]历|[A-Za-z/] ?\\Z")
_FAR = 22


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each period that runs backwards and each date with a word too many."""
    text = submission.reading()
    for match in _DAYS.finditer(text):
        first = _FIRST_DAY.search(text[max(0, match.start() - _FAR) : match.start()])
        if first and _backwards(first, match):
            yield from _reversed(submission, text, match.start() - len(first[0]), match.end())
    for match in _YEARS.finditer(text):
        if match[1] is None:
            yield _doubled(submission, match)
            continue
        first = _FIRST_YEAR.search(text[max(0, match.start(1) - _FAR) : match.start(1)])
        if first and int(match[1]) < int(first[1]):
            yield from _reversed(submission, text, match.start(1) - len(first[0]), match.end())
    for match in _MONTHS.finditer(text):
        if match[2] is None:
            yield _doubled(submission, match)
            continue
        first = _FIRST_MONTH.search(text[max(0, match.start() - _FAR) : match.start()])
        if first and match[1] in (None, first[1]) and int(match[2]) < int(first[2]):
            yield from _reversed(submission, text, match.start() - len(first[0]), match.end())
    for match in _UNTIL.finditer(text) if "截" in text else ():
        message = f"“截至”和后面的“{match[1]}”重复"
        yield submission.finding(*match.span(), message, f"删去“{match[1]}”：{match[0][: -len(match[1])]}")


def _doubled(submission: Submission, match: re.Match[str]) -> Finding:
    word = match[0][0]
    return submission.finding(*match.span(), f"“{word}”字重复", f"只留一个“{word}”", word)


def _backwards(first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether the last day comes before the first; from December to January a year may be unsaid."""
    if last[1] is not None:
        return first[1] is not None and first[1] == last[1] and _day(first, 2) > _day(last, 2)
    month = int(last[2] or first[2])
    return month == int(first[2]) and int(last[3]) <= int(first[3])


def _day(match: re.Match[str], group: int) -> tuple[int, int]:
    return int(match[group] or 0), int(match[group + 1])


def _reversed(submission: Submission, text: str, start: int, end: int) -> Iterator[Finding]:
    if start not in submission.quoted() and not _LUNAR.search(text[max(0, start - 6) : start]):
        message = f"日期的起止颠倒：“{text[start:end]}”"
        yield submission.finding(start, end, message, "请核对起止日期；跨月、跨年的写出月份、年份")


RULE = Rule(
    "T039",
    "日期的起止颠倒或重复",
    submission=check,
    needs=("年", "月", "截至"),
    severity=Severity.WARNING,
    fixes=True,
)
