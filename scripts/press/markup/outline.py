"""The outline of a body: what it holds, with places in the file."""

import re
from collections.abc import Iterator

from press.markup import dialect
from press.markup.chinese import join_lines
from press.model.document import Heading, Image, Link, Outline

_EXCERPT = 96
"""Characters of the beginning shown in lists: two to three lines on a phone."""

_NESTS = {"ul", "ol", "blockquote"}
_HTML = re.compile(r"(?<!\\)<[A-Za-z/!?]")
_ADDRESS = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*")
_DESTINATION = re.compile(r"\]\([^)\n]*\)|<[^>\n]*>")

Place = tuple[int, int]


def outline(body: str, body_line: int) -> Outline:
    """Read ``body``, which starts on line ``body_line`` of its file."""
    return _Reader(body, body_line).read()


class _Reader:
    """Walks comrak's HTML once; ``lines`` turn its byte columns into characters."""

    def __init__(self, body: str, body_line: int) -> None:
        self._body = body
        self._first = body_line
        self._lines = dialect.without_comments(body).split("\n")
        self._addresses = dialect.Addresses()
        self._headings: list[Heading] = []
        self._links: list[Link] = []
        self._images: list[Image] = []
        self._dropped = False
        self._aside = ""
        self._verbatim: list[tuple[Place, Place]] = []
        self._excerpt: list[str] = []
        self._heading: tuple[int, Place] | None = None
        self._heading_text: list[str] = []
        self._depth = self._deepest = self._characters = 0

    def read(self) -> Outline:
        rendered = dialect.html(self._body, self._addresses.keep, self._addresses.keep, places=True)
        for token in dialect.tokens(rendered):
            if token.closing:
                self._close(token)
            else:
                self._open(token)
        prose = self._prose()
        excerpt = re.sub(r"\s+", " ", join_lines("".join(self._excerpt).strip()))
        return Outline(
            headings=tuple(self._headings),
            links=tuple(self._links),
            images=tuple(self._images),
            excerpt=_cut(excerpt),
            characters=self._characters,
            depth=self._deepest,
            raw_html=tuple(self._raw_html(prose)) if self._dropped else (),
            prose=_DESTINATION.sub(_blank, prose),
        )

    def _open(self, token: dialect.Token) -> None:
        name = token.name
        span = token.attributes.get("data-sourcepos", "")
        if not name:
            if not self._aside:
                self._text(token.text)
        elif name == "sup" or "data-footnotes" in token.attributes:
            # The number of a footnote is no text, and what stands in footnotes none of the body's.
            self._aside = name
        elif name == "!":
            self._dropped = True
        elif name in _NESTS:
            self._depth += 1
            self._deepest = max(self._deepest, self._depth)
        elif name in ("code", "pre") and span:
            self._verbatim.append(self._span(span))
        elif name[0] == "h" and name[1:].isdigit():
            self._heading = (int(name[1:]), self._span(span)[0])
        elif name == "a" and span:
            target = self._addresses.written(token.attributes.get("href", ""))
            place = self._in_file(self._span(span)[0])
            self._links.append(Link(target or "", *place, target is None))
        elif name == "img":
            target = self._addresses.written(token.attributes.get("src", ""))
            alt = token.attributes.get("alt", "").strip()
            place = self._in_file(self._span(span)[0])
            self._images.append(Image(target or "", alt, *place))
            self._characters += 1

    def _close(self, token: dialect.Token) -> None:
        if token.name in _NESTS:
            self._depth -= 1
        elif token.name == self._aside:
            self._aside = ""
        elif self._heading and token.name == f"h{self._heading[0]}":
            level, start = self._heading
            text = "".join(self._heading_text)
            self._headings.append(Heading(level, text, *self._in_file(start)))
            self._heading, self._heading_text = None, []

    def _text(self, text: str) -> None:
        self._characters += len("".join(text.split()))
        if self._heading:
            self._heading_text.append(text)
        elif len(self._excerpt) < _EXCERPT:
            self._excerpt.append(text)

    def _span(self, span: str) -> tuple[Place, Place]:
        """Turn ``line:byte-line:byte`` into two places of the body (the end is inclusive)."""
        start, _, end = span.partition("-")
        return self._place(start), self._place(end)

    def _place(self, text: str) -> Place:
        line, byte = map(int, text.split(":"))
        source = self._lines[line - 1]
        if byte <= 1 or source.isascii():
            return line, max(byte, 1)
        before = source.encode()[: max(byte - 1, 0)]
        return line, len(before.decode("utf-8", "replace")) + 1

    def _in_file(self, place: Place) -> Place:
        return self._first + place[0] - 1, place[1]

    def _prose(self) -> str:
        """The body with code, comments and definitions of links blanked out."""
        text = dialect.blank_comments(self._body)
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        for first, last in self._verbatim:
            start, end = starts[first[0] - 1] + first[1] - 1, starts[last[0] - 1] + last[1]
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        return _DEFINITION.sub(_blank, text)

    def _raw_html(self, prose: str) -> Iterator[Place]:
        """The tags that were left out: all that stand in the prose and are no address."""
        for number, line in enumerate(_ADDRESS.sub(_blank, prose).split("\n")):
            for match in _HTML.finditer(line):
                yield self._first + number, match.start() + 1


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _cut(text: str) -> str:
    if len(text) <= _EXCERPT:
        return text
    stop = max(text.rfind(mark, 0, _EXCERPT) for mark in "。！？；")
    if stop >= _EXCERPT // 2:
        return text[: stop + 1]
    return text[: _EXCERPT - 1].rstrip("，、：“‘（《") + "…"
