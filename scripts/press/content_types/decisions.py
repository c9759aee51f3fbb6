"""决议决定: resolutions and decisions of the congress and its standing committee."""

from press.content_types import ContentType
from press.model.meta import Byline, Date
from press.model.values import Tally


class Decision(Byline):
    """A resolution or decision; ``number`` is its 文号, such as 青人常〔2026〕3号."""

    adopted_on: Date | None = None
    effective_on: Date | None = None
    vote: Tally | None = None


TYPE = ContentType(
    folder="decisions",
    label="决议决定",
    order=3,
    model=Decision,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
column: 决定             # 决议或决定
number: 青人常〔2026〕3号  # 文号，用六角括号
adopted_on: {date}       # 通过日期
effective_on: {date}     # 施行日期
# meeting: 2026-02-changweihui-34   # 通过它的会议（meetings/ 下的文件名）
# vote: {for: 26, against: 0, abstain: 1, not_voted: 0, result: 通过}
---

（2026年2月27日县第十七届人民代表大会常务委员会第三十四次会议通过）

县第十七届人民代表大会常务委员会第三十四次会议审议了……，决定：

一、……

二、……
""",
)
