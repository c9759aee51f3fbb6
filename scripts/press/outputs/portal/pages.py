"""The pages of the portal: for each its permalink, its key and its slots."""

from collections.abc import Callable, Iterator, Sequence

from press.model.document import Document
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal import (
    archives,
    browse,
    calendar,
    catalogue,
    deputies,
    front,
    issues,
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
    yield front.page(views)
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
    yield from issues.pages(context, views)
    yield from offices.roster(views)
    yield from statistics.pages(views)
    yield from catalogue.pages(views)
    yield from submit.pages(views)
    yield from more.pages(views)
    for document in views.withdrawn:
        yield Page("withdrawn", document.permalink, document.type, "内容已撤下", "", "", dict)
    yield Page("notfound", "404.html", "", "页面不存在", "", "", dict)
    yield Page("offline", "offline.html", "", "没有连上网络", "", "", dict)


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
