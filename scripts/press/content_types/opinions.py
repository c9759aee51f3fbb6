"""审议意见: opinions of the standing committee on what it has deliberated."""

from press.content_types import ContentType
from press.model.meta import Byline, Date, Line


class Opinion(Byline):
    """A deliberation opinion: ``report`` is the id of the report it is about; ``due_on`` the day
    by which ``to`` has to report how it was handled.
    """

    report: Line | None = None
    to: Line | None = None
    due_on: Date | None = None


TYPE = ContentType(
    folder="opinions",
    label="审议意见",
    order=6,
    model=Opinion,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
number: 青人常〔2026〕7号  # 文号
to: 县人民政府           # 送谁研究处理
due_on: {date}           # 何时前报告研究处理情况
# meeting: 2026-02-changweihui-34   # 审议它的会议
# report: 2026-02-26-yanglao        # 所审议的报告（reports/ 下的文件名）
---

县人民政府：

会议认为，……。现将会议提出的审议意见函告如下：

一、……

二、……
""",
)
