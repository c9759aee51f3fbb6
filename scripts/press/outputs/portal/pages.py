"""The pages of the portal: for each its permalink, its key and its slots."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape

from markupsafe import Markup

from press.markup.web import WebImage, web
from press.model.document import Document
from press.model.issue import Issue
from press.outputs import Artifact, Context
from press.outputs import key as hashed
from press.outputs.portal.views import Views, tag_slug


class Page(NamedTuple):
    """A page before it is stamped. ``key`` hashes what its slots are made from."""

    kind: str
    permalink: str
    section: str
    title: str
    description: str
    key: str
    slots: Callable[[], dict[str, Any]]


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield every page of the portal."""
    library = views.library
    yield _home(views)
    for type_, documents in library.by_type.items():
        label = library.types[type_]
        yield from _articles(context, views, documents)
        yield from _lists(views, f"{type_}/", type_, label, documents)
    if library.by_tag:
        yield _tags(views)
        for tag, documents in library.by_tag.items():
            yield from _lists(views, f"tags/{tag_slug(tag)}/", "tags", f"标签：{tag}", documents)
    if library.issues:
        yield from _issues(views)
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
        yield _article(context, views, document, older, newer)


def _article(
    context: Context,
    views: Views,
    document: Document,
    older: Document | None,
    newer: Document | None,
) -> Page:
    library = views.library
    links = {link.target: _href(views, document, link.target) for link in document.links}
    images = {image.target: views.image(document, image.target, "../../") for image in document.images}
    issues = [views.issue(issue) for issue in library.issues_of.get(document.ref, ())]

    def slots() -> dict[str, Any]:
        def image(target: str) -> WebImage:
            return images[target]

        body = web(context.body(document), lambda target: links.get(target, target), image)
        meta = document.meta
        return {
            "article": document,
            "meta": meta,
            "label": library.types[document.type],
            "column": getattr(meta, "column", None),
            "number": getattr(meta, "number", None),
            "byline": _byline(meta),
            "body": Markup(body),
            "tags": [views.tag(tag) for tag in dict.fromkeys(meta.tags)],
            "issues": issues,
            "older": older,
            "newer": newer,
        }

    parts = [document.digest]
    for near in (older, newer):
        parts += [near.permalink, near.title] if near else [""]
    if links or images or issues:
        parts.append(repr((links, images, issues)))
    made_from = "\n".join(parts)
    return Page(
        "article",
        document.permalink,
        document.type if document.type != "pages" else document.ref,
        document.title,
        document.summary,
        made_from,
        slots,
    )


def _byline(meta: object) -> list[tuple[str, str]]:
    labels = {
        "source": "来源",
        "authors": "作者",
        "photographers": "摄影",
        "editors": "责任编辑",
    }
    rows = []
    for name, label in labels.items():
        value = getattr(meta, name, None)
        if value:
            rows.append((label, value if isinstance(value, str) else "　".join(value)))
    return rows


def _href(views: Views, document: Document, target: str) -> str:
    found = views.library.resolve(document.path, target)
    fragment = f"#{quote(found.fragment)}" if found.fragment else ""
    place = found.document or found.issue
    if place is not None:
        return f"../../{place.permalink}{fragment}"
    return target


def _lists(
    views: Views, folder: str, section: str, title: str, documents: Sequence[Document]
) -> Iterator[Page]:
    """Paginated lists at ``folder`` and ``folder/page/N/``."""
    size = views.library.site.settings.page_size
    total = max(1, -(-len(documents) // size))
    for number in range(1, total + 1):
        shelf = documents[(number - 1) * size : number * size]

        def slots(number: int = number, shelf: Sequence[Document] = shelf) -> dict[str, Any]:
            return {
                "heading": title,
                "cards_of_page": [views.card(document) for document in shelf],
                "count": len(documents),
                "number": number,
                "total": total,
                "folder": quote(folder),
            }

        permalink = folder if number == 1 else f"{folder}page/{number}/"
        shown = title if number == 1 else f"{title}（第{number}页）"
        description = f"{title}，共{len(documents)}篇"
        made_from = "\n".join([f"{len(documents)} {size}", *(views.card_key(document) for document in shelf)])
        yield Page("list", permalink, section, shown, description, made_from, slots)


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
    library = views.library
    sections = [
        (section.title, [views.card(library.by_ref[ref]) for ref in section.documents])
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


def sitemap(context: Context, views: Views) -> Artifact:
    """``sitemap.xml``: every page, with the day of its last change where one is known."""
    library = views.library
    url = library.site.url or "/"
    rows: list[tuple[str, str]] = [("", "")]
    for type_, documents in library.by_type.items():
        rows.append((f"{type_}/", documents[0].date.isoformat()))
        for document in documents:
            days = [document.date, *(change.date for change in document.meta.corrections)]
            rows.append((document.permalink, max(days).isoformat()))
    if library.by_tag:
        rows += [("tags/", ""), *((f"tags/{tag_slug(tag)}/", "") for tag in library.by_tag)]
    if library.issues:
        rows.append(("bulletins/", ""))
        rows += [(f"bulletins/{name}/", "") for name in {i.periodical.id for i in library.issues}]
        rows += [(issue.permalink, issue.date.isoformat()) for issue in library.issues]

    def render() -> bytes:
        lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
        for place, day in sorted(rows):
            lastmod = f"<lastmod>{day}</lastmod>" if day else ""
            lines.append(f"<url><loc>{escape(url + quote(place))}</loc>{lastmod}</url>")
        return ("\n".join([*lines, "</urlset>"]) + "\n").encode()

    return Artifact(
        "site/sitemap.xml",
        hashed(context.fingerprint, url, "\n".join(f"{place} {day}" for place, day in sorted(rows))),
        render,
    )
