"""报告: reports to the congress and its standing committee, with their tables of figures."""

from typing import Annotated

from pydantic import Field

from press.content_types import ContentType
from press.model.meta import Byline, KeyPath, Line, Strict
from press.model.values import Name

Cases = Annotated[int, Field(ge=0, le=99999)]


class Table(Strict):
    """A budget or final-account table: a CSV file beside the document."""

    file: Line
    title: Line
    unit: Line = "万元"


class Handling(Strict):
    """How the deputies' suggestions were handled, in cases 件.

    ``solved`` 已解决或基本解决, ``planned`` 列入计划, ``explained`` 作出说明; by opinion of the
    deputies ``satisfied``, ``mostly_satisfied``, ``dissatisfied``.
    """

    total: Cases
    solved: Cases | None = None
    planned: Cases | None = None
    explained: Cases | None = None
    satisfied: Cases | None = None
    mostly_satisfied: Cases | None = None
    dissatisfied: Cases | None = None


class Report(Byline):
    """A report: who gave it for which organ; ``handles`` is the id of the opinion it answers."""

    rapporteur: Name | None = None
    office: Line | None = None
    organ: Line | None = None
    handles: Line | None = None
    tables: tuple[Table, ...] = ()
    handling: Handling | None = None

    def files(self) -> tuple[tuple[KeyPath, str], ...]:
        """Its tables."""
        return tuple((("tables", index, "file"), table.file) for index, table in enumerate(self.tables))


TYPE = ContentType(
    folder="reports",
    label="报告",
    order=5,
    model=Report,
    example="""\
---
title: {title}
subtitle: ——{date}在县第十七届人大常委会第三十四次会议上
date: {date}
status: draft            # 定稿后改为 published
organ: 县人民政府        # 报告机关
rapporteur: 报告人姓名
office: 县民政局局长     # 报告人职务
# meeting: 2026-02-changweihui-34   # 听取它的会议
# handles: 2026-03-03-yanglao       # 若是审议意见研究处理情况的报告：审议意见的文件名
# tables:                           # 预决算表：放在稿件旁的 CSV 文件
#   - {file: 2025-juesuan-shouru.csv, title: 2025年一般公共预算收入决算表, unit: 万元}
---

主任、各位副主任、各位委员：

受县人民政府委托，现将……情况报告如下。

## 一、基本情况

正文。
""",
)
