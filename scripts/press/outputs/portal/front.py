"""The home page: what is new, as an editor would put it."""

import datetime
from typing import Any, NamedTuple

from press.model.issue import Issue
from press.outputs import key as hashed
from press.outputs.portal import calendar, more
from press.outputs.portal.issues import Title, newest_first, titles
from press.outputs.portal.page import Page
from press.outputs.portal.shapes import Card, IssueCard
from press.outputs.portal.views import Views
from press.outputs.portal.words import day
from press.record.browsing import days

_QUICK = (
    "suggestions",
    "deputies",
    "regulations",
    "appointments",
    "roster",
    "meetings",
    "statistics",
    "archives",
    "study",
    "submit",
)
"""Where readers most often want to go, in this order."""

_ELSEWHERE = ("news", "stories", "notices", "deputies", "suggestions", "meetings", "pages")
"""Types with a place of their own on the page; the newest of all others stand in one list."""

_RECENT = 10
"""News among which a picture is looked for: what is older leads no page."""


class Latest(NamedTuple):
    """The newest issue and the first lines of its contents, of ``total`` in all."""

    card: IssueCard
    titles: tuple[Title, ...]
    total: int


class Papers(NamedTuple):
    """The newest of what has no place of its own: its heading, where that leads, and the documents."""

    label: str
    href: str
    cards: tuple[Card, ...]


def page(views: Views) -> Page:
    """Return the home page; what there is nothing of is left out."""
    library = views.library
    news, stories, notices = (library.by_type.get(name, ()) for name in ("news", "stories", "notices"))
    pictured = (document for document in news[:_RECENT] if views.card(document).cover)
    lead = next(pictured, news[0] if news else None)
    told = [document for document in stories if views.card(document).cover] or stories
    issues = newest_first(library.issues)
    latest = next((i for i in issues if i.periodical.meta.kind == "bulletin"), issues[0] if issues else None)
    others = {i.periodical.id: i for i in reversed(issues) if latest and i.periodical != latest.periodical}
    slots = {
        "updated": _said(max(days(library), default=None)),
        "lead": views.card(lead) if lead else None,
        "news": [views.card(document) for document in news[:9] if document is not lead][:8],
        "calendar": calendar.newest(views),
        "quick": [more.entry(views, place) for place in _QUICK if views.has(place)],
        "stories": [views.card(document) for document in told[:5]],
        "notices": [views.card(document) for document in notices[:5]],
        "papers": _papers(views),
        "others": [views.issue(issue) for issue in others.values()],
        "labels": library.types,
    }

    def filled() -> dict[str, Any]:
        return {**slots, "latest": _latest(views, latest) if latest else None}

    site, pages = library.site, views.paging(latest).key if latest else ""
    shown = _latest(views, latest, paged=False) if latest else None
    return Page("home", "", "home", "", site.description, hashed(slots, shown, pages), filled)


def _latest(views: Views, issue: Issue, paged: bool = True) -> Latest:
    places = views.paging(issue).places() if paged else {}
    found = [title for _, of_section in titles(views, issue, places) for title in of_section]
    # The agenda and the lists of a meeting are no news: what was decided and reported is.
    told = [title for title in found if "#" not in title.card.href] or found
    return Latest(views.issue(issue), tuple(told[:6]), len(found))


def _papers(views: Views) -> Papers | None:
    library = views.library
    groups = {name: found for name, found in library.by_type.items() if name not in _ELSEWHERE}
    newest = sorted(
        (document for found in groups.values() for document in found[:8]),
        key=lambda document: (document.date, document.ref),
        reverse=True,
    )
    if not newest:
        return None
    only = next(iter(groups)) if len(groups) == 1 else ""
    label = library.types[only] if only else "文件和资料"
    return Papers(label, f"{only or 'more'}/", tuple(views.card(document) for document in newest[:8]))


def _said(newest: datetime.date | None) -> tuple[str, str] | None:
    return (
        (newest.isoformat(), f"{day(newest)}　星期{calendar.WEEKDAYS[newest.weekday()]}") if newest else None
    )
