"""序号跳号或重号。

Chapters, articles and items are numbered without a gap and without a number twice, and begin again at
one. Lists of Markdown (``1. 甲``) are numbered by the machine; what is quoted, what is left out with
…… or （略）, and an item that stands within the paragraph before are not counted as missing.

Source: GB/T 9704—2012，7.3.3；立法技术规范（试行）
Bad: ``一、概况⏎⏎三、打算`` · ``（一）水源⏎⏎（二）管网⏎⏎（二）水质`` · ``第三条 甲。⏎⏎第五条 乙。``
Good: ``一、概况⏎⏎二、打算`` · ``第十条 甲。⏎⏎第十条之一 乙。⏎⏎第十一条 丙。`` · ``一、甲⏎⏎……⏎⏎五、乙``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._marks import ARTICLE, BRACKET, COMMA, NUMERAL, POINT, UNITS, Mark, han, marks

_LEFT_OUT = lazy(r"…|略|\.\.\.|节选|摘录")
_FEW = 3
"""More numbers than so many are missed only where something was left out."""


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each number that does not follow the one before it."""
    text = submission.reading()
    open_lists: list[Mark] = []
    for mark in marks(submission):
        before = _before(open_lists, mark)
        open_lists.append(mark)
        if before is None or mark.number in (1, before.number + 1):
            continue
        if before.number == mark.number and (mark.inserted or before.inserted):
            continue
        if _LEFT_OUT.search(text, before.end, mark.start) or _is_there(text, before, mark):
            continue
        yield submission.finding(mark.start, mark.end, *_words(text[mark.start : mark.end], before, mark))


def _before(open_lists: list[Mark], mark: Mark) -> Mark | None:
    """Close the lists that ``mark`` ends; return the last mark of its own list and take it out."""
    places = [place for place, other in enumerate(open_lists) if other.kind == mark.kind]
    if not places:
        return None
    place = places[-1]
    if mark.number == 1:
        nested = any(other.kind == ARTICLE for other in open_lists[place + 1 :])
        if mark.kind > ARTICLE and (nested or (open_lists[place].heading and not mark.heading)):
            return None  # the items of an article or part whose own mark is of the same kind
    else:
        alike = [p for p in places if bool(open_lists[p].heading) == bool(mark.heading)]
        follows = [p for p in places if open_lists[p].number + 1 == mark.number]
        if not follows and not alike:
            return None
        place = follows[-1] if follows else alike[-1]
    other = open_lists[place]
    # Articles are counted through all chapters.
    kept = [o for o in open_lists[place + 1 :] if o.kind == ARTICLE and mark.kind < ARTICLE]
    open_lists[place:] = kept
    return other


def _is_there(text: str, before: Mark, mark: Mark) -> bool:
    """Whether the numbers missed stand within the text between: not set apart, but there."""
    missed = range(before.number + 1, mark.number)
    if not missed or len(missed) > _FEW:
        return bool(missed)
    between = text[before.end : mark.start]
    return all(any(shape in between for shape in _shapes(mark, number)) for number in missed)


def _shapes(mark: Mark, number: int) -> tuple[str, ...]:
    if mark.kind == COMMA:
        return tuple(f"{han(number)}{stop}" for stop in "、.．，")
    if mark.kind == BRACKET:
        return (f"（{han(number)}）", f"({han(number)})")
    if mark.kind == POINT:
        return tuple(f"{number}{stop}" for stop in ".．、")
    if mark.kind == NUMERAL:
        return (f"（{number}）", f"({number})")
    if mark.kind <= ARTICLE:
        unit = UNITS[mark.kind]
        return tuple(f"{space}第{han(number)}{unit}" for space in "。\n \u3000*") if number < 100 else ()
    return (chr(0x245F + number),)


def _words(shown: str, before: Mark, mark: Mark) -> tuple[str, str]:
    if before.number == mark.number:
        message = f"序号重号：前面已有一个“{shown}”"
    elif mark.number < before.number:
        message = f"序号颠倒：“{shown}”前面的一个是第 {before.number} 个"
    else:
        message = f"序号跳号：“{shown}”前面的一个是第 {before.number} 个"
    return message, "请核对有没有漏掉、连在一起或重复的项，再顺次编号"


RULE = Rule("T025", "序号跳号或重号", submission=check, severity=Severity.WARNING)
