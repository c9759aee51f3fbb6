"""引号不成对。

Quotation marks come in pairs. A quotation of several paragraphs opens every paragraph, or the first,
and closes in its last one. An apostrophe in an English word is none.

Source: GB/T 15834—2011《标点符号用法》，4.8（引号）；不止一段的引文，每段开头用前引号，最后一段末尾用后引号
Bad: ``落实“双联系制度。`` · ``落实双联系”制度。`` · ``落实“双联系“制度。`` · ``落实”双联系”制度。``
Good: ``落实“双联系”制度。`` · ``报告指出：“办理有进展。⏎⏎“办成率有提高。”`` ·
``他说：“我提‘两条’意见。”`` · ``deputies’ rights``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._punctuation import QUOTES, Wrong, wrong_marks

_NEAR = 100
_SAID = {
    Wrong.UNOPENED: ("后引号“{}”没有对应的前引号", "请补上前引号，或删去；也可能是前引号打成了后引号"),
    Wrong.UNCLOSED: ("前引号“{}”没有对应的后引号", "请补上后引号，或删去；也可能是后引号打成了前引号"),
}


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each quotation mark without its partner."""
    text = submission.reading()
    for mark in wrong_marks(text):
        if mark.sign in QUOTES and mark.wrong in _SAID and not _straight(text, mark.offset):
            message, hint = _SAID[mark.wrong]
            yield submission.finding(mark.offset, mark.offset + 1, message.format(mark.sign), hint)


def _straight(text: str, offset: int) -> bool:
    """Whether the partner may be a straight mark nearby on the same line: that is rule T007's."""
    before = text[max(0, offset - _NEAR) : offset].rpartition("\n")[2]
    line = before + text[offset : offset + _NEAR].partition("\n")[0]
    return '"' in line or "'" in line or "＂" in line


RULE = Rule("T008", "引号不成对", submission=check, needs=tuple(QUOTES), severity=Severity.WARNING)
