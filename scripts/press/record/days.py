"""What there is on each day: meetings that sit, issues that come out, documents that are published."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from press.model.library import Library
from press.record import once
from press.record.meetings import sittings

_UNDATED = ("pages", "deputies", "meetings")
"""Types whose date is no event: a meeting has days of its own."""

_LONGEST = 31
"""Days a meeting is shown to sit on end."""


class Event(NamedTuple):
    """Something on a day: ``kind`` is meeting, issue or document, ``label`` says which in Chinese.

    ``href`` is relative to the site's root.
    """

    kind: str
    label: str
    title: str
    href: str


def by_day(library: Library) -> Mapping[datetime.date, tuple[Event, ...]]:
    """Return what is public on each day, oldest first; on a day meetings, then issues, then documents."""
    return once(library, _by_day)


def _by_day(library: Library) -> dict[datetime.date, tuple[Event, ...]]:
    days: defaultdict[datetime.date, list[Event]] = defaultdict(list)
    for sitting in sittings(library, public=True):
        event = Event("meeting", "会议", sitting.document.title, sitting.document.permalink)
        first, last = sitting.meeting.first_day, sitting.meeting.last_day
        # A year mistyped would fill the calendar of decades.
        span = range((last - first).days + 1) if (last - first).days < _LONGEST else (0, (last - first).days)
        for number in span:
            days[first + datetime.timedelta(number)].append(event)
    for issue in sorted(library.issues, key=lambda issue: issue.ref):
        title = f"{issue.periodical.meta.title} {issue.label}"
        days[issue.date].append(Event("issue", "期刊", title, issue.permalink))
    for type_, label in library.types.items():
        if type_ not in _UNDATED:
            for document in library.by_type.get(type_, ()):
                days[document.date].append(Event("document", label, document.title, document.permalink))
    return {day: tuple(days[day]) for day in sorted(days)}
