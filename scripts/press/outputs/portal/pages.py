"""The pages of the portal: for each its permalink, its key and its slots."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from press.model.document import Document
from press.model.issue import Issue
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal import (
    archives,
    browse,
    calendar,
    catalogue,
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
from press.outputs.portal.facets import faceted
from press.outputs.portal.linked import linked_issue
from press.outputs.portal.lists import Frame, lists
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views, tag_slug

_OWN: dict[str, Callable[[Context, Views], Iterator[Page]]] = {
    "archives": archives.pages,
    "deputies": deputies.pages,
    "regulations": regulations.pages,
    "suggestions": suggestions.pages,
    "meetings": meetings.pages,
    "appointments": offices.pages,
}
"""Types with pages of their own, lists included; every other type gets articles and a list to be narrowed."""


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield every page of the portal."""
    library = views.library
    yield _home(views)
    for type_, documents in library.by_type.items():
        if type_ in _OWN:
            yield from _OWN[type_](context, views)
            continue
        yield from _articles(context, views, documents)
        if type_ == "pages":
            yield from lists(views, "pages/", type_, library.types[type_], documents)
        else:
            yield from faceted(views, type_, documents)
    if library.by_tag:
        yield _tags(views)
        for tag, documents in library.by_tag.items():
            frame = Frame(above=(("标签", "tags/"),), here=tag)
            yield from lists(views, f"tags/{tag_slug(tag)}/", "tags", f"标签：{tag}", documents, frame)
    yield from browse.pages(views)
    yield from calendar.pages(views)
    if library.issues:
        yield from _issues(views)
    yield from offices.roster(views)
    yield from statistics.pages(views)
    yield from catalogue.pages(views)
    yield from submit.pages(views)
    yield from more.pages(views)
    for document in views.withdrawn:
        yield Page("withdrawn", document.permalink, document.type, "内容已撤下", "", "", dict)
    yield Page("notfound", "404.html", "", "页面不存在", "", "", dict)
    yield Page("offline", "offline.html", "", "没有连上网络", "", "", dict)


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
        "linked": linked_issue(views.library.site, issue),
    }
    title = f"{issue.periodical.meta.title} {issue.label}"
    description = f"{title}（{issue.serial_label}）目录与PDF"
    return Page("issue", issue.permalink, "bulletins", title, description, hashed(slots), lambda: slots)
