"""正文里有 HTML 标签。

HTML is left out of every output, so its text would be lost without a word.

Source: 本工具的 Markdown 写法
Bad: ``<font color="red">重要</font>``
Good: ``**重要**`` · ``<https://example.com/>`` · ``<!-- 给编辑的备注 -->``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each HTML tag outside code."""
    for place in submission.outline.raw_html:
        hint = "请用 Markdown 写法（**加粗**、表格、::: 块）代替；要显示尖括号，写 \\<"
        yield Finding(submission.path, place, "正文里有 HTML 标签，发布时会丢失", hint)


RULE = Rule("T004", "正文里有 HTML 标签", submission=check, needs=("<",))
