"""并列各项末尾的标点不一致。

Items of one list end alike: each with ； and the last with 。, or each with 。, or none with a mark. One that
differs from all the others is named. A list that is interrupted, stands inside an item of another list or has
an item of several sentences is not judged there.

Source: GB/T 15834—2011《标点符号用法》，4.6.3（分项列举的各项之间用分号）
Bad: ``（一）组织学习；⏎⏎（二）组织视察。⏎⏎（三）听取意见；⏎⏎（四）督促办理。`` ·
``（一）学习；⏎⏎（二）视察；⏎⏎（三）听取意见；`` · ``1. 学习；⏎2. 视察⏎3. 听取意见；⏎4. 督促办理。`` ·
``（一）学习；⏎⏎（二）视察，⏎⏎（三）听取意见；⏎⏎（四）督促。``
Good: ``（一）学习；⏎⏎（二）视察；⏎⏎（三）听取意见。`` · ``（一）学习⏎⏎（二）视察⏎⏎（三）听取意见`` ·
``（一）学习；⏎⏎（二）视察；或者⏎⏎（三）听取意见。`` ·
``（一）学。逐条学。⏎⏎（二）看；⏎⏎（三）听；⏎⏎（四）议。``
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._punctuation import INK

_ITEM = lazy(
    r"\n([ \t\u3000]{0,8})(?:[（(]([一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]"
    r"|([0-9]{1,2})[.．、](?![0-9])|([①-⑳]))([^\n]+)"
)
_NUMBERS = [*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十"]
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ANY = lazy(r"\s{1,9}[（(]{0,2}(?:[一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[）).．、【]|[①-⑳])")
_AHEAD = 400
"""Characters behind a list in which it may go on after an interruption."""

_SEMICOLON = lazy(r"；[^\n]{0,3}\n|;[^\n]{0,3}\n")
_LINKED = lazy(r"[；;](?:或者|或|和|以及|并且|且)\Z")
_SENTENCE = lazy(r"[。！？；;]")
_MARKS = {";": "；", ",": "，", ".": "。"}
_HINT = "请统一：前面各项末尾用“；”，最后一项末尾用“。”"


@dataclass(frozen=True)
class _Item:
    """An item: its ``kind`` and ``number``, where it begins and ends, and the mark at its end."""

    kind: tuple[str, int]
    number: int
    start: int
    end: int
    mark: str
    simple: bool


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each item that ends otherwise than all the others of its list."""
    text = submission.reading()
    if not _SEMICOLON.search(text):
        return
    run: list[_Item] = []
    for match in _ITEM.finditer(text):
        item = _item(match)
        last = run[-1] if run else None
        follows = last and last.kind == item.kind and last.number + 1 == item.number
        if not (follows and last and not text[last.end : item.start].strip(INK + "\n")):
            yield from _look(submission, text, run)
            run = []
        run.append(item)
    yield from _look(submission, text, run)


def _item(match: re.Match[str]) -> _Item:
    indent, enclosed, plain, circled, words = match.groups()
    sign = enclosed or plain or circled
    if sign.isascii():
        number = int(sign)
    elif circled:
        number = _CIRCLED.index(sign) + 1
    else:
        number = _NUMBERS.index(sign) + 1 if sign in _NUMBERS else 0
    which = 0 if plain else 1 if circled else 2 if sign.isascii() else 3
    words = words.rstrip(INK)
    mark = "；" if _LINKED.search(words) else _MARKS.get(words[-1:], words[-1:])
    simple = _SENTENCE.search(words[:-1]) is None
    end = match.start(5) + len(words)
    return _Item((indent, which), number, match.start(), end, mark, simple)


def _look(submission: Submission, text: str, run: list[_Item]) -> Iterator[Finding]:
    """Look at one list of three or more items, counted from one."""
    if len(run) < 3 or run[0].number != 1:
        return
    *inner, last = run
    marks = [item.mark for item in inner]
    if marks.count("；") == len(marks):
        if last.mark in ("；", "，", "、") and not _goes_on(text, last):
            yield _finding(submission, last)
    elif last.mark in ("。", "；"):
        odd = [item for item in inner if item.mark != "；"]
        if len(odd) == 1 and len(inner) > 1 and odd[0].simple:
            if odd[0].mark in ("。", "，", "、") or odd[0].mark.isalnum():
                yield _finding(submission, odd[0])
        elif marks.count("；") == 1 and marks.count("。") == len(marks) - 1 and last.mark == "。":
            yield _finding(submission, inner[marks.index("；")])


def _goes_on(text: str, last: _Item) -> bool:
    """Whether the list is only interrupted, or stands in an item of another."""
    following = text[last.end : last.end + _AHEAD]
    if _ANY.match(following):
        return True
    paragraph = following.strip(INK + "\n").partition("\n")[0].rstrip(INK)
    signs = f"{last.number + 1}|{_NUMBERS[last.number] if last.number < len(_NUMBERS) else '-'}"
    return paragraph.endswith(("；", ";")) or re.search(rf"\n\W{{0,4}}(?:{signs})\W", following) is not None


def _finding(submission: Submission, item: _Item) -> Finding:
    ended = f"末尾用了“{item.mark}”" if not item.mark.isalnum() else "末尾缺标点"
    message = f"这一项{ended}，与其他各项不一致"
    return submission.finding(item.end - 1, item.end, message, _HINT)


RULE = Rule(
    "T016",
    "并列各项末尾的标点不一致",
    submission=check,
    needs=("三）", "三)", "3）", "3)", "3.", "3．", "3、", "③"),
    severity=Severity.WARNING,
)
