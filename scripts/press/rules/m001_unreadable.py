"""文件读不了。

A file must be UTF-8 text without byte-order mark, of at most 4 MB, without NUL characters, and
lie inside the root (a symbolic link must not lead out of it).

Source: RFC 3629（UTF-8）；稿件文件的约定
Bad: 记事本存成 GBK 或 UTF-16 的稿件
Good: 同一篇存成 UTF-8 的稿件
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield the fault that kept the file from being read."""
    for fault in submission.faults:
        if fault.kind == "unreadable":
            place = (fault.line, fault.column)
            yield Finding(submission.path, place, fault.message, fault.hint)


RULE = Rule("M001", "文件读不了", submission=check)
