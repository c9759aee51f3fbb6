"""会议日期的先后不对。

A meeting does not end before it begins, and the next one of its kind does not begin before it ends.

Source: 日历的算术
Bad: ``begins_on: 2026-02-27``，``ends_on: 2026-02-26`` · 两次常委会会议的会期重叠
Good: ``begins_on: 2025-12-31``，``ends_on: 2026-01-02``
"""

from collections.abc import Iterator

from press.content_types.meetings import Kind
from press.diagnostics import Finding
from press.model.library import Library
from press.record.meetings import Sitting, sittings
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each meeting that ends too early or overlaps the one before."""
    for kind in Kind:
        found = sittings(library, kind)
        for document, meeting in found:
            if meeting.last_day < meeting.first_day:
                message = f"会议结束日期 {meeting.last_day} 早于开始日期 {meeting.first_day}"
                yield Finding(document.path, ("value", "ends_on"), message, "请核对 begins_on 和 ends_on")
        latest: Sitting | None = None
        for sitting in found:
            if latest is not None and sitting.meeting.first_day < latest.meeting.last_day:
                keys = ("begins_on", "ends_on")
                key = next((key for key in keys if getattr(sitting.meeting, key)), "date")
                ended = latest.meeting.last_day
                message = f"前面的会议（{latest.document.path}）{ended} 才结束，本次已开始"
                yield Finding(sitting.document.path, ("value", key), message, "请核对两次会议的日期")
            if latest is None or sitting.meeting.last_day > latest.meeting.last_day:
                latest = sitting


RULE = Rule("N006", "会议日期的先后不对", library=check)
