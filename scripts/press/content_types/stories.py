"""履职故事: how a deputy does the duties of a deputy."""

from press.content_types import ContentType
from press.model.meta import Byline


class Story(Byline):
    """A deputy's story; collected in the book 《履职剪影》."""


TYPE = ContentType(
    folder="stories",
    label="履职故事",
    order=14,
    model=Story,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
summary: 一句话说清这位代表做成了什么事。
authors: [作者姓名]
photographers: [摄影姓名]
cover: images/example.jpg   # 封面图，放在稿件旁的 images/ 里
tags: [代表工作]
---

从一个具体的场面写起。

## 小标题

再写来龙去脉。
""",
)
