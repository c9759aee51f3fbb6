"""The calendar: every month in which anything is public, as a grid and day by day."""

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from press.outputs import key as hashed
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.record.days import Event, by_day

_COUNTED = {"meeting": "会议{}次", "issue": "期刊{}期", "document": "稿件{}篇"}
WEEK = "一二三四五六日"

Events = Mapping[datetime.date, tuple[Event, ...]]


class Cell(NamedTuple):
    """A day of the grid; ``looks`` are the kinds of its events, ``words`` say how many of each."""

    number: int
    date: str
    anchor: str
    looks: tuple[str, ...]
    words: str


class Month(NamedTuple):
    """A month: ``weeks`` begin on Monday and have None for days of other months.

    ``today`` is the newest day on which anything is public, if it lies in this month.
    """

    label: str
    href: str
    weeks: tuple[tuple[Cell | None, ...], ...]
    today: str


class Day(NamedTuple):
    """A day with what there is on it."""

    label: str
    date: str
    anchor: str
    events: tuple[Event, ...]


def newest_month(views: Views) -> tuple[Month, list[tuple[str, Event]], int] | None:
    """Return the newest month, its meetings and issues with their days, and the number of its events."""
    days = by_day(views.library)
    if not days:
        return None
    newest = max(days)
    here = {day: events for day, events in days.items() if _month(day) == _month(newest)}
    seen: dict[Event, str] = {}
    for day, events in here.items():
        for event in events:
            if event.kind != "document":
                seen.setdefault(event, f"{day.month}月{day.day}日")
    listed = [(day, event) for event, day in seen.items()]
    return _grid(*_month(newest), here, newest), listed, len({e for events in here.values() for e in events})


def pages(views: Views) -> Iterator[Page]:
    """Yield the overview and the page of each month, unless there is nothing yet."""
    days = by_day(views.library)
    if not days:
        return
    months: defaultdict[tuple[int, int], dict[datetime.date, tuple[Event, ...]]] = defaultdict(dict)
    for day, events in days.items():
        months[_month(day)][day] = events
    order = sorted(months)
    yield _overview(months)
    newest = max(days)
    for index, month in enumerate(order):
        older = order[index - 1] if index else None
        newer = order[index + 1] if index + 1 < len(order) else None
        grid = _grid(*month, months[month], newest)
        slots = {
            "month": grid,
            "days": [
                Day(
                    f"{day.month}月{day.day}日　星期{WEEK[day.weekday()]}",
                    day.isoformat(),
                    _anchor(day),
                    events,
                )
                for day, events in sorted(months[month].items(), reverse=True)
            ],
            "older": (_label(older), _href(older)) if older else None,
            "newer": (_label(newer), _href(newer)) if newer else None,
        }
        said = f"{grid.label}的会议、期刊和稿件，按日期浏览"
        yield Page("month", grid.href, "calendar", grid.label, said, hashed(slots), slots.copy)


def _overview(months: Mapping[tuple[int, int], Events]) -> Page:
    years = [
        (
            year,
            [
                (f"{month}月", _href((year, month)), _size(months[year, month]))
                if (year, month) in months
                else (f"{month}月", "", 0)
                for month in range(1, 13)
            ],
        )
        for year, _ in groupby(sorted(months, reverse=True), key=lambda month: month[0])
    ]
    slots = {"heading": "日历", "years": years}
    said = "按年份和月份浏览会议、期刊和稿件"
    return Page("calendar", "calendar/", "calendar", "日历", said, hashed(slots), slots.copy)


def _grid(year: int, month: int, days: Events, newest: datetime.date) -> Month:
    weeks = tuple(
        tuple(_cell(datetime.date(year, month, number), days) if number else None for number in week)
        for week in calendar.Calendar().monthdayscalendar(year, month)
    )
    today = newest.isoformat() if _month(newest) == (year, month) else ""
    return Month(_label((year, month)), _href((year, month)), weeks, today)


def _cell(day: datetime.date, days: Events) -> Cell:
    kinds = [event.kind for event in days.get(day, ())]
    counts = {kind: kinds.count(kind) for kind in _COUNTED if kind in kinds}
    words = "，".join(_COUNTED[kind].format(number) for kind, number in counts.items())
    said = f"{day.month}月{day.day}日：{words}" if words else ""
    return Cell(day.day, day.isoformat(), _anchor(day), tuple(counts), said)


def _size(days: Events) -> int:
    return len({event for events in days.values() for event in events})


def _month(day: datetime.date) -> tuple[int, int]:
    return day.year, day.month


def _label(month: tuple[int, int]) -> str:
    return f"{month[0]}年{month[1]}月"


def _href(month: tuple[int, int]) -> str:
    return f"calendar/{month[0]:04}-{month[1]:02}/"


def _anchor(day: datetime.date) -> str:
    return f"d{day.day}"
