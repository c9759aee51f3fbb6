"""破折号写法不对。

A dash is one line in the width of two characters (——). Hyphens, lines of other scripts, a single — after a
mark or at the beginning of a line, and 一一 typed for it are none. A single — between two words joins
them (禾阳—云梯), and rule T021 looks at figures.

Source: GB/T 15834—2011《标点符号用法》，4.10（破折号的形式为“——”）
Bad: ``使命--代表的一年`` · ``使命－－代表的一年`` · ``使命― ―代表的一年`` · ``—在县人大常委会会议上`` ·
``一一在县人大常委会会议上`` · ``使命———代表的一年``
Good: ``使命——代表的一年`` · ``——在县人大常委会会议上`` · ``禾阳—云梯公路`` · ``选项 --root`` · ``甲⏎--`` ·
``— 1 —`` · ``一一答复``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._punctuation import HAN

_FOREIGN = {
    sign: lazy(rf"{sign}[{sign[0]} ]{{0,20}}(?=[{HAN}“”《》0-9])")
    for sign in ("--", "－－", "──", "―", "––", "−−")
}
_LINE = lazy(r"—[—\u3000 ]{0,20}")
_BESIDE = lazy(rf"[{HAN}“”‘’《》（）、，。；：！？0-9]")
_CHINESE = lazy(rf"[{HAN}“”《》]")
_BEFORE = lazy(r"(?:^|[》”。，；！？])[ \t\u3000]*\Z", re.M)
_ONES = lazy(
    r"一一(?:(?<=\n一一)|(?<=[》\u3000 ]一一))(?=在[^，。\n]{2,40}上|[12][0-9]{3}年|记[\u4e00-\u9fff])"
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each dash of another form."""
    text = submission.reading()
    for sign, pattern in _FOREIGN.items():
        if sign not in text:
            continue
        for match in pattern.finditer(text):
            start, end = match.start(), match.start() + len(match[0].rstrip())
            if _is_dash(text, start, end):
                yield _finding(submission, start, end)
    if "—" in text:
        for match in _LINE.finditer(text):
            start, end = match.start(), match.start() + len(match[0].rstrip())
            if _is_wrong(text, start, end):
                yield _finding(submission, start, end)
    if "一一" in text:
        for match in _ONES.finditer(text):
            yield submission.finding(*match.span(), "破折号打成了汉字“一一”", "请改为“——”")


def _is_dash(text: str, start: int, end: int) -> bool:
    """Whether hyphens or foreign lines stand in Chinese words; behind 选项 -- may follow a program's."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (after.isascii() and after.isalpha()) or "|" in before + after:
        return False
    first = text[start - 2 : start].strip(" ")[-1:]
    then = text[end : end + 2].strip(" ")[:1]
    if not _CHINESE.match(then) and not (then.isdigit() and _CHINESE.match(first)):
        return False
    return _BESIDE.match(first) is not None or before in ("", "\n", "\u3000")


def _is_wrong(text: str, start: int, end: int) -> bool:
    """Whether a run of — is no dash and joins nothing."""
    sign = text[start:end]
    after = _CHINESE.match(text, end)
    if sign == "—":
        opens = _BEFORE.search(text[max(0, start - 4) : start]) is not None
        return opens and (after is not None or re.match("[12][0-9]{3}年", text[end : end + 5]) is not None)
    return sign not in ("——", "————") and after is not None and "—" in sign[1:]


def _finding(submission: Submission, start: int, end: int) -> Finding:
    return submission.finding(start, end, "破折号写法不对", "破折号占两个字：请改为“——”", "——")


RULE = Rule(
    "T013",
    "破折号写法不对",
    submission=check,
    needs=(*_FOREIGN, "—", "一一"),
    severity=Severity.WARNING,
    fixes=True,
)
