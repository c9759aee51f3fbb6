"""汉字旁边用了半角标点。

The colon, semicolon, question mark, exclamation mark, full stop and brackets beside Chinese characters are
full-width. Times and ratios (8:30, 3:1), numbers of items (1. and (1)), addresses, English sentences and
Markdown's own signs stay. A full stop between two Chinese characters may stand for 。 or for the · of a name:
it is named, not put right. Rule T003 looks at commas, T007 at quotation marks.

Source: GB/T 15834—2011《标点符号用法》，第4章、5.1；汉字中的点号和括号占一个字的位置
Bad: ``审议通过了报告;并作出决议`` · ``议程如下:听取报告`` · ``办得怎么样?`` · ``会议结束.`` ·
``(一)听取报告`` · ``办结率(百分比)``
Good: ``8:30开会，比例为3:1`` · ``男女比例为男:女=3:2`` · ``1. 听取报告`` · ``第(1)项`` ·
``Is it done? Yes: it is.`` · ``GB/T 9704`` · ``www.政务.中国``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._punctuation import HAN

_BEFORE = rf"{HAN}“”‘’《》（）〈〉〔〕【】！？—…％"
_AFTER = rf"{HAN}“”‘’《》（）〈〉【】"
_FULL = {";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_NOT_RATIO = rf"(?![{HAN}]{{1,8}}(?:[:=＝]|之?比?[为是]?[0-9]+[:：][0-9]))"


def _beside(mark: str, after: str = "") -> re.Pattern[str]:
    """``mark`` behind a Chinese character (bold or not), or between a figure and a Chinese character."""
    sign = re.escape(mark)
    before = rf"(?<=[{_BEFORE}]{sign})|(?<=[{_BEFORE}]\*\*{sign})|(?<=[0-9A-Za-z%)\]]{sign})(?=[{_AFTER}])"
    return lazy(rf"{sign}(?:{before}){after}")


_MARKS = {
    ";": _beside(";"),
    ":": _beside(":", rf"(?![:\-/]){_NOT_RATIO}"),
    "?": _beside("?", "(?![A-Za-z_]+=)"),
    "!": _beside("!", r"(?!\[)"),
    ".": lazy(rf"\.(?<=[{HAN}”》）]\.)(?=[ \t]*(?:$|[”’）|*])|[{HAN}“《（])", re.M),
}
_ENTITY = lazy(r"&[A-Za-z]{2,8};|&#[0-9]{1,6};")
_DOMAIN = lazy(r"(?:公益|政务|中国|网址|公司|网络|集团|在线)(?![\u4e00-\u9fff])")
_ROUND = lazy(r"[()（）\n]")
_CHINESE = lazy(rf"[{HAN}]")
_NUMBER = lazy(r"[0-9]{1,3}|[A-Za-z]{1,2}|[ivxIVX]{1,4}|[\u2460-\u2473]")
_YEAR = lazy(r"(?:19|20)?[0-9]{2}")
"""The year of a document's number: rule T014 looks at what stands around it."""

_OPERATORS = tuple("=＝÷×+＋－-*/^")
_ITEM = lazy(r"(?:^|[\s（(，。、；：|*])(?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})\)\Z", re.M)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each half-width mark that belongs to Chinese words."""
    text = submission.reading()
    for mark, pattern in _MARKS.items():
        if mark not in text:
            continue
        for match in pattern.finditer(text):
            full: str | None = _FULL[mark]
            if mark == "." and _CHINESE.match(text, match.end()):
                if _DOMAIN.match(text, match.end()):
                    continue
                full = None
            elif mark == ";" and _ENTITY.search(text, max(0, match.start() - 10), match.end()):
                continue
            yield _finding(submission, match.start(), match.end(), mark, full)
    if "(" in text or ")" in text:
        yield from _brackets(submission, text)


def _finding(submission: Submission, start: int, end: int, mark: str, full: str | None) -> Finding:
    hint = f"请改为全角“{full}”" if full else "句末请用“。”；人名中间请用“·”；序号后请用“、”"
    return submission.finding(start, end, f"汉字旁边用了半角标点“{mark}”", hint, full)


def _brackets(submission: Submission, text: str) -> Iterator[Finding]:
    """Pair the brackets of each line, half-width and full-width alike."""
    opened: list[int] = []
    for match in _ROUND.finditer(text):
        sign, at = match[0], match.start()
        if sign == "\n":
            opened.clear()
        elif sign in "(（":
            opened.append(at)
        elif opened and not (sign == ")" and _numbers(text, opened[-1], at)):
            start = opened.pop()
            if text[start] == "（" and sign == "）":
                continue
            if _belongs(text, start, at):
                for place, half, full in ((start, "(", "（"), (at, ")", "）")):
                    if text[place] == half:
                        yield _finding(submission, place, place + 1, half, full)


def _numbers(text: str, start: int, at: int) -> bool:
    """Whether the bracket at ``at`` closes the number of an item and not the bracket at ``start``."""
    item = _ITEM.search(text, max(start, at - 6), at + 1)
    if item is not None and item.start() > start:
        return True
    after = text[at + 1 : at + 80].partition("\n")[0].partition("（")[0]
    return text[start] == "（" and text[at - 1].isdigit() and "）" in after


def _belongs(text: str, start: int, at: int) -> bool:
    """Whether a pair of brackets, one of them half-width, belongs to Chinese words."""
    inner, after = text[start + 1 : at], text[at + 1 : at + 2]
    if text[start - 1 : start] in _OPERATORS or after in _OPERATORS:
        return False
    if _YEAR.fullmatch(inner) and (after.isdigit() or after == "第"):
        return False
    if (text[start] == "(") != (text[at] == ")"):
        return True
    if _CHINESE.search(inner):
        return "==" not in inner
    beside = text[start - 1 : start] if not _YEAR.fullmatch(inner) else text[start - 1 : start] + after
    return _CHINESE.search(beside) is not None and not _NUMBER.fullmatch(inner)


RULE = Rule(
    "T006",
    "汉字旁边用了半角标点",
    submission=check,
    needs=(*_FULL, "(", ")"),
    severity=Severity.WARNING,
    fixes=True,
)
