"""The calendar: years, months as they hang on a wall, and what there is on each day of a month."""

import datetime
from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from press.outputs import key as hashed
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import LABELS
from press.record import browsing
from press.record.browsing import Day

_MEETINGS = 3
"""Meetings on the home page."""

WEEKDAYS = "一二三四五六日"

Days = dict[datetime.date, Day]

Marks = dict[int, tuple[int, int]]
"""By the day of a month that has something: how many meetings, and how many issues and documents."""


class Cell(NamedTuple):
    """A day in a month's grid: what there is in words, and whether a meeting is held on it."""

    day: int
    href: str
    words: str
    meeting: bool


class Month(NamedTuple):
    """A month: its weeks from Monday, None for days of its neighbours. ``href`` is "" if it is empty."""

    name: str
    href: str
    number: int
    weeks: list[list[Cell | None]]


class Item(NamedTuple):
    """Something on a day; ``look`` is meeting, issue or document."""

    look: str
    label: str
    title: str
    href: str


class Newest(NamedTuple):
    """The newest month that has something, and the newest meetings, each with its last day."""

    year: int
    month: Month
    meetings: list[tuple[datetime.date, Item]]


def newest(views: Views) -> Newest | None:
    """Return what the home page shows of the calendar, unless there is nothing yet."""
    days = browsing.days(views.library)
    if not days:
        return None
    last = max(days)
    here = {date: day for date, day in days.items() if (date.year, date.month) == (last.year, last.month)}
    meetings: dict[Item, datetime.date] = {}
    for date, day in reversed(days.items()):
        for item in _items(views, Day(meetings=day.meetings)):
            meetings.setdefault(item, date)
        if len(meetings) >= _MEETINGS:
            break
    month = _grid(last.year, last.month, {date.day: _marks(day) for date, day in here.items()})
    return Newest(last.year, month, [(date, item) for item, date in meetings.items()][:_MEETINGS])


def pages(views: Views) -> Iterator[Page]:
    """Yield the index of years, the page of each year and of each month that has something."""
    firsts = groupby(browsing.days(views.library).items(), key=lambda item: item[0].replace(day=1))
    months = {first: dict(found) for first, found in firsts}
    if not months:
        return
    marks: defaultdict[int, dict[int, Marks]] = defaultdict(dict)
    for first, days in months.items():
        marks[first.year][first.month] = {date.day: _marks(day) for date, day in days.items()}
    yield _index(marks)
    years, order = list(marks), list(months)
    for index, year in enumerate(years):
        yield _year(year, marks[year], years[max(0, index - 1) : index], years[index + 1 : index + 2])
    for index, (first, days) in enumerate(months.items()):
        around = order[max(0, index - 1) : index], order[index + 1 : index + 2]
        yield _month(views, first, days, marks[first.year][first.month], *around)


def _marks(day: Day) -> tuple[int, int]:
    return len(day.meetings), len(day.issues) + len(day.documents)


def _total(marks: Marks) -> int:
    return sum(meetings + others for meetings, others in marks.values())


def _grid(year: int, month: int, marks: Marks) -> Month:
    place = _place(year, month)

    def cell(number: int) -> Cell | None:
        meetings, others = marks.get(number, (0, 0))
        words = "，".join(filter(None, ("开会" if meetings else "", f"{others}项" if others else "")))
        return Cell(number, f"{place}#d{number}" if words else "", words, bool(meetings)) if number else None

    weeks = [[cell(number) for number in week] for week in Calendar().monthdayscalendar(year, month)]
    return Month(f"{month}月", place if marks else "", _total(marks), weeks)


def _place(year: int, month: int) -> str:
    return f"calendar/{year}/{month:02}/"


def _index(marks: dict[int, dict[int, Marks]]) -> Page:
    years = [
        (
            year,
            sum(map(_total, months.values())),
            [(f"{month}月", _place(year, month), _total(found)) for month, found in months.items()],
        )
        for year, months in reversed(marks.items())
    ]
    slots = {"heading": LABELS["calendar"], "years": years}
    description = "按年、月、日查看会议、期刊和稿件"
    return Page(
        "calendar", "calendar/", "calendar", LABELS["calendar"], description, hashed(slots), slots.copy
    )


def _year(year: int, marks: dict[int, Marks], older: list[int], newer: list[int]) -> Page:
    number, title = sum(map(_total, marks.values())), f"{year}年日历"

    def slots() -> dict[str, Any]:
        return {
            "heading": title,
            "year": year,
            "number": number,
            "months": [_grid(year, month, marks.get(month, {})) for month in range(1, 13)],
            "older": older,
            "newer": newer,
        }

    description = f"{year}年每一天的会议、期刊和稿件，共{number}项"
    key = hashed(marks, older, newer)
    return Page("calendar-year", f"calendar/{year}/", "calendar", title, description, key, slots)


def _month(
    views: Views,
    first: datetime.date,
    days: Days,
    marks: Marks,
    older: list[datetime.date],
    newer: list[datetime.date],
) -> Page:
    def neighbours(months: list[datetime.date]) -> list[tuple[str, str]]:
        return [(f"{month.year}年{month.month}月", _place(month.year, month.month)) for month in months]

    def slots() -> dict[str, Any]:
        return {
            "heading": title,
            "year": first.year,
            "month": _grid(first.year, first.month, marks),
            "days": [(date.day, _spoken(date), list(_items(views, day))) for date, day in days.items()],
            "older": neighbours(older),
            "newer": neighbours(newer),
        }

    title = f"{first.year}年{first.month}月"
    key = [repr((marks, older, newer))]
    for day in days.values():
        key += map(views.card_key, (*day.meetings, *day.documents))
        key += [repr(views.issue(issue)) for issue in day.issues]
    description = f"{title}每一天的会议、期刊和稿件，共{_total(marks)}项"
    place = _place(first.year, first.month)
    return Page("calendar-month", place, "calendar", title, description, "\n".join(key), slots)


def _items(views: Views, day: Day) -> Iterator[Item]:
    label = views.library.types
    for document in day.meetings:
        yield Item("meeting", label[document.type], document.title, document.permalink)
    for issue in day.issues:
        yield Item(
            "issue", LABELS["bulletins"], f"{issue.periodical.meta.title} {issue.label}", issue.permalink
        )
    for document in day.documents:
        yield Item("document", label[document.type], document.title, document.permalink)


def _spoken(date: datetime.date) -> str:
    return f"{date.month}月{date.day}日 星期{WEEKDAYS[date.weekday()]}"
