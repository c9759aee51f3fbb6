"""Feeds of what is new: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, for everything and for each type.

Hand-written, and small: the libraries that write feeds stamp them with the clock, and none knows JSON Feed.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Sequence
from email.utils import format_datetime
from typing import NamedTuple
from xml.etree import ElementTree

from press.model.document import Document
from press.model.library import Library
from press.outputs import Artifact, Context, Output, key

LONGEST = 30
"""Entries of a feed: about two months of a county's news."""

_CHINA = datetime.timezone(datetime.timedelta(hours=8))
_ATOM = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """One entry; ``url`` is absolute, ``date`` and ``changed`` days in China."""

    title: str
    url: str
    summary: str
    label: str
    authors: tuple[str, ...]
    date: datetime.date
    changed: datetime.date


class Feed(NamedTuple):
    """A feed at ``folder`` ("" or ending with a slash); ``url`` is that of the list it belongs to."""

    folder: str
    title: str
    about: str
    url: str
    publisher: str
    entries: tuple[Entry, ...]

    @property
    def changed(self) -> datetime.date:
        """The day of the newest change."""
        return max(entry.changed for entry in self.entries)


def artifacts(context: Context) -> Iterator[Artifact]:
    """Yield three files for every feed; none without ``site_url``: entries need whole addresses."""
    for feed in feeds(context.library):
        for name, write in _FORMATS.items():

            def render(feed: Feed = feed, write: Callable[[Feed], bytes] = write) -> bytes:
                return write(feed)

            yield Artifact(f"site/{feed.folder}{name}", key(context.fingerprint, name, feed), render)


def feeds(library: Library) -> Iterator[Feed]:
    """Yield the feed of everything new, then one for each type that has documents."""
    site = library.site
    if not site.url:
        return
    types = {name: found for name, found in library.by_type.items() if name not in ("pages", "deputies")}
    publisher = site.settings.office or site.name
    everything = sorted(
        (document for found in types.values() for document in found[:LONGEST]),
        key=lambda document: (document.date, document.ref),
        reverse=True,
    )
    if everything:
        entries = _entries(library, everything)
        yield Feed("", site.name, site.description or site.name, site.url, publisher, entries)
    for name, found in types.items():
        title = f"{library.types[name]} - {site.name}"
        entries = _entries(library, found)
        yield Feed(f"{name}/", title, title, f"{site.url}{name}/", publisher, entries)


def _entries(library: Library, documents: Sequence[Document]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            document.title,
            library.site.url + document.permalink,
            document.summary,
            library.types[document.type],
            tuple(getattr(document.meta, "authors", ())),
            document.date,
            max([document.date, *(change.date for change in document.meta.corrections)]),
        )
        for document in documents[:LONGEST]
    )


def _moment(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=_CHINA)


def _rss(feed: Feed) -> bytes:
    ElementTree.register_namespace("atom", _ATOM)
    ElementTree.register_namespace("dc", "http://purl.org/dc/elements/1.1/")
    root = ElementTree.Element("rss", {"version": "2.0"})
    channel = ElementTree.SubElement(root, "channel")
    own = {"rel": "self", "type": "application/rss+xml", "href": f"{feed.url}feed.xml"}
    ElementTree.SubElement(channel, f"{{{_ATOM}}}link", own)
    date = format_datetime(_moment(feed.changed))
    _tell(
        channel, title=feed.title, link=feed.url, description=feed.about, language="zh-cn", lastBuildDate=date
    )
    for entry in feed.entries:
        item = ElementTree.SubElement(channel, "item")
        _tell(item, title=entry.title, link=entry.url, description=entry.summary, category=entry.label)
        for author in entry.authors:
            ElementTree.SubElement(item, "{http://purl.org/dc/elements/1.1/}creator").text = author
        _tell(item, guid=entry.url, pubDate=format_datetime(_moment(entry.date)))
    return _written(root)


def _atom(feed: Feed) -> bytes:
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})
    in_atom = f"{{{_ATOM}}}"
    _tell(root, in_atom, id=feed.url, title=feed.title, updated=_moment(feed.changed).isoformat())
    ElementTree.SubElement(root, f"{in_atom}link", {"rel": "self", "href": f"{feed.url}atom.xml"})
    ElementTree.SubElement(root, f"{in_atom}link", {"rel": "alternate", "href": feed.url})
    for entry in feed.entries:
        item = ElementTree.SubElement(root, f"{in_atom}entry")
        _tell(item, in_atom, id=entry.url, title=entry.title, summary=entry.summary)
        ElementTree.SubElement(item, f"{in_atom}link", {"rel": "alternate", "href": entry.url})
        ElementTree.SubElement(item, f"{in_atom}category", {"term": entry.label})
        dates = {"published": entry.date, "updated": entry.changed}
        _tell(item, in_atom, **{name: _moment(day).isoformat() for name, day in dates.items()})
        for author in entry.authors or (feed.publisher,):
            _tell(ElementTree.SubElement(item, f"{in_atom}author"), in_atom, name=author)
    return _written(root)


def _json(feed: Feed) -> bytes:
    items = [
        {
            "id": entry.url,
            "url": entry.url,
            "title": entry.title,
            "content_text": entry.summary or entry.title,
            "date_published": _moment(entry.date).isoformat(),
            "date_modified": _moment(entry.changed).isoformat(),
            "authors": [{"name": name} for name in entry.authors or (feed.publisher,)],
            "tags": [entry.label],
        }
        for entry in feed.entries
    ]
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": f"{feed.url}feed.json",
        "language": "zh-CN",
        "items": items,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _tell(parent: ElementTree.Element, prefix: str = "", **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, prefix + name).text = text


def _written(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


_FORMATS = {"feed.xml": _rss, "atom.xml": _atom, "feed.json": _json}

OUTPUT = Output("feeds", "订阅源", artifacts)
