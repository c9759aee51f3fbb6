"""固定页面: about, contact, accessibility and the like."""

from press.content_types import ContentType
from press.model.meta import Meta


class Page(Meta):
    """A standing page of the portal."""


TYPE = ContentType(
    folder="pages",
    label="固定页面",
    order=99,
    model=Page,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
---

页面的内容。
""",
)
