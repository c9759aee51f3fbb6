"""题注与会议或日期不符。

The line below the title (``subtitle``: ——2026年2月27日在县十七届人大常委会第三十四次会议上, or one that
ends with 会议通过) says a day and a meeting. They are those of ``meeting``; what was passed was passed on
``adopted_on``; and nothing is published before the day it was said or passed. A line copied from the paper of
the meeting before is the usual fault.

Source: 本单位的会议记录（content/meetings）；立法技术规范（试行）（题注）
Bad: 题注写“第三十三次会议”，meeting 写的是第三十四次会议 · 题注写“2月28日”，会期是2月26日至27日 ·
    题注写“2026年2月26日……通过”，adopted_on 是 2026-02-27 · 题注的日期晚于 date
Good: 题注的日期在会期之内，届次相同 · 题注没有写日期或会次
"""

import datetime
import re
from collections.abc import Iterator

from press.content_types.meetings import Kind, Meeting
from press.diagnostics import Finding, Severity
from press.model.document import Document
from press.model.library import Library
from press.model.values import ordinal
from press.record.meetings import meeting_of
from press.rules import Rule
from press.rules._marks import han_number

_N = "([一二三四五六七八九十百零]{1,6})"
_DAY = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日(?![至到—－-])")
_SITTING = re.compile(
    rf"第?{_N}届((?:[^第届]{{0,6}})(?:人民代表大会|人大)(?:常务委员会|常委会)?)第{_N}次会议"
)
_MARKS = " \u3000—-－（(【"


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each subtitle that says another day or meeting."""
    for document in library.documents:
        subtitle = document.meta.subtitle
        if subtitle and document.type != "meetings":
            message = _wrong(library, document, subtitle.lstrip(_MARKS))
            if message:
                hint = "请核对 subtitle、meeting、adopted_on 和 date"
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
    said = _SITTING.search(subtitle)
    # A subtitle that begins otherwise may tell of any meeting.
    if sitting is None or said is None or not (day or subtitle.startswith("在")):
        return None
    meeting = sitting.meeting
    if day and not meeting.first_day <= day <= meeting.last_day:
        return f"题注的日期 {day} 不在会议期间（{meeting.first_day} 至 {meeting.last_day}）"
    return _other_meeting(meeting, said)


def _date(found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None


def _other_meeting(meeting: Meeting, said: re.Match[str]) -> str | None:
    if meeting.term is None or meeting.session is None:
        return None
    committee = said[2].endswith(("常务委员会", "常委会"))
    if committee != (meeting.kind is Kind.STANDING_COMMITTEE) and meeting.kind is not Kind.CHAIRPERSONS:
        return f"题注写的是“{said[2]}”的会议，meeting 是{meeting.kind.value}"
    if (han_number(said[1]), han_number(said[3])) != (meeting.term, meeting.session):
        due = f"第{ordinal(meeting.term)}届第{ordinal(meeting.session)}次"
        return f"题注写的是“{said[0]}”，meeting 是{due}会议"
    return None


RULE = Rule("T042", "题注与会议或日期不符", library=check, severity=Severity.WARNING)
