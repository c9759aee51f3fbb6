"""The nodes of the typed tree: blocks, and what stands in a line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Characters."""

    text: str


@dataclass(frozen=True)
class Span:
    """Inline content under ``kind``: strong, emphasis, strike or link (then ``href`` is set)."""

    kind: str
    children: tuple["Inline", ...]
    href: str = ""


@dataclass(frozen=True)
class Code:
    """Inline code."""

    text: str


@dataclass(frozen=True)
class Break:
    """A forced line end."""


@dataclass(frozen=True)
class Picture:
    """An image; ``title`` is its caption."""

    src: str
    alt: str
    title: str


@dataclass(frozen=True)
class Note:
    """A footnote, standing where it is referred to."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1–6."""

    level: int
    children: tuple["Inline", ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    children: tuple["Inline", ...]


@dataclass(frozen=True)
class Figure:
    """A picture that is a paragraph of its own."""

    picture: Picture


@dataclass(frozen=True)
class List:
    """A list; an ordered one counts from ``start``."""

    ordered: bool
    start: int
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True)
class Quote:
    """A quotation."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Preformatted:
    """A block of code."""

    text: str


@dataclass(frozen=True)
class Rule:
    """A thematic break."""


@dataclass(frozen=True)
class Division:
    """A ``:::name`` block."""

    name: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Table:
    """A table: one ``align`` ("left", "center", "right" or "") per column; cells are inline."""

    align: tuple[str, ...]
    head: tuple[tuple["Inline", ...], ...]
    rows: tuple[tuple[tuple["Inline", ...], ...], ...]


Inline = Text | Span | Code | Break | Picture | Note
Block = Heading | Paragraph | Figure | List | Quote | Preformatted | Rule | Division | Table
