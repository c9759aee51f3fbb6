"""称谓写得不对。

A report or speech begins with a line that addresses its hearers, from the chair downwards: 主任、各位副主任、
秘书长、各位委员. Between them stands 、 and behind them a colon (in a speech perhaps an exclamation mark).
Only a line among the first of the body that holds nothing else is taken for one.

Source: 公文写作惯例（称谓顶格，后标全角冒号）；GB/T 15834—2011（顿号、冒号）
Bad: ``主任、各位副主任、各位委员，`` · ``各位代表。`` · ``主任，各位副主任，各位委员：``
    · ``各位委员、主任、各位副主任：`` · ``主任、各位副主任、秘书长、各位委员``
    · ``主任、各位副主任、各位副主任：``
Good: ``主任、各位副主任、秘书长、各位委员：`` · ``各位代表！`` · ``各位组成人员、同志们：``
    · ``各位代表，同志们：`` · ``主任、副主任的分工如下。`` · ``各位代表，现在开会。``
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_CALL = lazy(
    r"[ \t\u3000>*]*((?:尊敬的)?(?:[^、，,。.；;：:！!\s]{1,12}[、，,]){0,7}[^、，,。.；;：:！!\s]{1,12})"
    r"([：:！!，,。.；;、]?)[ \t\u3000*]*"
)
_PART = lazy(r"[^、，,]+")
_RANKS = (
    (lazy(r"(?:各位)?[^各位]{0,3}副主任"), 2),
    (lazy(r"(?:尊敬的)?(?:各位)?[\u4e00-\u9fff]{0,2}主任"), 1),
    (lazy(r"(?:各位)?秘书长"), 3),
    (lazy(r"(?:各位)?(?:常委会)?(?:委员|组成人员)"), 4),
    (lazy(r"(?:尊敬的)?(?:各位)?(?:人大)?代表(?:们)?|(?:各位)?(?:同志|朋友|来宾|领导)们?"), 5),
)
_WORDS = ("各位", "同志", "主任、", "主任，", "主任,")
_FIRST = 3
_OFFICERS = 4
_PARAGRAPH = 120
_BEGINNING = 600
_HINT = "依次写作“主任、各位副主任、秘书长、各位委员：”"


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each fault of the salutation."""
    text = submission.reading()
    begin = len(submission.text) - len(submission.body)
    beginning = text[begin : begin + _BEGINNING]
    if not any(word in beginning for word in _WORDS):
        return
    lines = 0
    for line in beginning.split("\n"):
        end = begin + len(line)
        if line.strip(" \t\u3000>*:#"):
            lines += 1
            could = len(line) < _PARAGRAPH and any(word in line for word in _WORDS)
            call = _CALL.fullmatch(text, begin, end) if could else None
            parts = _parts(call) if call else []
            if call and parts:
                yield from _faults(submission, call, parts)
            if parts or lines == _FIRST:
                return
        begin = end + 1


def _parts(call: re.Match[str]) -> list[tuple[int, int, int]]:
    """The places and the ranks of those addressed; none when the line is something else."""
    found = []
    for part in _PART.finditer(call[1]):
        rank = next((rank for shape, rank in _RANKS if shape.fullmatch(part[0])), 0)
        if not rank:
            return []
        found.append((call.start(1) + part.start(), call.start(1) + part.end(), rank))
    if len(found) < 2 and not call[1].startswith(("各位", "尊敬的")):
        return []
    return found


def _faults(
    submission: Submission, call: re.Match[str], parts: list[tuple[int, int, int]]
) -> Iterator[Finding]:
    text = submission.reading()
    for (_, end, rank), (start, next_end, next_rank) in pairwise(parts):
        if rank >= next_rank and next_rank <= _OFFICERS:
            what = "重复" if rank == next_rank else "次序不对"
            yield submission.finding(start, next_end, f"称谓{what}：“{text[start:next_end]}”", _HINT)
            break
        if text[end] != "、" and next_rank <= _OFFICERS:
            yield submission.finding(end, end + 1, "称谓之间用了逗号", "写作“、”", "、")
    end = call.end(1)
    if not call[2]:
        message = f"称谓“{text[parts[-1][0] : end]}”后面没有冒号"
        yield submission.finding(end - 1, end, message, "称谓后用全角冒号“：”", f"{text[end - 1]}：")
    elif call[2] not in "：:！!":
        yield submission.finding(end, end + 1, f"称谓后面用了“{call[2]}”", "称谓后用全角冒号“：”", "：")


RULE = Rule("T043", "称谓写得不对", submission=check, needs=_WORDS, severity=Severity.WARNING, fixes=True)
