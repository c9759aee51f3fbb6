"""决议决定: resolutions and decisions of the congress and its standing committee."""

from press.content_types import ContentType
from press.model.meta import Date, Line, Meta


class Decision(Meta):
    """A resolution or decision; ``number`` is its 文号, such as 青人常〔2026〕3号."""

    number: Line | None = None
    adopted_on: Date | None = None
    effective_on: Date | None = None
    source: Line | None = None
    column: Line | None = None


TYPE = ContentType(
    folder="decisions",
    label="决议决定",
    order=2,
    model=Decision,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
number: 青人常〔2026〕3号  # 文号，用六角括号
adopted_on: {date}       # 通过日期
---

（2026年2月27日县第十七届人民代表大会常务委员会第三十四次会议通过）

县第十七届人民代表大会常务委员会第三十四次会议审议了……，决定：

一、……

二、……
""",
)
