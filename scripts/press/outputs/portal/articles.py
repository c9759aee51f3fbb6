"""What the page of any document shows: facts, body, byline, corrections, tags, what else to read."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from press.content_types.deputies import Deputy
from press.markup.skim import contents, minutes
from press.markup.web import WebImage, web
from press.model.document import Document
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal.citing import printing
from press.outputs.portal.facts import Fact, facts
from press.outputs.portal.linked import linked
from press.outputs.portal.links import Link, link, works_href
from press.outputs.portal.page import Page
from press.outputs.portal.titles import title
from press.outputs.portal.views import Views
from press.record.related import Ranking, made_from, ranking, related

Slots = Callable[[], dict[str, Any]]


def article(
    context: Context,
    views: Views,
    document: Document,
    older: Document | None = None,
    newer: Document | None = None,
    kind: str = "article",
    more: tuple[str, Slots] | None = None,
) -> Page:
    """Return the page of ``document``, between its neighbours.

    A ``kind`` of its own has ``more``: slots beside the common ones, and the key of what they are
    made from.
    """
    made_from, common = _parts(context, views, document, older, newer)
    own_key, own = more or ("", dict)

    def slots() -> dict[str, Any]:
        return {**common(), **own()}

    return Page(
        kind,
        document.permalink,
        document.type if document.type != "pages" else document.ref,
        document.title,
        document.summary,
        f"{made_from}\n{own_key}" if own_key else made_from,
        slots,
    )


def _parts(
    context: Context, views: Views, document: Document, older: Document | None, newer: Document | None
) -> tuple[str, Slots]:
    library = views.library
    links = {link.target: href(views, document, link.target) for link in document.links}
    images = {image.target: views.image(document, image.target, "../../") for image in document.images}
    issues = library.issues_of.get(document.ref, ())
    box = facts(views, document)
    cover = views.cover(document)
    others = [_other(views, one) for one in related(library, document, _ranking(context), _named(box))]

    def slots() -> dict[str, Any]:
        def image(target: str) -> WebImage:
            return images[target]

        body = web(context.body(document), lambda target: links.get(target, target), image)
        meta = document.meta
        return {
            "article": document,
            "meta": meta,
            "title": title(document.title),
            "label": library.types[document.type],
            "column": getattr(meta, "column", None),
            "number": getattr(meta, "number", None),
            "byline": _byline(meta),
            "facts": box,
            "image": cover,
            "linked": linked(views, document),
            "body": Markup(body),
            "contents": contents(body),
            "minutes": minutes(body),
            "related": [other.link for other in others],
            "tags": [views.tag(tag) for tag in dict.fromkeys(meta.tags)],
            "issues": [printing(views, document, issue) for issue in issues],
            "older": older,
            "newer": newer,
        }

    parts = [document.digest]
    for near in (older, newer):
        parts += [near.permalink, near.title] if near else [""]
    if links or images or box or cover:
        parts.append(repr((links, images, box, cover)))
    # Only what is shown of them: a change in the body of one must not touch the pages that name it.
    parts += [other.key for other in others]
    parts += [repr((issue.digest, issue.periodical.digest, views.paging(issue).key)) for issue in issues]
    if document.type == "regulations":
        parts.append(repr(linked(views, document)))
    return "\n".join(parts), slots


def _ranking(context: Context) -> Ranking:
    """What each document has most in common with: worked out when that changes, kept otherwise."""
    library = context.library
    found = library.derived.get(_ranking)
    if found is None:
        made = hashed(made_from(library))
        found = library.derived[_ranking] = context.remember("related", made, lambda: ranking(library))
    return found  # type: ignore[return-value]


class _Other(NamedTuple):
    """Another document as it is named on a page, and all of that as one text."""

    link: Link
    key: str


def _other(views: Views, document: Document) -> _Other:
    """Return how other pages name ``document``; most are named on six."""
    kept: dict[str, _Other] = views.library.derived.setdefault(_other, {})  # type: ignore[assignment]
    found = kept.get(document.ref)
    if found is None:
        made = link(views, document)
        found = kept[document.ref] = _Other(made, "\0".join(made))
    return found


def _named(box: Sequence[Fact]) -> frozenset[str]:
    """The permalinks a box of facts leads to."""
    return frozenset(value.href for fact in box for value in fact.values)


def _byline(meta: object) -> list[tuple[str, str | Markup]]:
    """Who made it, by role; authors and photographers lead to their pages."""
    labels = {
        "source": "来源",
        "authors": "作者",
        "photographers": "摄影",
        "editors": "责任编辑",
    }
    rows: list[tuple[str, str | Markup]] = []
    for key, label in labels.items():
        value = getattr(meta, key, None)
        if value and key in ("authors", "photographers") and not isinstance(meta, Deputy):
            rows.append((label, Markup("　").join(map(_signature, value))))
        elif value:
            rows.append((label, value if isinstance(value, str) else "　".join(value)))
    return rows


def _signature(name: str) -> Markup:
    return Markup('<a href="../../{}">{}</a>').format(works_href(name), name)


def href(views: Views, document: Document, target: str, base: str = "../../") -> str:
    """Return an address written in ``document`` as it stands in a page; ``base`` leads to the root."""
    found = views.library.resolve(document.path, target)
    fragment = f"#{quote(found.fragment)}" if found.fragment else ""
    place = found.document or found.issue
    if place is not None:
        return f"{base}{place.permalink}{fragment}"
    return target
