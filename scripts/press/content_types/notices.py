"""公告: public notices of the congress, its presidium and its standing committee."""

from press.content_types import ContentType
from press.model.meta import Byline, Date, Line


class Notice(Byline):
    """A public notice, signed by ``organ``."""

    organ: Line | None = None
    adopted_on: Date | None = None


TYPE = ContentType(
    folder="notices",
    label="公告",
    order=8,
    model=Notice,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
organ: 县人民代表大会常务委员会   # 发布机关
number: 第十七届第9号    # 公告编号
# meeting: 2026-02-changweihui-34
---

公告的内容。

特此公告。

:::signature
某某县人民代表大会常务委员会

2026年2月27日
:::
""",
)
