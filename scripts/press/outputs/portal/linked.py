"""What a page says of itself to machines: linked data in the words of schema.org."""

from typing import Any

from press.content_types.deputies import Deputy
from press.content_types.meetings import Meeting
from press.content_types.regulations import Regulation
from press.model.document import Document
from press.model.issue import Issue
from press.model.site import Site
from press.outputs.portal.views import Views
from press.record.regulations import history_of

_TYPES = {
    "news": "NewsArticle",
    "stories": "NewsArticle",
    "decisions": "Legislation",
    "regulations": "Legislation",
    "reports": "Report",
    "deputies": "Person",
    "meetings": "Event",
    "archives": "ArchiveComponent",
}
"""What a document is to schema.org, by content type; an Article otherwise."""


def linked(views: Views, document: Document) -> dict[str, Any]:
    """Return the linked data of a document: https://schema.org types, dates as YYYY-MM-DD."""
    site, meta = views.library.site, document.meta
    kind = _TYPES.get(document.type, "Article")
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": kind}
    data |= {"url": f"{site.url}{document.permalink}" if site.url else None}
    if isinstance(meta, Deputy):
        data |= {"name": document.title, "jobTitle": meta.office, "memberOf": _office(site)}
    elif isinstance(meta, Meeting):
        data |= {
            "name": document.title,
            "startDate": meta.first_day.isoformat(),
            "endDate": meta.last_day.isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "location": {"@type": "Place", "name": meta.place} if meta.place else None,
            "organizer": _office(site),
        }
    else:
        data |= _text(site, document, kind)
        if isinstance(meta, Regulation):
            data |= _regulation(views, document, meta)
    card = views.card(document)
    if card.cover and site.url:
        data["image"] = site.url + card.cover.src
    return {key: value for key, value in data.items() if value}


def _text(site: Site, document: Document, kind: str) -> dict[str, Any]:
    meta = document.meta
    changed = max([document.date, *(change.date for change in meta.corrections)])
    data: dict[str, Any] = {
        "headline" if kind != "Legislation" else "name": document.title,
        "datePublished": document.date.isoformat(),
        "dateModified": changed.isoformat(),
        "inLanguage": "zh-CN",
        "description": document.summary,
        "keywords": list(meta.tags),
        "author": [{"@type": "Person", "name": name} for name in getattr(meta, "authors", ())],
        "publisher": _office(site),
        "identifier": getattr(meta, "number", None),
    }
    return data


def _regulation(views: Views, document: Document, regulation: Regulation) -> dict[str, Any]:
    """When it was passed, by whom, and whether this text of it is in force."""
    history = history_of(views.library, document)
    texts = history.texts if history else ()
    held = any(text.document is document and text.ends is None for text in texts)
    in_force = held and history is not None and not history.repealed
    return {
        "legislationDate": regulation.history[0].date.isoformat(),
        "legislationPassedBy": regulation.organ,
        "legislationLegalForce": f"https://schema.org/{'InForce' if in_force else 'NotInForce'}",
    }


def linked_issue(site: Site, issue: Issue) -> dict[str, Any]:
    """Return the linked data of an issue, as part of its periodical."""
    data = {
        "@context": "https://schema.org",
        "@type": "PublicationIssue",
        "url": f"{site.url}{issue.permalink}" if site.url else None,
        "name": f"{issue.periodical.meta.title} {issue.label}",
        "issueNumber": issue.meta.number,
        "datePublished": issue.date.isoformat(),
        "isPartOf": {"@type": "Periodical", "name": issue.periodical.meta.title},
        "publisher": _office(site),
    }
    return {key: value for key, value in data.items() if value}


def _office(site: Site) -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": site.settings.office or site.name}
