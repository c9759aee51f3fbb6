"""标题末尾用了标点。

A title ends without 。，、；：. Question marks, exclamation marks, ellipses and brackets may stand there,
and so may a 。 where the heading is more than one sentence or stands at level 4 and below.

Source: GB/T 15834—2011《标点符号用法》，附录B（文章标题的标点用法：末尾通常不用标点，可用问号、叹号、省略号）
Bad: ``## 一、基本情况。`` · ``## 一、基本情况：`` · ``### （一）办理更快；`` · ``> ## 二、做法，``
Good: ``## 一、基本情况`` · ``## 怎样提建议？`` · ``## 水清了……`` · ``##### 1.加强办理。`` · ``# 编号`` ·
``正文第一句。``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_HEADING = lazy(
    r"#[ \t](?<=[\n#> ]#[ \t])([^\n]{0,200}?)([。，、；：;:,])"
    r"[ \t\u3000]{0,9}[*_]{0,3}[ \t]{0,9}#{0,9}[ \t]{0,9}$",
    re.M,
)
_LEVEL = lazy(r"^(?:[ \t]{0,3}>)*[ \t]{0,3}(#{1,6})\Z")
_TITLE = lazy(r"^(?:sub)?title:", re.M)
_SENTENCE = lazy(r"[。！？；]")
_RUN_IN = 4


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each title and heading with a mark at its end."""
    text = submission.reading()
    front = len(submission.text) - len(submission.body)
    for key in _TITLE.finditer(submission.text, 0, front):
        end = text.find("\n", key.end())
        value = text[key.end() : end].rstrip()
        if value.endswith(("。", "，", "、", "；", "：")):
            yield _finding(submission, key.end() + len(value) - 1, value[-1])
    if "#" in text:
        for match in _HEADING.finditer(text, front):
            level = _LEVEL.match(text[text.rfind("\n", 0, match.start()) + 1 : match.start() + 1])
            run_in = level and (len(level[1]) >= _RUN_IN or _SENTENCE.search(match[1]))
            if level and not (match[2] == "。" and run_in):
                yield _finding(submission, match.start(2), match[2])


def _finding(submission: Submission, place: int, mark: str) -> Finding:
    fix = "" if mark == "。" else None
    return submission.finding(place, place + 1, f"标题末尾用了“{mark}”", "标题末尾请不用标点", fix)


RULE = Rule(
    "T015", "标题末尾用了标点", submission=check, needs=("title:", "#"), severity=Severity.WARNING, fixes=True
)
