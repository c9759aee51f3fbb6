"""大事记: what happened, day by day."""

from press.content_types import ContentType
from press.model.meta import Byline, Date


class Chronicle(Byline):
    """A chronicle of the days from ``begins_on`` to ``ends_on``."""

    begins_on: Date | None = None
    ends_on: Date | None = None


TYPE = ContentType(
    folder="chronicles",
    label="大事记",
    order=10,
    model=Chronicle,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
begins_on: {date}        # 起止日期
ends_on: {date}
---

**1月9日**　县人大常委会组织部分代表开展会前视察。

**1月15日**　县十七届人大常委会召开第四十一次主任会议。
""",
)
