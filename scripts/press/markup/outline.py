"""The outline of a body: what it holds, with places in the file."""

import re
from collections.abc import Iterator
from html import unescape

from press.markup import dialect
from press.markup.chinese import join_lines
from press.model.document import Heading, Image, Link, Outline

_EXCERPT = 96
"""Characters of the beginning shown in lists: two to three lines on a phone."""

_BEGINNING = 4000
"""Characters of HTML that hold an excerpt."""

# Only what is looked for, for most of a body is paragraphs.
_PIECE = re.compile(
    r'<(h[1-6]|a|img|code|pre) data-sourcepos="(\d+):(\d+)-(\d+):(\d+)"([^<>]*)>'
    r"|<(/?)(?:ul|ol|blockquote)\b"
)
_ADDRESS = re.compile(r' (?:href|src)="([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')
_NOTE = re.compile(r'<sup[^<>]*class="footnote-ref".*?</sup>', re.S)
_NOTES = re.compile(r'<section[^<>]*class="footnotes".*', re.S)
_HEADING = re.compile(r"<h([1-6])[ >].*?</h\1>", re.S)
_TAG = re.compile(r"<[^<>]*(?:>|\Z)")
_HTML = re.compile(r"(?<!\\)<[A-Za-z/!?]")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*")
_DESTINATION = re.compile(r"\]\((?:[^()\n]++|\([^()\n]{0,200}+\))*+\)")
_POINTED = re.compile(r"<[^>\n]*>")

Place = tuple[int, int]


def outline(body: str, body_line: int) -> Outline:
    """Read ``body``, which starts on line ``body_line`` of its file."""
    return _Reader(body, body_line).read()


def prose(body: str, verbatim: tuple[tuple[Place, Place], ...]) -> str:
    """Blank out code (at the ``verbatim`` places of an outline), comments and addresses.

    Every other character keeps its place: this is what rules on words look at.
    """
    text = _DESTINATION.sub(_blank, _without_code(body, verbatim))
    return _POINTED.sub(_blank, text) if "<" in text else text


class _Reader:
    """Looks through comrak's HTML once; ``lines`` turn its byte columns into characters."""

    def __init__(self, body: str, body_line: int) -> None:
        self._body = body
        self._first = body_line
        self._lines = dialect.without_comments(body).split("\n")
        self._addresses = dialect.Addresses()
        self._headings: list[Heading] = []
        self._links: list[Link] = []
        self._images: list[Image] = []
        self._verbatim: list[tuple[Place, Place]] = []

    def read(self) -> Outline:
        keep = self._addresses.keep
        rendered = dialect.html(self._body, keep, keep, places=True)
        depth = deepest = 0
        for piece in _PIECE.finditer(rendered):
            if piece[1] is None:
                depth += -1 if piece[7] else 1
                deepest = max(deepest, depth)
            else:
                self._take(piece, rendered)
        dropped = dialect.DROPPED in rendered
        verbatim = tuple(self._verbatim)
        excerpt = _excerpt(rendered)
        return Outline(
            headings=tuple(self._headings),
            links=tuple(self._links),
            images=tuple(self._images),
            excerpt=excerpt,
            empty=not (excerpt or self._images or _text(_NOTES.sub("", rendered))),
            depth=deepest,
            raw_html=tuple(self._raw_html(verbatim)) if dropped else (),
            verbatim=verbatim,
        )

    def _take(self, piece: re.Match[str], rendered: str) -> None:
        name, attributes = piece[1], piece[6]
        line, column = self._place(piece[2], piece[3])
        place = (self._first + line - 1, column)
        if name == "a":
            target = self._address(attributes)
            self._links.append(Link(target or "", *place, target is None))
        elif name == "img":
            alt = _ALT.search(attributes)
            words = unescape(alt[1]).strip() if alt else ""
            self._images.append(Image(self._address(attributes) or "", words, *place))
        elif name[0] == "h":
            end = rendered.index(f"</{name}>", piece.end())
            text = _text(_NOTE.sub("", rendered[piece.end() : end]))
            self._headings.append(Heading(int(name[1]), text, *place))
        else:
            self._verbatim.append(((line, column), self._place(piece[4], piece[5])))

    def _address(self, attributes: str) -> str | None:
        found = _ADDRESS.search(attributes)
        return self._addresses.written(found[1] if found else "")

    def _place(self, line: str, byte: str) -> Place:
        """Turn a line and byte into a place of the body."""
        number, at = int(line), int(byte)
        source = self._lines[number - 1]
        if at <= 1 or source.isascii():
            return number, max(at, 1)
        return number, len(source.encode()[: at - 1].decode("utf-8", "replace")) + 1

    def _raw_html(self, verbatim: tuple[tuple[Place, Place], ...]) -> Iterator[Place]:
        """The tags that were left out: all that stand in the text and are no address."""
        text = _AUTOLINK.sub(_blank, _without_code(self._body, verbatim))
        for number, line in enumerate(text.split("\n")):
            for match in _HTML.finditer(line):
                yield self._first + number, match.start() + 1


def _excerpt(rendered: str) -> str:
    """The plain text of the beginning, without headings and footnotes."""
    beginning = _NOTES.sub("", rendered[:_BEGINNING])
    text = _text(_HEADING.sub("", _NOTE.sub("", beginning)))
    return _cut(re.sub(r"\s+", " ", join_lines(text[: 3 * _EXCERPT])))


def _text(rendered: str) -> str:
    return unescape(_TAG.sub("", rendered)).strip()


def _without_code(body: str, verbatim: tuple[tuple[Place, Place], ...]) -> str:
    text = dialect.blank_comments(body)
    if verbatim:
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        for first, last in verbatim:
            start, end = starts[first[0] - 1] + first[1] - 1, starts[last[0] - 1] + last[1]
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return _DEFINITION.sub(_blank, text) if "]:" in text else text


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _cut(text: str) -> str:
    if len(text) <= _EXCERPT:
        return text
    stop = max(text.rfind(mark, 0, _EXCERPT) for mark in "。！？；")
    if stop >= _EXCERPT // 2:
        return text[: stop + 1]
    return text[: _EXCERPT - 1].rstrip("，、：“‘（《") + "…"
