"""用了本单位规定不得出现的词。

What the office has listed under ``sensitive`` in ``content/words.yml`` is not printed.

Source: 本单位的词表
Bad: 题目、正文或表格里有词表里的词
Good: 代码或编辑备注里有这个词
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each listed word."""
    if not submission.reference.words.sensitive:
        return
    text = submission.reading()
    for _, start, end in submission.reference.listed_in("sensitive", text):
        message = f"“{text[start:end]}”在不得出现的词表里"
        yield submission.finding(start, end, message, "请改写；词表在 content/words.yml 的 sensitive")


RULE = Rule("T066", "用了本单位规定不得出现的词", submission=check)
