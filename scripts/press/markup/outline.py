"""The outline of a body: headings, links, images and raw HTML with their places in the file."""

import re

from press.markup import dialect
from press.markup.chinese import join_lines
from press.model.document import Heading, Image, Link, Outline

_EXCERPT = 96
"""Characters of the beginning shown in lists: two to three lines on a phone."""

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
_CODE = re.compile(r"(?ms)^ {0,3}(```+|~~~+).*?^ {0,3}\1|(`+)(?!`).+?(?<!`)\2(?!`)")
_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_NESTS = {"ul", "ol", "blockquote"}


def outline(body: str, body_line: int) -> Outline:
    """Read ``body``, which starts on line ``body_line`` of its file."""
    rendered = dialect.html(body, places=True)
    lines = body.split("\n")
    headings: list[Heading] = []
    links: list[Link] = []
    images: list[Image] = []
    text: list[str] = []
    in_heading: tuple[int, int, int] | None = None
    heading_text: list[str] = []
    depth = deepest = 0
    characters = 0
    for token in dialect.tokens(join_lines(rendered)):
        if token.name in _NESTS:
            depth += -1 if token.closing else 1
            deepest = max(deepest, depth)
        if not token.name:
            characters += len("".join(token.text.split()))
            if in_heading:
                heading_text.append(token.text)
            elif len(text) < _EXCERPT:
                text.append(token.text)
        elif token.closing:
            if in_heading and token.name == f"h{in_heading[0]}":
                headings.append(Heading(in_heading[0], "".join(heading_text), *in_heading[1:]))
                in_heading, heading_text = None, []
        elif token.name[0] == "h" and token.name[1:].isdigit():
            in_heading = (int(token.name[1:]), *_place(token, lines, body_line))
        elif token.name == "a" and "data-sourcepos" in token.attributes:
            target = token.attributes.get("href", "")
            links.append(Link(target, *_place(token, lines, body_line)))
        elif token.name == "img":
            place = _place(token, lines, body_line)
            alt = token.attributes.get("alt", "").strip()
            images.append(Image(token.attributes.get("src", ""), alt, *place))
            characters += 1
    excerpt = "".join(text).strip()
    return Outline(
        tuple(headings),
        tuple(links),
        tuple(images),
        _cut(re.sub(r"\s+", " ", excerpt)),
        characters,
        deepest,
        tuple(_raw_html(body, body_line)) if dialect.DROPPED in rendered else (),
    )


def _cut(text: str) -> str:
    if len(text) <= _EXCERPT:
        return text
    stop = max(text.rfind(mark, 0, _EXCERPT) for mark in "。！？；")
    return text[: stop + 1] if stop >= _EXCERPT // 2 else text[: _EXCERPT - 1].rstrip("，、：“‘（《") + "…"


def _place(token: dialect.Token, lines: list[str], body_line: int) -> tuple[int, int]:
    """Turn ``line:byte`` of the body into line and column (characters) of the file."""
    line, byte = map(int, token.attributes["data-sourcepos"].partition("-")[0].split(":"))
    before = lines[line - 1].encode()[: byte - 1].decode("utf-8", "replace")
    return body_line + line - 1, len(before) + 1


def _raw_html(body: str, body_line: int) -> list[tuple[int, int]]:
    """Find HTML tags outside code; comments are no text and may be left out silently."""
    blank = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)
    found = []
    for number, line in enumerate(blank.split("\n")):
        for match in _TAG.finditer(line):
            found.append((body_line + number, match.start() + 1))
    return found
