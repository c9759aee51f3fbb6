"""姓名写错了字。

The office lists under ``names`` in ``content/words.yml`` how names are usually misspelt.

Source: 本单位的词表
Bad: 词表里是“顾明禾”，文中写“顾名禾”
Good: 顾明禾
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each misspelt name."""
    listed = submission.reference.words.names
    if not listed:
        return
    text = submission.reading()
    names = [spelling.name for spelling in listed for _ in spelling.wrong]
    for number, start, end in submission.reference.listed_in("names", text):
        message = f"姓名“{text[start:end]}”写错了字"
        yield submission.finding(
            start, end, message, f"应为“{names[number]}”；词表在 content/words.yml 的 names"
        )


RULE = Rule("T068", "姓名写错了字", submission=check)
