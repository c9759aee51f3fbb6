"""附件说明不合格式。

Below the text stands 附件： with the names of the attachments: without 《》 and without a mark at the end,
numbered 1. 2. 3. when there are several and not numbered when there is one. An attachment the text refers to
by number is one of them.

Source: GB/T 9704—2012，7.3.4
Bad: ``附件：1.水源名录。⏎⏎2.管网名录`` · ``附件：《水源名录》`` · ``附件：1.水源名录`` · ``附件：1.甲⏎⏎3.乙``
    · ``名录见附件3。⏎⏎附件：1.甲⏎⏎2.乙`` · ``附件：1、甲⏎⏎2.乙``
Good: ``附件：1.水源名录⏎⏎2.管网名录`` · ``附件：水源名录`` · ``名录见附件2。⏎⏎附件：1.甲⏎⏎2.乙``
    · ``附件：关于《水源名录》的说明`` · ``附件：水源名录（第一批）``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._marks import han_number

_NOTE = lazy(r"\n[ \t\u3000>*]*附件[ \u3000]?[：:](?=[*\s]*\S)")
_ITEM = lazy(r"[ \t\u3000>*]*(?:([0-9]{1,2})([.．、])(?![0-9]))?[ \t\u3000]*([^\n]*)")
_INLINE = lazy(r"(?<=[ \t\u3000；;，。])(?=[0-9]{1,2}[.．、][^0-9\s])")
_SECOND = lazy(r"\n[ \t\u3000>*]*2[.．、]")
_LINE_END = lazy(r"[ \t\u3000*_|]*(?:\n|\Z)")
_SPACE = lazy(r"\s*")
_REFERENCE = lazy(r"附件[ ]?(?:([0-9]{1,2})|([一二三四五六七八九十]{1,2}))(?![0-9条章]|[：:.]|个|份)")
_END = "。；;，,、."
_MARKUP = " \t\u3000*_|)]"
_LONGEST = 60
_NEAR = 300


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each fault of the note, and each attachment it does not list."""
    text = submission.reading()
    front = len(submission.text) - len(submission.body)
    for note in _NOTE.finditer(text, max(0, front - 1)):
        items = list(_items(text, note.end()))
        if not items or any(item.end(3) - item.start(3) > _LONGEST for item in items):
            continue
        yield from _of_names(submission, items)
        # A name that was broken into two lines hides the numbers behind it.
        if len(items) > 1 or not _SECOND.search(text, items[0].end(), items[0].end() + _NEAR):
            yield from _of_numbers(submission, items)
        if items[0][1]:
            yield from _references(submission, text, front, max(int(item[1] or 0) for item in items))


def _items(text: str, start: int) -> Iterator[re.Match[str]]:
    """The names of a note: what stands behind the colon, then every numbered line."""
    at: int | None = start
    while at is not None:
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        inline = [match.start() for match in _INLINE.finditer(text, at, line_end)]
        for begin, end in zip([at, *inline], [*inline, line_end], strict=True):
            item = _ITEM.match(text, begin, end)
            if item and item[3].strip(_MARKUP):
                yield item
        following = _SPACE.match(text, line_end)
        at = following.end() if following else None
        item = _ITEM.match(text, at) if at is not None else None
        if item is None or not item[1]:
            return


def _of_names(submission: Submission, items: list[re.Match[str]]) -> Iterator[Finding]:
    text = submission.reading()
    for item in items:
        name = item[3].rstrip(_MARKUP)
        end = item.start(3) + len(name)
        if name[-1] in _END:
            message = f"附件名称后面有“{name[-1]}”"
            # Between two names on one line it is all that parts them.
            if _LINE_END.match(text, end):
                yield submission.finding(end - 1, end, message, "附件名称后不加标点，请删去", "")
            else:
                yield submission.finding(end - 1, end, message, "附件名称后不加标点，每个附件另起一行")
        bare = name.rstrip(_END)
        if bare[0] == "《" and bare.find("》") == len(bare) - 1:
            message = "附件名称加了书名号"
            yield submission.finding(item.start(3), item.start(3) + len(bare), message, "附件名称不加书名号")


def _of_numbers(submission: Submission, items: list[re.Match[str]]) -> Iterator[Finding]:
    if len(items) == 1 and items[0][1] == "1":
        message = "只有一个附件，却编了序号"
        yield submission.finding(items[0].start(1), items[0].end(2), message, "删去序号，或补上别的附件")
    before = 0
    for place, item in enumerate(items, 1):
        if item[1] and int(item[1]) != place and len(items) > 1:
            if place > 2 and "\n" in submission.reading()[before : item.start(1)]:
                break  # T025 finds it: this one and the one before both begin a line
            message = f"附件序号不连续：“{item[1]}”应为“{place}”"
            yield submission.finding(item.start(1), item.end(1), message, "请核对附件有没有漏列，再顺次编号")
            break
        before = item.end()
    if items[0][2] == "、" and len(items) > 1:
        message = f"附件序号“{items[0][1]}、”的标点不对"
        yield submission.finding(items[0].start(2), items[0].end(2), message, f"写作“{items[0][1]}.”", ".")


def _references(submission: Submission, text: str, front: int, listed: int) -> Iterator[Finding]:
    for match in _REFERENCE.finditer(text, front):
        number = int(match[1]) if match[1] else han_number(match[2])
        line = text.rfind("\n", 0, match.start()) + 1
        heads = not text[line : match.start()].strip(" \u3000#*>")
        if number <= listed or heads or match.start() in submission.quoted():
            continue
        message = f"文中提到“{match[0]}”，附件说明只列了 {listed} 个"
        yield submission.finding(*match.span(), message, "请核对附件的序号，或在附件说明中补列")


RULE = Rule(
    "T045", "附件说明不合格式", submission=check, needs=("附件",), severity=Severity.WARNING, fixes=True
)
