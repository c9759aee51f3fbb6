"""The one Markdown dialect, by comrak: the only module that knows the parser.

CommonMark with tables, footnotes, strikethrough and ``:::`` blocks; raw HTML is left out; with
``cjk_friendly_emphasis`` a closing ``**`` after Chinese punctuation closes, as writers expect.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

import comrak

Rewrite = Callable[[str], str]

DROPPED = "<!-- raw HTML omitted -->"
"""What comrak leaves where HTML stood."""

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>|(<!--.*?-->)|([^<]+)", re.S)
_ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)(?:="([^"]*)")?')
_CODE_OR_COMMENT = re.compile(
    r"(?ms)(^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)|\Z)"
    r"|(?P<tick>(?<!`)`+(?!`)).*?(?<!`)(?P=tick)(?!`))"
    r"|<!--(?!>|->).*?-->"
)


class Token(NamedTuple):
    """A piece of comrak's HTML: a start tag, an end tag, or (``name`` empty) text.

    Where HTML was left out there is a token named ``!``.
    """

    name: str
    closing: bool
    attributes: dict[str, str]
    text: str


def html(body: str, link: Rewrite | None = None, image: Rewrite | None = None, places: bool = False) -> str:
    """Render ``body``; ``link`` and ``image`` rewrite addresses.

    An address whose scheme could run code or read files comes out empty, and is not asked for.
    With ``places`` every element carries ``data-sourcepos="line:byte-line:byte"``.
    """
    extension = comrak.ExtensionOptions()
    extension.table = True
    extension.footnotes = True
    extension.strikethrough = True
    extension.block_directive = True
    extension.cjk_friendly_emphasis = True
    extension.link_url_rewriter = link
    extension.image_url_rewriter = image
    render = comrak.RenderOptions()
    render.sourcepos = places
    return comrak.render_markdown(without_comments(body), extension, comrak.ParseOptions(), render)


def foreign(body: str) -> str:
    """Render Markdown that came from outside: HTML, comments and ``---`` below a line are its text."""
    extension = comrak.ExtensionOptions()
    extension.table = True
    extension.footnotes = True
    extension.strikethrough = True
    extension.cjk_friendly_emphasis = True
    parse = comrak.ParseOptions()
    parse.ignore_setext = True
    render = comrak.RenderOptions()
    render.escape = True
    return comrak.render_markdown(body, extension, parse, render)


def without_comments(body: str) -> str:
    """Take out ``<!-- notes of editors -->`` but keep every line where it is.

    CommonMark would drop what stands behind a comment on its line, and after an unclosed one the
    rest of the article; here the text stays, and the unclosed one is reported (rule T004).
    """
    if "<!--" not in body:
        return body
    return _CODE_OR_COMMENT.sub(lambda m: m[1] if m[1] else "\n" * m[0].count("\n"), body)


def blank_comments(body: str) -> str:
    """Put spaces in place of ``<!-- notes of editors -->``; every character keeps its place."""
    if "<!--" not in body:
        return body
    return _CODE_OR_COMMENT.sub(lambda m: m[1] if m[1] else re.sub(r"[^\n]", " ", m[0]), body)


def tokens(rendered: str) -> Iterator[Token]:
    """Split comrak's HTML. Its attributes never hold ``<``, ``>`` or ``"`` unescaped."""
    for match in _TOKEN.finditer(rendered):
        closing, name, attributes, dropped, text = match.groups()
        if text is not None:
            yield Token("", False, {}, unescape(text))
        elif dropped is not None:
            yield Token("!", False, {}, "")
        else:
            pairs = _ATTRIBUTE.findall(attributes) if attributes else ()
            yield Token(name, bool(closing), {key: unescape(value) for key, value in pairs}, "")


class Addresses:
    """Keeps addresses as they were written, for comrak percent-encodes the Chinese in them.

    ``keep`` is the rewriter to render with: it leaves a number in each address's place, which
    ``written`` turns back.
    """

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, address: str) -> str:
        """Take ``address``; return what stands for it."""
        self._kept.append(address)
        return f"#{len(self._kept) - 1}"

    def written(self, attribute: str) -> str | None:
        """Return the address that stood there; None for one that comrak has refused."""
        return self._kept[int(attribute[1:])] if attribute else None
