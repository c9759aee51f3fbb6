"""汉字用了英文直引号。

Around Chinese words stand “” and ‘’. Where the marks of a line pair up, they are put right; a single one,
or one whose partner is curly, is named. Inches and feet, English words and code stay.

Source: GB/T 15834—2011《标点符号用法》，4.8（引号的形式为“”和‘’）
Bad: ``落实"双联系"制度`` · ``落实'双联系'制度`` · ``落实“双联系"制度`` · ``落实＂双联系＂制度``
Good: ``落实“双联系”制度`` · ``a 55" screen`` · ``It's "done".`` · ``deputies' rights``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._punctuation import HAN

_SIGNS = ('"', "'", "＂", "＇")
_PAIRS = {'"': "“”", "'": "‘’", "＂": "“”", "＇": "‘’"}
_LONGEST = 300
_CHINESE = lazy(rf"[{HAN}]")
_MARK = lazy("[\"'＂＇]")
_CODE = lazy(r"[=(\[{+,]\s{0,3}\Z|[;{}]\s{0,3}\Z")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each pair of straight marks around Chinese, and for each one left over."""
    text = submission.reading()
    for sign in _SIGNS:
        start = text.find(sign)
        while start >= 0:
            end = text.find("\n", start)
            end = end if end >= 0 else len(text)
            yield from _line(submission, text, text.rfind("\n", 0, start) + 1, end, sign)
            start = text.find(sign, end)


def _line(submission: Submission, text: str, start: int, end: int, sign: str) -> Iterator[Finding]:
    """Look at the marks ``sign`` of one line."""
    at = [start + place for place, found in enumerate(text[start:end]) if found == sign]
    if any(_CODE.search(text, max(0, place - 4), place) for place in at):
        return
    places = [place for place in at if not (sign == "'" and _apostrophe(text, place))]
    measures = [place for place in places if text[place - 1].isdigit()]
    if sign == "'" or len(places) % 2 or len(measures) == len(places):
        places = [place for place in places if place not in measures]
    left, right = _PAIRS[sign][0], _PAIRS[sign][1]
    curly = left in text[start:end] or right in text[start:end]
    if len(places) % 2 == 0 and not curly:
        for first, last in zip(places[::2], places[1::2], strict=True):
            if last - first <= _LONGEST and _chinese(text, first, last):
                yield _finding(submission, first, sign, left)
                yield _finding(submission, last, sign, right)
        return
    for place in places:
        if _CHINESE.match(text, place + 1) or (place and _CHINESE.match(text, place - 1)):
            yield _finding(submission, place, sign, None)


def _apostrophe(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isascii() and before.isalnum() and not _CHINESE.match(after)


def _chinese(text: str, first: int, last: int) -> bool:
    """Whether what stands between the marks, or right beside them, is Chinese."""
    beside = (first - 1, last + 1)
    return _CHINESE.search(text, first, last) is not None or any(
        place >= 0 and _CHINESE.match(text, place) for place in beside
    )


def _finding(submission: Submission, place: int, sign: str, fix: str | None) -> Finding:
    hint = f"请改为“{fix}”" if fix else f"请改为“{'”“'.join(_PAIRS[sign])}”中的一个，并与另一半配对"
    return submission.finding(place, place + 1, f"汉字用了英文直引号“{sign}”", hint, fix)


RULE = Rule(
    "T007", "汉字用了英文直引号", submission=check, needs=_SIGNS, severity=Severity.WARNING, fixes=True
)
