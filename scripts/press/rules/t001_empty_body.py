"""正文为空。

A published document says something. Where the keys alone can be the document, such as a list of
appointments, the body may be empty.

Source: 政府网站检查把空栏目、空页面计为问题
Bad: ``status: published``，信息栏之下什么也没有
Good: 信息栏之下有一句话；空着的草稿
"""

from collections.abc import Iterator

from press.content_types import content_types
from press.diagnostics import Finding
from press.model.meta import Status
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding when nothing of the body would be shown."""
    published = submission.meta is not None and submission.meta.status is Status.PUBLISHED
    kind = content_types().get(submission.type)
    if kind is None or kind.bodiless or not published:
        return
    if submission.readable and submission.outline.empty:
        yield Finding(submission.path, (submission.body_line, 1), "正文为空", "请在信息栏下面写正文")


RULE = Rule("T001", "正文为空", submission=check)
