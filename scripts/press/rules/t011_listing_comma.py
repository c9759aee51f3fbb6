"""并列的引号、书名号之间，时而用顿号，时而不用。

Between quoted words or titles that stand side by side there is usually no 、. An office may write it
all the same; within one document only one of the two ways is right, so a 、 is named only where the
document also does without. Where anything else stands between them (“甲”（注）、“乙”) the 、 stays.

Source: GB/T 15834—2011《标点符号用法》，4.5.3（标有引号、书名号的并列成分之间通常不用顿号）
Bad: ``学习《监督法》《代表法》，检查《甲办法》、《乙办法》。`` · ``落实“一线”“一网”，做好“回访”、“评议”。``
Good: ``检查《甲办法》、《乙办法》。`` · ``检查《甲办法》《乙办法》。`` ·
``学《甲法》《乙法》和《甲法》（修正）、《乙法》。`` · ``学《甲法》《乙法》，查“甲”、“乙”。``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_WAYS = (("》《", "》、《"), ("”“", "”、“"))
_STOP = lazy(r"[，。；：！？\n]")
_OTHER = lazy(r"[^”》、\s]、|、[^“《\s]")
_REACH = 120


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each 、 in a document that also does without it."""
    text = submission.reading()
    for without, within in _WAYS:
        place = text.find(within)
        if place < 0 or without not in text:
            continue
        while place >= 0:
            if not _mixed(text, place):
                message = f"“{within}”之间用了顿号，本篇别处没有用"
                yield submission.finding(place + 1, place + 2, message, "请统一：通常不用顿号", "")
            place = text.find(within, place + 1)


def _mixed(text: str, place: int) -> bool:
    """Whether the list around ``place`` holds anything else than quoted items: then 、 is right."""
    before = text[max(0, place - _REACH) : place + 1]
    stops = [match.end() for match in _STOP.finditer(before)]
    stop = _STOP.search(text, place, place + _REACH)
    start = place + 1 - len(before) + (stops[-1] if stops else 0)
    return _OTHER.search(text, start, stop.start() if stop else place + _REACH) is not None


RULE = Rule(
    "T011",
    "并列的引号、书名号之间，时而用顿号，时而不用",
    submission=check,
    needs=("》、《", "”、“"),
    severity=Severity.WARNING,
    fixes=True,
)
