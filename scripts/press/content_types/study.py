"""学习资料: laws, readings and working methods for members and deputies."""

from press.content_types import ContentType
from press.model.meta import Byline


class Study(Byline):
    """A piece of study material."""


TYPE = ContentType(
    folder="study",
    label="学习资料",
    order=15,
    model=Study,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
source: 县人大常委会办公室   # 来源
column: 制度解读         # 栏目
tags: [监督工作]
---

正文第一段。

## 一、小标题

正文。需要注释时这样写[^1]。

[^1]: 注释的内容。
""",
)
