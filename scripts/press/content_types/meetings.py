"""会议: meetings of the congress, of its standing committee and of its chairpersons."""

from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from press.content_types import ContentType
from press.model.meta import Byline, Date, Line, Strict, choice
from press.model.values import Heads, Name, Ordinal, Ref, Result, Tally, heads


class Kind(Enum):
    """Who meets. Each has a count of sessions of its own within a term."""

    CONGRESS = "人民代表大会会议"
    STANDING_COMMITTEE = "常委会会议"
    CHAIRPERSONS = "主任会议"


class AgendaItem(Strict):
    """One item of the agenda and the documents it is about; may be written as plain text."""

    item: Line
    documents: tuple[Ref, ...] = ()


class NonVoting(Strict):
    """Non-voting attendance 列席 of one office."""

    office: Line
    people: tuple[Name, ...] = ()


class Attendance(Strict):
    """Heads, or names, of those expected 应到, present 实到, on leave 请假 and absent 缺席."""

    expected: Heads
    present: Heads
    on_leave: Heads = 0
    absent: Heads = 0
    non_voting: tuple[NonVoting, ...] = ()


class Vote(Tally):
    """The vote on one item. ``present`` where fewer or more were there than at the meeting."""

    item: Line
    document: Ref | None = None
    present: Annotated[int, Field(ge=0, le=9999)] | None = None


class Evaluation(Strict):
    """An evaluation 满意度测评 of a report: 满意, 基本满意, 不满意, and who cast no ballot."""

    item: Line
    satisfied: Heads
    mostly_satisfied: Heads = 0
    dissatisfied: Heads = 0
    not_voted: Heads = 0
    document: Ref | None = None

    @property
    def total(self) -> int:
        """Everyone who was there."""
        counted = (self.satisfied, self.mostly_satisfied, self.dissatisfied, self.not_voted)
        return sum(map(heads, counted))


def _items(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    return tuple({"item": item} if isinstance(item, str) else item for item in value)


class Meeting(Byline):
    """A meeting 会议: 第 ``term`` 届第 ``session`` 次; ``begins_on``–``ends_on``, else ``date``."""

    kind: Annotated[Kind, choice(Kind)] = Kind.STANDING_COMMITTEE
    term: Ordinal | None = None
    session: Ordinal | None = None
    begins_on: Date | None = None
    ends_on: Date | None = None
    place: Line | None = None
    chair: Name | None = None
    agenda: Annotated[tuple[AgendaItem, ...], BeforeValidator(_items)] = ()
    attendance: Attendance | None = None
    votes: tuple[Vote, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    documents: tuple[Ref, ...] = ()

    @property
    def first_day(self) -> Date:
        """The day it begins."""
        return self.begins_on or self.ends_on or self.date

    @property
    def last_day(self) -> Date:
        """The day it ends."""
        return self.ends_on or self.begins_on or self.date

    def passes(self, vote: Tally) -> bool | None:
        """Whether ``vote`` carries: more than half of all members; None when they are unknown."""
        if self.attendance is None:
            return None
        return heads(vote.for_) * 2 > heads(self.attendance.expected)

    def outcome(self, vote: Tally) -> Result | None:
        """The result as recorded, or else as counted."""
        if vote.result is not None:
            return vote.result
        passes = self.passes(vote)
        return None if passes is None else Result.PASSED if passes else Result.FAILED


TYPE = ContentType(
    folder="meetings",
    label="会议",
    order=2,
    model=Meeting,
    bodiless=True,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
kind: 常委会会议         # 人民代表大会会议 · 常委会会议 · 主任会议
term: 17                 # 届
session: 1               # 次
begins_on: {date}
ends_on: {date}
place: 县人大常委会会议厅
chair: 主持人姓名
agenda:                  # 议程；有关的稿件写“类型/编号”
  - 听取和审议县人民政府关于……的报告
  - item: 审议关于……的决定（草案）
    documents: []        # 如 [decisions/2026-02-27-yusuan]
attendance:              # 人数，或姓名的列表；应到＝实到＋请假＋缺席
  expected: 29
  present: 27
  on_leave: 2
  absent: 0
  non_voting:            # 列席
    - office: 县人民政府
      people: [副县长某某]
votes:                   # 表决；赞成＋反对＋弃权＋未按表决器＝实到，赞成过全体的半数为通过
  - item: 关于……的决定
    for: 26
    against: 0
    abstain: 1
    not_voted: 0
    result: 通过
---

会议概况（可以不写）。
""",
)
