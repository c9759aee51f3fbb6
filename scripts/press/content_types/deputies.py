"""人大代表: the deputies, and what is to be known of them in public."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from press.content_types import ContentType
from press.model.meta import Date, Line, Meta
from press.model.values import Name, Ordinal

_PRIVATE = re.compile(
    r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)|@(?:qq|163|126)\.com"
)


def _channel(value: str) -> str:
    if _PRIVATE.search(value):
        said = "不能是个人手机号、证件号或私人邮箱；写代表联络站或办公室电话"
        raise PydanticCustomError("said", said)
    return value


class Deputy(Meta):
    """A deputy; ``title`` is the name. ``office`` is work and post, ``contact`` a public channel."""

    title: Name
    term: Ordinal | None = None
    delegation: Line | None = None
    constituency: Line | None = None
    office: Line | None = None
    portrait: Line | None = None
    photographers: tuple[Line, ...] = ()
    contact: Annotated[Line, AfterValidator(_channel)] | None = None
    elected_on: Date | None = None
    ended_on: Date | None = None

    @property
    def cover(self) -> Any:
        """The portrait is what lists show."""
        return self.portrait


TYPE = ContentType(
    folder="deputies",
    label="人大代表",
    order=12,
    model=Deputy,
    bodiless=True,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published；title 写代表姓名
term: 17                 # 届
delegation: 青屏镇代表团
constituency: 第12选区
office: 青屏镇某村党支部书记   # 工作单位和职务
portrait: images/example.jpg   # 照片，放在稿件旁的 images/ 里
contact: 青屏镇代表联络站      # 公开的联系渠道，不写个人电话
---

简介（可以不写）。履职故事、建议、出席情况由网站自动汇集。
""",
)
