"""The one Markdown dialect, by comrak: the only module that knows the parser.

CommonMark with tables, footnotes, strikethrough and ``:::`` blocks; raw HTML is left out; with
``cjk_friendly_emphasis`` a closing ``**`` after Chinese punctuation closes, as writers expect.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import comrak

Rewrite = Callable[[str], str]

DROPPED = "<!-- raw HTML omitted -->"
"""What comrak leaves where HTML stood."""

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>|<!--.*?-->|([^<]+)", re.S)
_ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)(?:="([^"]*)")?')


@dataclass(frozen=True)
class Token:
    """A piece of comrak's HTML: a start tag, an end tag or (``name`` empty) text."""

    name: str
    closing: bool
    attributes: dict[str, str]
    text: str


def html(body: str, link: Rewrite | None = None, image: Rewrite | None = None, places: bool = False) -> str:
    """Render ``body``; ``link`` and ``image`` rewrite addresses.

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
    return comrak.render_markdown(body, extension, comrak.ParseOptions(), render)


def tokens(rendered: str) -> Iterator[Token]:
    """Split comrak's HTML. Its attributes never hold ``<``, ``>`` or ``"`` unescaped."""
    for match in _TOKEN.finditer(rendered):
        closing, name, attributes, text = match.groups()
        if text is not None:
            yield Token("", False, {}, unescape(text))
        elif name is not None:
            pairs = _ATTRIBUTE.findall(attributes or "")
            yield Token(name, bool(closing), {key: unescape(value) for key, value in pairs}, "")


def unescape(text: str) -> str:
    """Undo the four escapes comrak writes."""
    if "&" not in text:
        return text
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text
