"""规范性文件: regulations and normative documents, with their text at each point in time."""

import datetime
from enum import Enum
from typing import Annotated

from press.content_types import ContentType
from press.model.meta import Byline, Date, Line, Strict, choice


class Change(Enum):
    """What happened to a regulation."""

    ADOPTED = "通过"
    REVISED = "修订"
    AMENDED = "修正"
    REPEALED = "废止"


class Version(Strict):
    """One change: ``date`` it was decided, ``effective_on`` (else the same day) it holds from.

    ``text`` is the id of the document in ``regulations/`` that keeps the text as it then stood;
    the newest text is the document's own body and names none.
    """

    action: Annotated[Change, choice(Change)]
    date: Date
    effective_on: Date | None = None
    meeting: Line | None = None
    number: Line | None = None
    text: Line | None = None
    note: Line | None = None

    @property
    def holds_from(self) -> datetime.date:
        """The day it takes effect."""
        return self.effective_on or self.date


class Regulation(Byline):
    """A regulation; ``versions`` oldest first. A single adoption may be written as two dates."""

    organ: Line | None = None
    adopted_on: Date | None = None
    effective_on: Date | None = None
    versions: tuple[Version, ...] = ()

    @property
    def history(self) -> tuple[Version, ...]:
        """The versions, or the one adoption that the dates tell of."""
        if self.versions:
            return self.versions
        adopted = self.adopted_on or self.date
        only = Version.model_validate(
            {"action": Change.ADOPTED, "date": adopted, "effective_on": self.effective_on}
        )
        return (only,)

    @property
    def repealed_on(self) -> datetime.date | None:
        """The day from which it holds no longer, or None."""
        last = self.history[-1]
        return last.holds_from if last.action is Change.REPEALED else None


TYPE = ContentType(
    folder="regulations",
    label="规范性文件",
    order=4,
    model=Regulation,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
organ: 县人民代表大会常务委员会   # 制定机关
versions:                # 沿革，从早到晚：通过 · 修订 · 修正 · 废止
  - action: 通过
    date: {date}         # 通过日期
    effective_on: {date} # 施行日期
    # meeting: 2026-02-changweihui-34
    # text: 某文件-2019  # 当时的文本（本文件夹里另一篇的文件名）；现行文本写在下面，不填
---

## 第一章　总则

第一条　为了……，根据……，结合本县实际，制定本办法。

第二条　……
""",
)
