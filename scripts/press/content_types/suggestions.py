"""代表建议: suggestions of deputies and how they were handled."""

from enum import Enum
from typing import Annotated

from press.content_types import ContentType
from press.model.meta import Byline, Date, Line, Strict, choice
from press.model.values import Name


class Progress(Enum):
    """How far a suggestion has come."""

    RECEIVED = "已收到"
    ASSIGNED = "已交办"
    ANSWERED = "已答复"
    LANDED = "已落地"


class Satisfaction(Enum):
    """What the deputy says of the handling."""

    SATISFIED = "满意"
    MOSTLY_SATISFIED = "基本满意"
    DISSATISFIED = "不满意"


class Answer(Enum):
    """What the reply promises."""

    SOLVED = "已解决"
    PLANNED = "列入计划"
    EXPLAINED = "作出说明"


class Reply(Strict):
    """The reply 答复 of the handling unit."""

    by: Line
    date: Date
    text: Annotated[str, "several lines are allowed"]
    number: Line | None = None
    answer: Annotated[Answer, choice(Answer)] | None = None


class Suggestion(Byline):
    """A suggestion ``number``; the first of ``deputies`` leads, the first of ``units`` handles it.

    ``progress`` is how far it has come; the days tell when. ``due_on`` is the day by which a
    reply is owed. ``deputies`` are ids; ``names`` those who have no page of their own.
    """

    topic: Line | None = None
    names: tuple[Name, ...] = ()
    units: tuple[Line, ...] = ()
    progress: Annotated[Progress, choice(Progress)] = Progress.RECEIVED
    received_on: Date | None = None
    assigned_on: Date | None = None
    due_on: Date | None = None
    answered_on: Date | None = None
    landed_on: Date | None = None
    reply: Reply | None = None
    satisfaction: Annotated[Satisfaction, choice(Satisfaction)] | None = None

    @property
    def answer_day(self) -> Date | None:
        """The day of the reply."""
        return self.answered_on or (self.reply.date if self.reply else None)


TYPE = ContentType(
    folder="suggestions",
    label="代表建议",
    order=11,
    model=Suggestion,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
number: 第12号           # 建议编号
topic: 城乡建设和交通    # 类别
deputies: []             # 代表（deputies/ 下的文件名），领衔的写第一个
units: [县交通运输局]    # 承办单位，主办的写第一个
# meeting: 2026-03-dahui-6   # 在哪次会议上提出；闭会期间提出的不写
progress: 已交办         # 已收到 · 已交办 · 已答复 · 已落地
received_on: {date}
assigned_on: {date}
# due_on: 2026-06-30     # 答复期限
# reply:
#   by: 县交通运输局
#   date: 2026-06-12
#   answer: 已解决       # 已解决 · 列入计划 · 作出说明
#   text: 答复的要点。
# satisfaction: 满意     # 满意 · 基本满意 · 不满意
---

建议的内容：有什么问题，建议怎么办。
""",
)
