"""起止和范围的连接号用错了。

From year to year, month to month, day to day, hour to hour stands one — in the width of a character; between
figures of an amount stand ～ or —. A hyphen, ~, -- or —— is neither, and 至 does not go with them.

Source: GB/T 15834—2011《标点符号用法》，4.13（一字线标示起止，浪纹线标示数值范围）；
GB/T 15835—2011《出版物上数字用法》
Bad: ``2021-2025年`` · ``2021--2025年`` · ``1-3月`` · ``9:00-11:00`` · ``6月1日-7月1日`` · ``每组3-5人`` ·
``10~20件`` · ``从1月—至3月`` · ``周一-周五``
Good: ``2021—2025年`` · ``1—3月`` · ``10～20件`` · ``2026-03-06`` · ``0371-6112233`` ·
``GB/T 9704-2012年`` · ``1月至3月`` · ``第3-2号`` · ``COVID-19`` · ``~~3~~``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_YEAR = lazy(r"[12][0-9]{3}年?\Z")
_DAY = lazy(r"(?:(?:[12][0-9]{3}年)?[0-9]{1,2}月)?[0-9]{1,2}(?:月|日|时|[:：][0-5][0-9])?\Z")
_AMOUNT = lazy(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)[%％℃]?\Z")
_THEN_YEAR = lazy(r"[12][0-9]{3}(?=年|学年)")
_THEN_DAY = lazy(
    r"(?:(?:[12][0-9]{3}年)?[0-9]{1,2}月(?!日))?[0-9]{1,2}(?:月(?!度)|日|[:：][0-5][0-9](?![0-9:：]))"
)
_THEN_AMOUNT = lazy(
    r"([0-9]{1,5}(?:\.[0-9]{1,3})?)(?=[%％℃个人名件天年户家项次条倍吨亩米岁元万亿]|小时|分钟|公里|千米|页)"
)
_BARE = lazy(r"[0-9A-Za-z.,/\-—–第:：_~]\Z")
_THEN = r"(?=[0-9.年月]{1,12}[年月日:：%％℃个人名件天户家项次条倍吨亩米岁元万亿小分公千页])"
_SIGN = {
    "-": lazy(rf"--?{_THEN}"),
    "——": lazy(rf"——{_THEN}"),
    "~": lazy(rf"~{_THEN}"),
    "–": lazy(rf"–{_THEN}"),
    "−": lazy(rf"−{_THEN}"),
}
_WEEK = {
    day: lazy(rf"{day}[一二三四五六日天](--?|——|[~–])(?=(?:周|星期)?[一二三四五六日天](?![0-9]))")
    for day in ("周", "星期")
}
_NUMBER = "[0-9一二三四五六七八九十]"
_TO = lazy(rf"至(?:(?<=[—～~–\-]至)(?={_NUMBER})|[—～~–\-](?={_NUMBER}))")
_REACH = 16


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each sign that does not join figures."""
    text = submission.reading()
    for sign, pattern in _SIGN.items():
        if sign in text:
            for match in pattern.finditer(text):
                yield from _between(submission, text, *match.span())
    for pattern in _WEEK.values():
        for match in pattern.finditer(text):
            yield _finding(submission, *match.span(1), "—")
    for match in _TO.finditer(text):
        yield submission.finding(*match.span(), "“至”和连接号用重了", "“至”和连接号只用一个")


def _between(submission: Submission, text: str, start: int, end: int) -> Iterator[Finding]:
    """Look at a sign between two figures."""
    before = text[max(0, start - _REACH) : start]
    for first, then, due in (
        (_YEAR, _THEN_YEAR, "—"),
        (_DAY, _THEN_DAY, "—"),
        (_AMOUNT, _THEN_AMOUNT, None),
    ):
        left, right = first.search(before), then.match(text, end)
        if not left or not right or _BARE.search(before[: left.start()]):
            continue
        if due is None:
            if float(left[1]) >= float(right[1]):
                continue
            due = "～" if text[start:end] == "~" else None
        yield _finding(submission, start, end, due)
        return


def _finding(submission: Submission, start: int, end: int, due: str | None) -> Finding:
    message = f"起止或范围的连接号用了“{submission.reading()[start:end]}”"
    return submission.finding(start, end, message, f"请改为“{due or '—”或“～'}”", due)


RULE = Rule(
    "T021",
    "起止和范围的连接号用错了",
    submission=check,
    needs=(*_SIGN, "至—", "—至", "～至", "至～"),
    severity=Severity.WARNING,
    fixes=True,
)
