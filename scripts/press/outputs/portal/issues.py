"""Issues: the shelf of all, the shelf of each periodical, each issue's contents, each issue on one page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup

from press.markup.web import WebImage, form, web
from press.model.document import Document
from press.model.issue import Issue
from press.outputs import Context, Place
from press.outputs import key as hashed
from press.outputs.portal.articles import href
from press.outputs.portal.citing import of_issue, page_in
from press.outputs.portal.linked import linked_issue
from press.outputs.portal.page import Page
from press.outputs.portal.shapes import Card, IssueCard
from press.outputs.portal.views import Views
from press.record import papers

_DEEP = "../../../../"
"""From the page of a whole issue back to the site's root."""

_LOWER = 2
"""Levels by which the headings of a document are lowered there: sections are h2, documents h3."""


class Title(NamedTuple):
    """A line of the contents; ``page`` is its number as printed and its address in the PDF, if known.

    ``pdf`` is the address of the PDF of this entry alone.
    """

    card: Card
    who: str
    pdf: str
    page: tuple[int, str] | None


class Row(NamedTuple):
    """A year in the calendar of a periodical: for its months the issues that came out in them."""

    year: int
    months: tuple[tuple[int, tuple[tuple[str, str], ...]], ...]


class Rack(NamedTuple):
    """A periodical: ``newest`` is its latest issue, ``rows`` its calendar."""

    title: str
    href: str
    notes: tuple[str, ...]
    newest: IssueCard
    rows: tuple[Row, ...]


class Text(NamedTuple):
    """A document on the page of a whole issue."""

    anchor: str
    card: Card
    subtitle: str
    number: str
    who: str
    body: Markup


def newest_first(issues: Sequence[Issue]) -> list[Issue]:
    """Sort issues by date, downwards."""
    return sorted(issues, key=lambda issue: (issue.date, issue.ref), reverse=True)


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield every page of the issues, if there are any."""
    newest = newest_first(views.library.issues)
    if not newest:
        return
    by_periodical: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in newest:
        by_periodical[issue.periodical.id].append(issue)
    racks = [_rack(views, held) for held in by_periodical.values()]
    racks.sort(key=lambda rack: rack.newest.kind != "bulletin")
    yield _shelf(views, "bulletins/", "期刊", newest, racks)
    for name, held in by_periodical.items():
        title = f"《{held[0].periodical.meta.title}》各期"
        yield _shelf(views, f"bulletins/{name}/", title, held, [_rack(views, held)])
        for index, issue in enumerate(held):
            newer = held[index - 1] if index else None
            older = held[index + 1] if index + 1 < len(held) else None
            yield _issue(views, issue, older, newer)
            yield _whole(context, views, issue)


def titles(views: Views, issue: Issue, places: Mapping[str, Place]) -> list[tuple[str, list[Title]]]:
    """Return the contents of ``issue`` by section."""
    return [
        (section.title, [_title(views, issue, entry, places) for entry in section.documents])
        for section in issue.meta.sections
    ]


def _title(views: Views, issue: Issue, entry: str, places: Mapping[str, Place]) -> Title:
    document = views.library.by_ref[entry.partition("#")[0]]
    place = places.get(entry)
    page = page_in(issue, place) if place else None
    return Title(views.entry(entry), _who(document), issue.offprint(entry), page)


def _who(document: Document) -> str:
    meta = document.meta
    names = getattr(meta, "authors", ()) or (getattr(meta, "rapporteur", None),)
    return "　".join(filter(None, names))


def _rack(views: Views, held: Sequence[Issue]) -> Rack:
    first = held[0].periodical
    notes = [first.meta.publisher, first.meta.frequency, f"共{len(held)}期"]
    rows = []
    for year, of_year in groupby(held, key=lambda issue: issue.date.year):
        months: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for issue in reversed(list(of_year)):
            said = f"第{issue.meta.number}期" if issue.meta.year == year else issue.label
            months[issue.date.month].append((said, issue.permalink))
        rows.append(Row(year, tuple((month, tuple(found)) for month, found in months.items())))
    place = f"bulletins/{first.id}/"
    return Rack(first.meta.title, place, tuple(filter(None, notes)), views.issue(held[0]), tuple(rows))


def _shelf(views: Views, permalink: str, title: str, issues: Sequence[Issue], racks: list[Rack]) -> Page:
    cards = [views.issue(issue) for issue in issues]
    years = [
        (year, list(group))
        for year, group in groupby(sorted(cards, key=lambda card: -card.year), key=lambda card: card.year)
    ]
    slots = {"heading": title, "racks": racks, "years": years}
    description = f"{title}，按年份和日期浏览"
    return Page("issues", permalink, "bulletins", title, description, hashed(slots), slots.copy)


def _issue(views: Views, issue: Issue, older: Issue | None, newer: Issue | None) -> Page:
    paging, card = views.paging(issue), views.issue(issue)
    common = {
        "issue": card,
        "image": card.cover,
        "publisher": issue.periodical.meta.publisher or "",
        "older": views.issue(older) if older else None,
        "newer": views.issue(newer) if newer else None,
        "archive": f"bulletins/{issue.periodical.id}/",
        "citations": of_issue(views.library.site, issue),
        "linked": linked_issue(views.library.site, issue),
    }

    def slots() -> dict[str, Any]:
        return {**common, "sections": titles(views, issue, paging.places())}

    title = f"{issue.periodical.meta.title} {issue.label}"
    description = f"{title}（{issue.serial_label}）目录、全文与PDF"
    made_from = hashed(common, titles(views, issue, {}), paging.key)
    return Page("issue", issue.permalink, "bulletins", title, description, made_from, slots)


def _whole(context: Context, views: Views, issue: Issue) -> Page:
    library = views.library
    anchors = {
        entry: f"d{number}"
        for number, entry in enumerate(
            (entry for section in issue.meta.sections for entry in section.documents), 1
        )
    }
    documents = [library.by_ref[ref] for ref in issue.documents]
    links = [
        (link.target, href(views, document, link.target, _DEEP))
        for document in documents
        for link in document.links
    ]
    images = [
        views.image(document, image.target, _DEEP) for document in documents for image in document.images
    ]
    forms = {entry: form(papers.form(library, entry), _LOWER) for entry in anchors}
    card = views.issue(issue)

    def slots() -> dict[str, Any]:
        sections = [
            (
                section.title,
                [_text(context, views, entry, anchors[entry], forms) for entry in section.documents],
            )
            for section in issue.meta.sections
        ]
        return {
            "issue": card,
            "image": card.cover,
            "archive": f"bulletins/{issue.periodical.id}/",
            "sections": sections,
        }

    title = f"{issue.periodical.meta.title} {issue.label} 全文"
    description = (
        f"{issue.periodical.meta.title}{issue.label}（{issue.serial_label}）全部文章，在一页上连续阅读"
    )
    parts = [(document.ref, document.digest) for document in documents]
    made_from = hashed(card, issue.digest, parts, links, images, forms)
    return Page("whole", f"{issue.permalink}all/", "bulletins", title, description, made_from, slots)


def _text(context: Context, views: Views, entry: str, anchor: str, forms: Mapping[str, str]) -> Text:
    ref, _, part = entry.partition("#")
    document = views.library.by_ref[ref]
    prefix = f"{anchor}-"

    def link(target: str) -> str:
        return f"#{prefix}{target[1:]}" if target.startswith("#") else href(views, document, target, _DEEP)

    def image(target: str) -> WebImage:
        return views.image(document, target, _DEEP)

    body = "" if part else web(context.body(document), link, image, prefix, _LOWER)
    return Text(
        anchor,
        views.entry(entry),
        "" if part else document.meta.subtitle or "",
        getattr(document.meta, "number", None) or "",
        "" if part else _who(document),
        Markup(body + forms[entry]),
    )
