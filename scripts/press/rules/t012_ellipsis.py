"""省略号写法不对。

An ellipsis is six dots in the width of two characters (……); twelve stand for a whole paragraph or verse
left out. Three stops, three points or a single … beside Chinese words are none, and 等 says the same
as the ellipsis beside it.

Source: GB/T 15834—2011《标点符号用法》，4.11（省略号的形式为“……”）
Bad: ``水渠、水塘...都要修`` · ``水渠、水塘。。。`` · ``水渠、水塘…都要修`` · ``水渠、水塘………`` ·
``水渠、水塘⋯⋯`` · ``水渠、水塘等……``
Good: ``水渠、水塘……都要修`` · ``…………`` · ``and so on...`` · ``他说：“再等一等……”`` · ``1...9``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._punctuation import HAN

_NEEDS = ("...", "。。。", "…", "⋯", "···", "．．．", "・・・", "•••")
_RUN = lazy(r"\.{3,50}|。{3,50}|⋯{1,50}|·{3,50}|．{3,50}|・{3,50}|•{3,50}")
_DOTS = lazy(r"…{1,50}")
_BESIDE = lazy(rf"[{HAN}“”‘’《》（）、，。；：！？]")
_AND_SO_ON = lazy(r"等(?=[，。；！”）\n]|等)")
_WAITS = ("一", "稍", "再", "不")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each ellipsis that is none or is said twice."""
    text = submission.reading()
    if any(sign in text for sign in _NEEDS if sign != "…"):
        for match in _RUN.finditer(text):
            if _beside(text, *match.span()):
                yield _finding(submission, *match.span())
    if "…" not in text:
        return
    for match in _DOTS.finditer(text):
        start, end = match.span()
        if end - start not in (2, 4):
            if _beside(text, start, end):
                yield _finding(submission, start, end)
        elif text[start - 1 : start] == "等" and text[start - 2 : start - 1] not in _WAITS:
            yield submission.finding(start - 1, end, "“等”和省略号用重了", "请只留一个：“等”或“……”")
        elif _AND_SO_ON.match(text, end):
            yield submission.finding(start, end + 1, "省略号和“等”用重了", "请只留一个：“……”或“等”")


def _beside(text: str, start: int, end: int) -> bool:
    return any(_BESIDE.match(side) for side in (text[start - 1 : start], text[end : end + 1]))


def _finding(submission: Submission, start: int, end: int) -> Finding:
    return submission.finding(start, end, "省略号写法不对", "省略号是六个点，占两个字：请改为“……”", "……")


RULE = Rule("T012", "省略号写法不对", submission=check, needs=_NEEDS, severity=Severity.WARNING, fixes=True)
