"""序号层次颠倒。

The levels of an official document are 一、 above （一） above 1. above （1） above ①. Found are a higher
mark below a lower one whose numbering goes on afterwards, and a Markdown heading whose level does not
agree with its mark: as high as the one it stands under, or on another level than the number before it.

Source: GB/T 9704—2012，7.3.3
Bad: ``（一）水源⏎⏎一、划界⏎⏎二、巡护⏎⏎（二）管网`` · ``## 一、水源⏎⏎正文。⏎⏎## （一）划界⏎⏎正文。``
    · ``## 一、水源⏎⏎正文。⏎⏎### 二、管网⏎⏎正文。``
Good: ``一、水源⏎⏎（一）划界⏎⏎（二）巡护⏎⏎二、管网`` · ``一、水源⏎⏎1.划界⏎⏎二、管网``
    · ``## 一、水源⏎⏎### （一）划界⏎⏎正文。⏎⏎## 二、管网⏎⏎正文。``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._marks import ARTICLE, Mark, mark_of, marks

_NAMES = ("编", "章", "节", "条", "“一、”", "“（一）”", "“1.”", "“（1）”", "“①”")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each level that stands where it cannot."""
    found = marks(submission)
    if len({mark.kind for mark in found if mark.kind > ARTICLE}) > 1:
        yield from _turned_round(submission, found)
    if sum(mark.heading > 0 for mark in found) > 1:
        yield from _headings(submission)


def _turned_round(submission: Submission, found: tuple[Mark, ...]) -> Iterator[Finding]:
    lists: list[tuple[Mark, Mark]] = []
    """The lists that are open, each by its first and its last mark."""
    for mark in found:
        if mark.kind <= ARTICLE:
            lists.clear()
            continue
        place = next((p for p, (_, last) in enumerate(lists) if _goes_on(last, mark)), None)
        if place is not None:
            first, _ = lists[place]
            for inner, last in lists[place + 1 :]:
                if inner.kind < mark.kind and last.number > 1 and inner.number == 1:
                    message = f"序号层次颠倒：{_NAMES[inner.kind]}排在{_NAMES[mark.kind]}的下面"
                    hint = "层次依次为“一、”“（一）”“1.”“（1）”“①”，请调换"
                    yield submission.finding(inner.start, inner.end, message, hint)
            lists[place:] = [(first, mark)]
            continue
        place = next((p for p, (_, last) in enumerate(lists) if last.kind == mark.kind), len(lists))
        lists[place:] = [(mark, mark)]


def _goes_on(last: Mark, mark: Mark) -> bool:
    return (
        last.kind == mark.kind and last.number + 1 == mark.number and bool(last.heading) == bool(mark.heading)
    )


def _headings(submission: Submission) -> Iterator[Finding]:
    above: list[tuple[Mark, int, str]] = []
    """The headings the next one may stand under or go on from: mark, level, text."""
    for heading in submission.outline.headings:
        mark = mark_of(heading.text)
        if mark is None:
            above = [entry for entry in above if entry[1] < heading.level]
            continue
        upper = next((e for e in reversed(above) if _is_above(e[0], mark)), None)
        same = next((e for e in reversed(above) if e[0].kind == mark.kind), None)
        wrong = None
        if upper is not None and upper[1] >= heading.level:
            wrong = f"标题“{_short(heading.text)}”应比“{_short(upper[2])}”低一级，现在没有低"
        elif same is not None and same[0].number + 1 == mark.number and same[1] != heading.level:
            wrong = f"标题“{_short(heading.text)}”与“{_short(same[2])}”序号相连，级别却不同"
        if wrong:
            at = (heading.line, heading.column)
            hint = "同一种序号用同样多的 #，下一层多一个 #"
            yield Finding(submission.path, at, f"标题的级别与序号不符：{wrong}", hint)
        above = [entry for entry in above if _is_above(entry[0], mark)]
        above.append((mark, heading.level, heading.text))


def _is_above(upper: Mark, mark: Mark) -> bool:
    """Whether a mark is a higher one of the same family: chapters and sections, or 一、 and （一）."""
    return upper.kind < mark.kind and (upper.kind < ARTICLE) == (mark.kind < ARTICLE)


def _short(text: str) -> str:
    return text if len(text) <= 12 else f"{text[:12]}…"


RULE = Rule("T040", "序号层次颠倒", submission=check, severity=Severity.WARNING)
