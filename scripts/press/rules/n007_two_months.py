"""两个月没有开常委会会议。

The standing committee meets at least once in two months: a meeting of June is followed by one in
August at the latest.

Source: 《地方各级人民代表大会和地方各级人民政府组织法》（常务委员会会议每两个月至少举行一次）
Bad: 2月开过，下一次在5月
Good: 2月1日开过，下一次在4月28日
"""

from collections.abc import Iterator
from itertools import pairwise

from press.content_types.meetings import Kind
from press.diagnostics import Finding, Severity
from press.model.library import Library
from press.record.meetings import sittings
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each meeting that comes too long after the one before."""
    for before, sitting in pairwise(sittings(library, Kind.STANDING_COMMITTEE)):
        earlier, day = before.meeting.last_day, sitting.meeting.first_day
        months = (day.year - earlier.year) * 12 + day.month - earlier.month
        if months > 2:
            key = "begins_on" if sitting.meeting.begins_on else "date"
            message = f"距上一次常委会会议（{earlier}）已隔 {months} 个月"
            hint = f"每两个月至少举行一次；若其间开过会，请补上它的记录（上一次：{before.document.path}）"
            yield Finding(sitting.document.path, ("value", key), message, hint)


RULE = Rule("N007", "两个月没有开常委会会议", library=check, severity=Severity.WARNING)
