"""How pages say days, sessions and names of meetings."""

import datetime

from press.content_types.meetings import Kind
from press.model.values import ordinal
from press.record.meetings import Sitting

LABELS = {
    "bulletins": "期刊",
    "tags": "标签",
    "more": "全部栏目",
    "statistics": "统计",
    "roster": "职务名册",
    "rules": "校对规则",
    "submit": "网上投稿",
    "people": "作者",
    "columns": "栏目",
    "calendar": "日历",
}
"""What sections are called that are no types of documents."""

_UNITS = {"meetings": "次", "appointments": "份", "deputies": "位"}
_UNITS |= dict.fromkeys(("news", "stories", "study", "speeches", "chronicles", "pages"), "篇")
_UNITS |= dict.fromkeys(("tags", "columns", "people"), "篇")


def unit(section: str) -> str:
    """What the documents of a type, or of a section of many types, are counted in."""
    return _UNITS.get(section, "件")


def day(date: datetime.date) -> str:
    """``2026年2月27日``."""
    return f"{date.year}年{date.month}月{date.day}日"


def days(first: datetime.date, last: datetime.date) -> str:
    """``2026年2月26日至27日``, saying no part twice."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)}至{day(last)}"
    if first.month != last.month:
        return f"{day(first)}至{last.month}月{last.day}日"
    return f"{day(first)}至{last.day}日"


def term(number: int | None) -> str:
    """``第十七届``."""
    return f"第{ordinal(number)}届" if number else ""


def session(sitting: Sitting) -> str:
    """``第十七届人大常委会第三十四次会议``; the title where the numbers are not given."""
    meeting = sitting.meeting
    if meeting.session is None:
        return sitting.document.title
    which = f"第{ordinal(meeting.session)}次"
    said = {
        Kind.CONGRESS: f"人民代表大会{which}会议",
        Kind.STANDING_COMMITTEE: f"人大常委会{which}会议",
        Kind.CHAIRPERSONS: f"人大常委会{which}主任会议",
    }
    return term(meeting.term) + said[meeting.kind]
