"""讲话: speeches at meetings and elsewhere."""

from press.content_types import ContentType
from press.model.meta import Byline, Line
from press.model.values import Name


class Speech(Byline):
    """A speech by ``speaker``, who held ``office`` then."""

    speaker: Name | None = None
    office: Line | None = None


TYPE = ContentType(
    folder="speeches",
    label="讲话",
    order=9,
    model=Speech,
    example="""\
---
title: {title}
subtitle: ——{date}在县第十七届人大常委会第三十四次会议上的讲话
date: {date}
status: draft            # 定稿后改为 published
speaker: 讲话人姓名
office: 县人大常委会主任
# meeting: 2026-02-changweihui-34
---

各位组成人员、同志们：

正文。
""",
)
