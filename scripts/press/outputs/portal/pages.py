"""The pages of the portal: for each its permalink, its key and its slots."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote
from xml.sax.saxutils import escape

from press.model.document import Document
from press.model.issue import Issue
from press.outputs import Artifact, Context
from press.outputs import key as hashed
from press.outputs.portal import (
    archives,
    deputies,
    meetings,
    more,
    offices,
    regulations,
    sheets,
    statistics,
    submit,
    suggestions,
)
from press.outputs.portal.articles import article
from press.outputs.portal.lists import FILTERED, filtered, lists
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views, tag_slug

_CONTINUED = re.compile(r"/page/[0-9]+/$")

_OWN: dict[str, Callable[[Context, Views], Iterator[Page]]] = {
    "archives": archives.pages,
    "deputies": deputies.pages,
    "regulations": regulations.pages,
    "suggestions": suggestions.pages,
    "meetings": meetings.pages,
    "appointments": offices.pages,
}
"""Types with pages of their own, lists included; every other type gets articles and a plain list."""


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield every page of the portal."""
    library = views.library
    yield _home(views)
    for type_, documents in library.by_type.items():
        if type_ in _OWN:
            yield from _OWN[type_](context, views)
            continue
        yield from _articles(context, views, documents)
        if type_ in FILTERED:
            yield from filtered(views, type_, documents)
        else:
            yield from lists(views, f"{type_}/", type_, library.types[type_], documents)
    if library.by_tag:
        yield _tags(views)
        for tag, documents in library.by_tag.items():
            yield from lists(views, f"tags/{tag_slug(tag)}/", "tags", f"标签：{tag}", documents)
    if library.issues:
        yield from _issues(views)
    yield from offices.roster(views)
    yield from statistics.pages(views)
    yield from submit.pages(views)
    yield from more.pages(views)
    yield Page("notfound", "404.html", "", "页面不存在", "", "", dict)


def _home(views: Views) -> Page:
    library = views.library
    issues = _newest(library.issues)
    blocks = [
        (type_, library.types[type_], [views.card(document) for document in documents[:6]])
        for type_, documents in library.by_type.items()
        if type_ != "pages"
    ]
    order = list(library.types)
    blocks.sort(key=lambda block: order.index(block[0]))
    pictured = [card for type_, _, cards in blocks for card in cards if type_ == "news" and card.cover]
    slots = {
        "lead": pictured[0] if pictured else None,
        "blocks": blocks,
        "issues": [views.issue(issue) for issue in issues[:2]],
    }
    site = library.site
    return Page("home", "", "home", "", site.description, hashed(slots), lambda: slots)


def _articles(context: Context, views: Views, documents: Sequence[Document]) -> Iterator[Page]:
    """``documents`` are newest first, so the previous one in time comes after."""
    for index, document in enumerate(documents):
        newer = documents[index - 1] if index else None
        older = documents[index + 1] if index + 1 < len(documents) else None
        yield article(context, views, document, older, newer, more=sheets.of(views, document))


def _tags(views: Views) -> Page:
    tags = [views.tag(name) for name in views.library.by_tag]
    tags.sort(key=lambda tag: (-tag.count, tag.name))
    slots = {"heading": "标签", "all_tags": tags}
    return Page("tags", "tags/", "tags", "标签", "按标签浏览", hashed(slots), lambda: slots)


def _newest(issues: Sequence[Issue]) -> list[Issue]:
    return sorted(issues, key=lambda issue: (issue.date, issue.ref), reverse=True)


def _issues(views: Views) -> Iterator[Page]:
    library = views.library
    newest = _newest(library.issues)
    yield _archive(views, "bulletins/", "期刊", newest)
    by_periodical: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in newest:
        by_periodical[issue.periodical.id].append(issue)
    for name, issues in by_periodical.items():
        yield _archive(views, f"bulletins/{name}/", f"《{issues[0].periodical.meta.title}》各期", issues)
        for index, issue in enumerate(issues):
            newer = issues[index - 1] if index else None
            older = issues[index + 1] if index + 1 < len(issues) else None
            yield _issue(views, issue, older, newer)


def _archive(views: Views, permalink: str, title: str, issues: Sequence[Issue]) -> Page:
    cards = [views.issue(issue) for issue in issues]
    years = [(year, list(group)) for year, group in groupby(cards, key=lambda card: card.year)]
    slots = {"heading": title, "years": years}
    description = f"{title}，按年份浏览"
    return Page("issues", permalink, "bulletins", title, description, hashed(slots), lambda: slots)


def _issue(views: Views, issue: Issue, older: Issue | None, newer: Issue | None) -> Page:
    sections = [
        (section.title, [views.entry(entry) for entry in section.documents])
        for section in issue.meta.sections
    ]
    slots = {
        "issue": views.issue(issue),
        "publisher": issue.periodical.meta.publisher or "",
        "sections": sections,
        "older": views.issue(older) if older else None,
        "newer": views.issue(newer) if newer else None,
        "archive": f"bulletins/{issue.periodical.id}/",
    }
    title = f"{issue.periodical.meta.title} {issue.label}"
    description = f"{title}（{issue.serial_label}）目录与PDF"
    return Page("issue", issue.permalink, "bulletins", title, description, hashed(slots), lambda: slots)


def sitemap(context: Context, views: Views, places: Iterable[str]) -> Artifact:
    """``sitemap.xml``: every page among ``places``, with the day of its last change where one is known."""
    library = views.library
    url = library.site.url or "/"
    days: dict[str, str] = {}
    for type_, documents in library.by_type.items():
        days[f"{type_}/"] = documents[0].date.isoformat()
        for document in documents:
            changes = [document.date, *(change.date for change in document.meta.corrections)]
            days[document.permalink] = max(changes).isoformat()
    days |= {issue.permalink: issue.date.isoformat() for issue in library.issues}
    # What continues a list has no address to be remembered, and the page of errors none at all.
    shown = [p for p in places if p != "404.html" and not _CONTINUED.search(p)]
    rows = [f"{place} {days.get(place, '')}" for place in sorted(shown)]

    def render() -> bytes:
        lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
        for place, _, day in (row.rpartition(" ") for row in rows):
            lastmod = f"<lastmod>{day}</lastmod>" if day else ""
            lines.append(f"<url><loc>{escape(url + quote(place))}</loc>{lastmod}</url>")
        return ("\n".join([*lines, "</urlset>"]) + "\n").encode()

    return Artifact("site/sitemap.xml", hashed(context.fingerprint, url, "\n".join(rows)), render)
