"""年代的写法前后不一。

Century and decade are written in one kind of numeral, and the century is named, not left out with an
apostrophe. 上世纪 and 本世纪 go with either kind.

Source: GB/T 15835—2011 出版物上数字用法，5.3（一个数值不混用两种数字）
Bad: ``20世纪八十年代`` · ``二十世纪80年代`` · ``20世纪八十、九十年代`` · ``始建于’80年代``
Good: ``20世纪80年代`` · ``二十世纪八十年代`` · ``上世纪八十年代`` · ``1980年代`` · ``20世纪末，八十年代的人``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_DECADE = lazy(r"年代(?<=([一二三四五六七八九]十|[0-9]0)年代)")
_BEFORE = lazy(
    r"(?:([0-9]{1,2})|([一二十]{1,3}))世纪"
    r"(?:(?:[一二三四五六七八九]十?|[0-9]0)(?:年代)?[初中末]?期?[、和至到—～-])?\Z"
)
_FAR = 14


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each decade that does not go with its century."""
    text = submission.reading()
    for match in _DECADE.finditer(text):
        start, end = match.start(1), match.end()
        digits = match[1][0].isascii()
        if digits and _apostrophe(submission, text, start - 1):
            message = f"年代写成了“{text[start - 1 : end]}”"
            yield submission.finding(start - 1, end, message, f"写出世纪，如“20世纪{match[1]}年代”")
            continue
        before = _BEFORE.search(text[max(0, start - _FAR) : start])
        if before and (before[1] is None) == digits and start not in submission.quoted():
            start -= len(before[0])
            hint = "世纪和年代用同一种数字，如“20世纪80年代”或“二十世纪八十年代”"
            yield submission.finding(start, end, f"“{text[start:end]}”混用了两种数字", hint)


def _apostrophe(submission: Submission, text: str, at: int) -> bool:
    """Whether there is an apostrophe, which is no mark of a quotation."""
    if at < 0 or text[at] not in "’'‘":
        return False
    return at - 1 not in submission.quoted() and at + 1 not in submission.quoted()


RULE = Rule("T022", "年代的写法前后不一", submission=check, needs=("年代",), severity=Severity.WARNING)
