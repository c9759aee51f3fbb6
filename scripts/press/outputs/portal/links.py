"""What pages say of other documents and of people: the words and where they lead."""

from typing import NamedTuple
from urllib.parse import quote

from press.model import values
from press.model.document import Document
from press.outputs.portal.views import Views, tag_slug
from press.record.deputies import deputy_named


class Link(NamedTuple):
    """A document as another page names it. ``href`` is relative to the site's root."""

    title: str
    href: str
    label: str
    date: str


class Person(NamedTuple):
    """A person's name and the note behind it; ``href`` is the page of a deputy, or ""."""

    name: str
    note: str
    href: str


def link(views: Views, document: Document) -> Link:
    """Return the link to a public document."""
    label = views.library.types[document.type]
    return Link(document.title, document.permalink, label, document.date.isoformat())


def links(views: Views, refs: tuple[str, ...]) -> tuple[Link, ...]:
    """Return the links to those of ``refs`` that are public."""
    found = (views.library.by_ref.get(ref) for ref in refs)
    return tuple(link(views, document) for document in found if document is not None and document.public)


def person(views: Views, written: str, which: str = "") -> Person:
    """Return a person as written, with the note apart.

    ``which`` is the word that tells apart people of one name: unless it is the id of a deputy, no
    deputy of that name is meant for certain.
    """
    name = values.person(written)
    note = written.removeprefix(name) if written.startswith(name) else ""
    if which:
        deputy = views.library.by_ref.get(f"deputies/{which}")
        known = deputy if deputy is not None and deputy.public and deputy.title == name else None
    else:
        known = deputy_named(views.library, name)
    return Person(name if note or name == written else written, note, known.permalink if known else "")


def works_href(written: str) -> str:
    """The address of the page with all that a person signed, below the site's root."""
    return f"people/{quote(tag_slug(values.signed(written)))}/"
