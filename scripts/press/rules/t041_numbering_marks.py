"""序号的写法不规范。

Behind 一 stands 、 and behind 1 a point; behind brackets and circles stands nothing; behind 第一, 其一 and
首先 stands a comma. A single line that begins so may be anything: 一 and 1 count where another line of
the same kind goes on from it or comes before it.

Source: GB/T 9704—2012，7.3.3；GB/T 15834—2011，附录 B（序次语之后的标点）
Bad: ``（一）、水源保护`` · ``一.水源⏎⏎二.管网`` · ``1、水源⏎⏎2、管网`` · ``（1）.水源``
    · ``①、水源`` · ``第一、要管好水源。`` · ``其二、要修好管网。``
Good: ``（一）水源保护`` · ``一、水源⏎⏎二、管网`` · ``1.水源⏎⏎2.管网`` · ``（一）、（二）两项``
    · ``第一、二产业`` · ``一，是开头的数。``
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._marks import BRACKET, CIRCLE, COMMA, NUMERAL, POINT, Mark, marks

_SINCE = datetime.date(2012, 7, 1)
"""From this day GB/T 9704—2012 is in force, which wants 1. and not 1、."""

_RIGHT = {COMMA: "、", POINT: ".．", BRACKET: "", NUMERAL: "", CIRCLE: ""}
"""What stands behind a mark. The point is narrow; a wide one is common in print and let pass."""

_ORDINAL = lazy(
    r"、(?<=[\n。；：\u3000* ](?:第|其)[一二三四五六七八九]、)(?!第|其|[一二三四五六七八九十])"
    r"|、(?<=[\n。；：\u3000* ](?:首先|其次|再次|最后)、)(?!首先|其次|再次|最后)"
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each mark with the wrong punctuation behind it."""
    found = marks(submission)
    for place, mark in enumerate(found):
        if not mark.stop or mark.stop in _RIGHT[mark.kind]:
            continue
        if mark.kind == POINT and not _is_new(submission):
            continue
        if mark.kind not in (COMMA, POINT) or _is_in_list(found, place):
            yield _wrong(submission, mark, _RIGHT[mark.kind][:1])
    text = submission.reading()
    if "、" in text:
        for match in _ORDINAL.finditer(text):
            shown = text[match.start() - 2 : match.end()]
            words = (f"“{shown}”的顿号不对", f"写作“{shown[:2]}，”")
            yield submission.finding(*match.span(), *words, "，")


def _is_new(submission: Submission) -> bool:
    return submission.meta is None or submission.meta.date >= _SINCE


def _is_in_list(found: tuple[Mark, ...], place: int) -> bool:
    """Whether the mark before or behind of its kind is the number before or the next."""
    mark = found[place]
    before = next((m for m in reversed(found[:place]) if m.kind == mark.kind), None)
    behind = next((m for m in found[place + 1 :] if m.kind == mark.kind), None)
    return (before is not None and before.number + 1 == mark.number) or (
        behind is not None and behind.number == mark.number + 1
    )


def _wrong(submission: Submission, mark: Mark, right: str) -> Finding:
    text = submission.reading()
    shown = text[mark.start : mark.end]
    due = shown[:-1] + right
    end = mark.end
    # A point and a space behind it would make a list of Markdown.
    while right == "." and text[end : end + 1] in (" ", "\t"):
        end += 1
    message, hint = f"序号“{shown}”的标点不对", f"写作“{due}”"
    return submission.finding(mark.end - 1, end, message, hint, right)


RULE = Rule("T041", "序号的写法不规范", submission=check, severity=Severity.WARNING, fixes=True)
