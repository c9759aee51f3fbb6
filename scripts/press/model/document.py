"""One document: its front matter and the outline of its body."""

import datetime
import re
from dataclasses import dataclass, field

from press.model.meta import Meta, Status, Visibility

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 80
_TAKEN = ("by", "page")


def is_slug(name: str) -> bool:
    """Return whether ``name`` can be a permanent address: at most 80 of a–z, 0–9 and hyphens.

    Two words cannot: lists are continued below ``page/2/``, and documents are listed by year, column,
    topic and so on below ``by/``.
    """
    return len(name) <= _LONGEST and name not in _TAKEN and _SLUG.fullmatch(name) is not None


@dataclass(frozen=True)
class Heading:
    """A heading of level 1–6 with its place in the file."""

    level: int
    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Link:
    """A link as it was written; ``forbidden`` when its scheme could run code or read files."""

    target: str
    line: int
    column: int
    forbidden: bool = False


@dataclass(frozen=True)
class Image:
    """An image as it was written; ``target`` or ``alt`` is empty where there is none."""

    target: str
    alt: str
    line: int
    column: int


@dataclass(frozen=True)
class Mention:
    """A word as it stands in a file."""

    word: str
    line: int
    column: int


@dataclass(frozen=True)
class Cited:
    """``articles`` of the law ``title``, each as ``12`` or ``12之1``, cited at ``line`` and ``column``.

    ``title`` is "" where a law cites its own articles. ``paragraph`` is the 款 of the first, or 0;
    ``quotation`` what is quoted as its words, or "".
    """

    title: str
    articles: tuple[str, ...]
    paragraph: int
    quotation: str
    line: int
    column: int


@dataclass(frozen=True)
class SaidHeads:
    """应到 ``expected`` 人，实到 ``present`` 人, as a text says."""

    expected: int
    present: int
    line: int
    column: int


@dataclass(frozen=True)
class Outline:
    """What a body holds, in reading order.

    ``excerpt`` is the plain text of its beginning; ``empty`` when it shows nothing at all; ``depth``
    the deepest nesting of lists and quotations, ``raw_html`` the places of HTML that is left out,
    ``verbatim`` the first and last places (in the body) of code.
    """

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    excerpt: str = ""
    empty: bool = True
    depth: int = 0
    raw_html: tuple[tuple[int, int], ...] = ()
    verbatim: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


@dataclass(frozen=True)
class Document:
    """A document of content type ``type`` (its folder), identified for ever by ``type/id``.

    Of its outline it keeps what other documents and pages ask for. ``digest`` is the SHA-256 of
    the whole file, so equal digests mean equal bytes to publish. ``periodical_words`` are words an
    internal publication must not use, ``citations`` the articles of laws it cites, and ``law`` its own
    articles, packed, when it is a law. ``heads`` and ``adopted`` (term, session, of the committee, line,
    column) are what it says of its meeting. ``ref`` is ``type/id``,
    ``permalink`` the path below the site's root (ending with a slash), ``public`` whether the
    document may reach public outputs; ``cover`` is the cover as it was written.
    """

    path: str
    type: str
    id: str
    digest: str
    meta: Meta
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    excerpt: str
    periodical_words: tuple[Mention, ...] = ()
    citations: tuple[Cited, ...] = ()
    law: bytes = b""
    heads: SaidHeads | None = None
    adopted: tuple[tuple[int, int, bool, int, int], ...] = ()
    title: str = field(init=False)
    date: datetime.date = field(init=False)
    cover: str | None = field(init=False)
    ref: str = field(init=False)
    permalink: str = field(init=False)
    public: bool = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what is asked for many thousand times in a build."""
        published = self.meta.status is Status.PUBLISHED
        public = published and self.meta.visibility is Visibility.PUBLIC
        object.__setattr__(self, "title", self.meta.title)
        object.__setattr__(self, "date", self.meta.date)
        object.__setattr__(self, "cover", getattr(self.meta, "cover", None))
        object.__setattr__(self, "ref", f"{self.type}/{self.id}")
        object.__setattr__(self, "permalink", f"{self.type}/{self.id}/")
        object.__setattr__(self, "public", public)

    @property
    def summary(self) -> str:
        """The written summary, or else the beginning of the body."""
        return self.meta.summary or self.excerpt
