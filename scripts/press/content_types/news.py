"""人大要闻: what the standing committee and its deputies did."""

from press.content_types import ContentType
from press.model.meta import Byline


class News(Byline):
    """A news item."""


TYPE = ContentType(
    folder="news",
    label="人大要闻",
    order=1,
    model=News,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
source: 县人大常委会办公室   # 来源
authors: [作者姓名]
photographers: []        # 摄影
column: 要闻             # 栏目
tags: [代表工作]
---

第一段写清时间、地点、人物、事情。

![替代文字：图中看得见什么](images/example.jpg "图片说明（某某 摄）")

第二段写经过与结果。
""",
)
