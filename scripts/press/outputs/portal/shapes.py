"""The small records that pages are filled with: cards, files, tags, entries of the navigation."""

from dataclasses import dataclass
from typing import Protocol

from press.markup.web import WebImage


class Placed(Protocol):
    """Anything with a place in the site."""

    @property
    def permalink(self) -> str:
        """Path below the site's root."""

    @property
    def section(self) -> str:
        """The entry of the navigation it belongs to."""

    @property
    def title(self) -> str:
        """The page's own title; empty on the home page."""

    @property
    def description(self) -> str:
        """One or two sentences for search engines and shared links."""


@dataclass(frozen=True)
class Card:
    """A document as it appears in a list. ``href`` is relative to the site's root."""

    title: str
    href: str
    date: str
    type: str
    label: str
    column: str
    summary: str
    cover: WebImage | None


@dataclass(frozen=True)
class IssueCard:
    """An issue as it appears in a list."""

    periodical: str
    kind: str
    label: str
    serial: str
    date: str
    href: str
    pdf: str
    year: int
    cover: WebImage


@dataclass(frozen=True)
class Tag:
    """A tag, its page, and how many public documents carry it."""

    name: str
    href: str
    count: int


@dataclass(frozen=True)
class File:
    """A file for download, in the bytes it was given in. ``href`` is relative to the site's root.

    ``name`` is what it was called, ``size`` how large it is in words, ``digest`` its SHA-256.
    """

    name: str
    href: str
    suffix: str
    size: str
    digest: str


@dataclass(frozen=True)
class Column:
    """A column of the site and its kind: the labels ColumnName and ColumnType."""

    name: str
    type: str


@dataclass(frozen=True)
class NavEntry:
    """An entry of the navigation; ``section`` is compared with a page's."""

    label: str
    href: str
    section: str
