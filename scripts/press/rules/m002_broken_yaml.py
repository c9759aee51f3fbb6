"""信息栏格式有误。

The front matter (or the file of an issue) must be YAML: spaces for indentation, a half-width
colon and a space after each key, every key once.

Source: YAML 1.1；稿件文件的约定
Bad: ``title：关于召开会议的决定``（冒号是全角的）
Good: ``title: 关于召开会议的决定``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield every fault of the YAML."""
    for fault in submission.faults:
        if fault.kind == "yaml":
            place = (fault.line, fault.column)
            yield Finding(submission.path, place, fault.message, fault.hint)


RULE = Rule("M002", "信息栏格式有误", submission=check)
