"""段首是点号或后一半引号、括号。

No paragraph, item or cell begins with 。，、；：？！ or with a closing mark: the text was broken in the wrong
place, or its first words are lost. A line broken inside a paragraph is joined again and may begin so.

Source: GB/T 15834—2011《标点符号用法》，5.1（点号和后一半标号不出现在一行之首）
Bad: ``会议听取了报告⏎⏎，并作出决议。`` · ``他说：“办好了。⏎⏎”会后`` · ``- 、听取报告`` · ``## ：议程`` ·
``| 议程 |⏎| --- |⏎| ，听取报告 |``
Good: ``会议听取了报告⏎，并作出决议。`` · ``……`` · ``——代表手记`` ·
``| ， | 逗号 |⏎| --- | --- |⏎| 。 | 句号 |`` · ``（一）听取报告``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_MARK = "，。、；：？！”’》）〉】〕"
_LINE = lazy(rf"\n[ \t\u3000>]{{0,20}}\*{{0,3}}[{_MARK}]")
_INSIDE = lazy(rf" (?<=[-*+#.)|] )[ \u3000]{{0,4}}\*{{0,3}}([{_MARK}])")
_ITEM = lazy(r"[ \t>]*(?:[-*+]|[0-9]{1,3}[.)]|#{1,6})\Z")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each mark that cannot begin a paragraph."""
    text = submission.reading()
    body = len(submission.text) - len(submission.body)
    for match in _LINE.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        joined = match.start() > body and text[line : match.start()].strip(" \t\u3000>") != ""
        if not joined:
            yield _finding(submission, match.end() - 1, text)
    for match in _INSIDE.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()].rpartition("\n")[2]
        cell = before.endswith("|") and text[match.end() : match.end() + 1] not in (" ", "|", "")
        if cell or _ITEM.fullmatch(before):
            yield _finding(submission, match.start(1), text)


def _finding(submission: Submission, at: int, text: str) -> Finding:
    hint = "请接到上一段末尾；若前面缺了字，请补上"
    return submission.finding(at, at + 1, f"段首是“{text[at]}”", hint)


RULE = Rule(
    "T019",
    "段首是点号或后一半引号、括号",
    submission=check,
    needs=tuple(_MARK),
    severity=Severity.WARNING,
)
