"""图片没有替代文字。

Readers who cannot see the image hear its alternative text; PDF/UA refuses a figure without it.

Source: GB/T 37668—2019（非文本内容）；ISO 14289-1（PDF/UA-1），7.3
Bad: ``![](images/zoufang.jpg)``
Good: ``![代表在田间与农户交谈](images/zoufang.jpg)``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each image without alternative text."""
    for image in submission.outline.images:
        if not image.alt:
            at = (image.line, image.column)
            hint = "在方括号里写一句看得见什么：![代表在田间与农户交谈](…)"
            yield Finding(submission.path, at, "图片没有替代文字", hint)


RULE = Rule("A002", "图片没有替代文字", submission=check, needs=("!",))
