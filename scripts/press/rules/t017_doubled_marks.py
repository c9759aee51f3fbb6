"""标点用重了。

Two of 。，、；： never follow each other, nor does one of them follow ？ or ！. The doubled mark is left over
from editing; where both are the same, one goes. ？！ and ！！ stay, and so do marks that are spoken of.

Source: GB/T 15834—2011《标点符号用法》，第4章（一处停顿只用一个点号）
Bad: ``会议听取了报告，，并作出决议`` · ``会议结束。。`` · ``议程如下：。`` · ``会议听取了报告，。`` ·
``怎么办？。`` · ``水渠、、水塘`` · ``会议听取了报告，,并作出决议``
Good: ``怎么办？！`` · ``好！！！`` · ``“好。”他说`` · ``水渠……，水塘`` · ``“，。”都是点号`` ·
``会议结束。`` · ``约12.5，3.``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._punctuation import HAN

_FULL = {mark: lazy(rf"{mark}[，。、；：？！]{{1,9}}") for mark in "，。、；："}
_FULL |= {mark: lazy(rf"{mark}[，。、；：]{{1,9}}") for mark in "？！"}
_HALF = {
    mark: lazy(
        rf"{re.escape(mark)}(?:(?<=[，。、；：？！]{re.escape(mark)})(?![0-9])"
        rf"|(?<=[{HAN}”》）]{re.escape(mark)})[，。、；：,;]{{1,9}})"
    )
    for mark in ",;:."
}
_OMITTED = lazy(r"。{3,}")
_SPOKEN = "“‘（(「"
_MARKS, _NARROW = "，。、；：？！", ",;:."
_PAIRS = (
    *(first + then for first in _MARKS for then in _MARKS + _NARROW),
    *(first + then for first in _NARROW for then in "，。、；：,;"),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each mark that follows another."""
    text = submission.reading()
    for pattern in _FULL.values():
        for match in pattern.finditer(text):
            start, end = match.span()
            if text[start - 1 : start] in tuple("，。、；：？！") or _is_other(text, match):
                continue
            same = match[0] == match[0][0] * 2 and match[0][0] not in "？！"
            yield _finding(submission, start, end, match[0], match[0][0] if same else None)
    for mark, pattern in _HALF.items():
        if mark in text:
            for match in pattern.finditer(text):
                start = match.start() - (text[match.start() - 1] in "，。、；：？！")
                if text[start - 1 : start] not in tuple(_SPOKEN):
                    yield _finding(submission, start, match.end(), text[start : match.end()], None)


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether it is an ellipsis of another form (rule T012) or marks that are spoken of."""
    return _OMITTED.fullmatch(match[0]) is not None or text[match.start() - 1 : match.start()] in tuple(
        _SPOKEN
    )


def _finding(submission: Submission, start: int, end: int, marks: str, fix: str | None) -> Finding:
    return submission.finding(start, end, f"标点用重了：“{marks}”", "请只留一个", fix)


RULE = Rule("T017", "标点用重了", submission=check, needs=_PAIRS, severity=Severity.WARNING, fixes=True)
