"""How to cite what an issue prints: on which page it stands, and the forms of GB/T 7714—2015."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from press.model.document import Document
from press.model.issue import Issue
from press.model.site import Site
from press.outputs import Place
from press.outputs.portal.views import Views


class Citation(NamedTuple):
    """One form. ``after`` follows the day on which the reader saw the page; "" where none is asked for."""

    label: str
    text: str
    after: str = ""


class Printing(NamedTuple):
    """An issue that prints a document.

    ``pages`` are (printed number, address in the PDF of the issue, address of the PDF of this entry alone).
    """

    periodical: str
    label: str
    serial: str
    href: str
    pages: tuple[tuple[int, str, str], ...]
    citations: tuple[Citation, ...]


def page_in(issue: Issue, place: Place) -> tuple[int, str]:
    """Return the number of a page as printed, and its address below the site's root."""
    return place.number, f"{issue.pdf}#page={place.sheet}"


def printing(views: Views, document: Document, issue: Issue) -> Printing:
    """Return where ``issue`` prints ``document``; parts of a meeting's record stand on several pages."""
    places = _places_of(document, views.paging(issue).places())
    return Printing(
        issue.periodical.meta.title,
        issue.label,
        issue.serial_label,
        issue.permalink,
        tuple((*page_in(issue, place), issue.offprint(entry)) for place, entry in places),
        _of_document(views.library.site, document, issue, [place.number for place, _ in places]),
    )


def _places_of(document: Document, places: Mapping[str, Place]) -> list[tuple[Place, str]]:
    return sorted(
        (place, entry) for entry, place in places.items() if entry.partition("#")[0] == document.ref
    )


def _of_document(site: Site, document: Document, issue: Issue, pages: Sequence[int]) -> tuple[Citation, ...]:
    title, meta = document.title, document.meta
    who = _people(getattr(meta, "authors", ())) or getattr(meta, "rapporteur", None) or ""
    mark = _mark(issue)
    found = [_said(issue, pages, f"《{title}》，")]
    on = f": {', '.join(map(str, pages))}" if pages else ""
    printed = f"{_lead(who)}{title}[{mark}]. {issue.periodical.meta.title}, {_number(issue)}{on}."
    found.append(Citation("GB/T 7714—2015，印刷版", printed))
    if site.url:
        text = f"{_lead(who)}{title}[EB/OL]. ({document.date.isoformat()})"
        found.append(Citation("GB/T 7714—2015，网络版", text, f". {site.url}{document.permalink}."))
    return tuple(found)


def of_issue(site: Site, issue: Issue) -> tuple[Citation, ...]:
    """Return the forms in which a whole issue is cited."""
    meta, mark = issue.periodical.meta, _mark(issue)
    who = meta.publisher or ""
    found = [_said(issue, (), "")]
    whose = f" {who}, {issue.date.year}." if who else ""
    printed = f"{_lead(who)}{meta.title}[{mark}]. {_number(issue)}.{whose}"
    found.append(Citation("GB/T 7714—2015，印刷版", printed))
    if site.url:
        text = f"{_lead(who)}{meta.title}: {issue.label}[{mark}/OL]. ({issue.date.isoformat()})"
        found.append(Citation("GB/T 7714—2015，网络版", text, f". {site.url}{issue.permalink}."))
    return tuple(found)


def _said(issue: Issue, pages: Sequence[int], before: str) -> Citation:
    on = f"，第{'、'.join(map(str, pages))}页" if pages else ""
    text = f"{before}{issue.periodical.meta.title}，{issue.label}（{issue.serial_label}）{on}"
    return Citation("刊期和页码" if pages else "刊期", text)


def _mark(issue: Issue) -> str:
    """The letter for the kind of publication; an internal one is no journal."""
    meta = issue.periodical.meta
    if meta.kind == "book":
        return "M"
    return "Z" if meta.imprint.profile == "permit" else "J"


def _number(issue: Issue) -> str:
    return f"{issue.meta.year}({issue.meta.number})"


def _lead(who: str) -> str:
    return f"{who}. " if who else ""


def _people(names: Sequence[str]) -> str:
    """Three names at most, as the standard has it (8.1.2)."""
    return ", ".join([*names[:3], "等"] if len(names) > 3 else names)
