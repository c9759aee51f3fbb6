"""题注的日期不对。

The line below the title (``subtitle``: ——2026年2月27日在县十七届人大常委会第三十四次会议上, or one that
ends with 会议通过) says a day. It is one of the meeting's; what was passed was passed on ``adopted_on``; and
nothing is published before the day it was said or passed. A line copied from the paper of the meeting before
is the usual fault. Which session it names is the matter of I006.

Source: 本单位的会议记录（content/meetings）；立法技术规范（试行）（题注）
Bad: 题注写“2月28日”，会期是2月26日至27日 · 题注写“2026年2月26日……通过”，adopted_on 是 2026-02-27 ·
    题注的日期晚于 date
Good: 题注的日期在会期之内 · 题注没有写日期
"""

import datetime
import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.document import Document
from press.model.library import Library
from press.record.meetings import meeting_of
from press.rules import Rule
from press.rules._lazy import lazy

_DAY = lazy(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日(?![至到—－-])")
_SITTING = lazy(r"第[一二三四五六七八九十百零]{1,6}次会议")
_MARKS = " \u3000—-－（(【"


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each subtitle that says another day."""
    for document in library.documents:
        subtitle = document.meta.subtitle
        if subtitle and document.type != "meetings":
            message = _wrong(library, document, subtitle.lstrip(_MARKS))
            if message:
                hint = "请核对 subtitle 里的日期和 meeting、adopted_on、date"
                yield Finding(document.path, ("value", "subtitle"), message, hint)


def _wrong(library: Library, document: Document, subtitle: str) -> str | None:
    found = _DAY.match(subtitle)
    day = _date(found) if found else None
    adopted = getattr(document.meta, "adopted_on", None)
    if day and day > document.date:
        return f"题注的日期 {day} 晚于发布日期 {document.date}"
    if day and adopted and day != adopted and subtitle.endswith(("通过", "通过）", "通过)")):
        return f"题注的通过日期 {day} 与 adopted_on（{adopted}）不同"
    sitting = meeting_of(library, document)
    # A subtitle without a session in it may tell of any day.
    if sitting is None or day is None or not _SITTING.search(subtitle):
        return None
    meeting = sitting.meeting
    if not meeting.first_day <= day <= meeting.last_day:
        return f"题注的日期 {day} 不在会议期间（{meeting.first_day} 至 {meeting.last_day}）"
    return None


def _date(found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None


RULE = Rule("T042", "题注的日期不对", library=check, severity=Severity.WARNING)
