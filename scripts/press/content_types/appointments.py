"""人事任免: appointments, removals and accepted resignations."""

from enum import Enum
from typing import Annotated

from press.content_types import ContentType
from press.model.meta import Byline, Date, Line, Strict, choice
from press.model.values import Name, Tally


class Action(Enum):
    """What is decided about a person and an office."""

    APPOINT = "任命"
    REMOVE = "免去"
    RESIGN = "接受辞职"
    ACT = "决定代理"
    ELECT = "补选"
    DISMISS = "撤职"

    @property
    def ends(self) -> bool:
        """Whether the person leaves the office by it."""
        return self in (Action.REMOVE, Action.RESIGN, Action.DISMISS)


class Appointment(Strict):
    """One line of a list: ``name`` is given or leaves ``office`` of ``organ``.

    ``person`` tells apart two people of one name (a deputy's id, or any other word).
    """

    name: Name
    action: Annotated[Action, choice(Action)]
    office: Line
    organ: Line | None = None
    person: Line | None = None
    vote: Tally | None = None


class Appointments(Byline):
    """A list of appointments and removals 任免名单, decided on ``adopted_on``."""

    adopted_on: Date | None = None
    proposer: Line | None = None
    appointments: tuple[Appointment, ...] = ()


TYPE = ContentType(
    folder="appointments",
    label="人事任免",
    order=7,
    model=Appointments,
    bodiless=True,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
number: 青人常〔2026〕6号  # 文号
adopted_on: {date}       # 通过日期
# meeting: 2026-02-changweihui-34
appointments:            # 任命 · 免去 · 接受辞职 · 决定代理 · 补选 · 撤职
  - name: 姓名
    action: 任命
    office: 水利局局长
    organ: 县人民政府
    vote: {for: 26, against: 0, abstain: 0, not_voted: 0, result: 通过}
---

（正文可以不写，名单由上面各项生成。）
""",
)
