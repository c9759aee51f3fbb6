"""正文为空。

A published document says something.

Source: the inspection rules for government sites count empty columns and pages.
Bad: front matter alone.
Good: front matter and one sentence.
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding when nothing of the body would be shown."""
    if submission.type and submission.readable and not submission.outline.characters:
        yield Finding(submission.path, (submission.body_line, 1), "正文为空", "请在信息栏下面写正文")


RULE = Rule("T001", "正文为空", submission=check)
