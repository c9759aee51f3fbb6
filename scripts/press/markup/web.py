"""The body of a document as HTML for the portal."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from press.markup import dialect
from press.markup.chinese import join_lines
from press.markup.levels import shown
from press.markup.nodes import Block, Heading, Inline, Paragraph, Table
from press.markup.tree import plain


@dataclass(frozen=True)
class WebImage:
    """An image of the portal: addresses as they stand in the page, size in pixels."""

    src: str
    webp: str
    width: int
    height: int


_TABLE = '<div class="press-table" role="region" aria-label="表格" tabindex="0"><table>'
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? />')
_FIGURE = re.compile(r"<p>(<img [^>]*/>)</p>")
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.S)
_OUTSIDE = re.compile(r'<a href="(https?:[^"]*)"', re.I)
_NOTE = re.compile(r'(?<= id=")(?=fn)|(?<= href="#)(?=fn)')
_BACKREF = re.compile(r'aria-label="Back to reference ([^"]*)"')


def web(
    body: str,
    link: Callable[[str], str],
    image: Callable[[str], WebImage],
    anchor: str = "",
    lower: int = 0,
) -> str:
    """Render Markdown; ``link`` gives each address as it stands in the page.

    Headings get the anchors ``s1``, ``s2`` …; wide tables scroll in a region of their own. On a page of
    several documents ``anchor`` begins every anchor of this one, and its headings stand ``lower`` levels
    lower.
    """

    def picture(match: re.Match[str]) -> str:
        written = addresses.written(match[1])
        assert written is not None, "rule A001 refuses a document with a forbidden image address"
        return _picture(image(written), match[2])

    def figure(match: re.Match[str]) -> str:
        inner = _IMAGE.fullmatch(match[1])
        assert inner is not None
        caption = f"<figcaption>{inner[3]}</figcaption>" if inner[3] else ""
        return f"<figure>{_IMAGE.sub(picture, match[1])}{caption}</figure>"

    addresses = dialect.Addresses()
    rendered = join_lines(dialect.html(body, link, addresses.keep)).replace(dialect.DROPPED, "")
    if "<img" in rendered:
        rendered = _IMAGE.sub(picture, _FIGURE.sub(figure, rendered))
    if "<table" in rendered:
        rendered = rendered.replace("<table>", _TABLE).replace("</table>", "</table></div>")
    if "<h" in rendered:
        rendered = _headings(rendered, anchor, lower)
    if "footnote" in rendered:
        rendered = _BACKREF.sub(r'aria-label="返回正文注释 \1 处"', rendered)
        rendered = rendered.replace('class="footnotes"', 'class="footnotes" aria-label="注释"')
        rendered = _NOTE.sub(anchor, rendered) if anchor else rendered
    return _OUTSIDE.sub(r'<a rel="noopener external" href="\1"', rendered)


def form(blocks: Iterable[Block], lower: int = 0) -> str:
    """The HTML of what the record makes of keys (``record.papers``): headings, paragraphs and tables."""
    return "".join(_block(block, lower) for block in blocks)


def _block(block: Block, lower: int) -> str:
    match block:
        case Heading(level, children):
            level = min(level + lower, 6)
            return f"<h{level}>{_words(children)}</h{level}>\n"
        case Paragraph(children):
            return f"<p>{_words(children)}</p>\n"
        case Table(align, head, rows):
            body = "".join(f"<tr>{_cells('td', align, row)}</tr>\n" for row in rows)
            return (
                f"{_TABLE}<thead><tr>{_cells('th', align, head)}</tr></thead>\n"
                f"<tbody>{body}</tbody></table></div>\n"
            )
    raise AssertionError(f"the record makes no {type(block).__name__}")


def _cells(tag: str, align: tuple[str, ...], cells: tuple[tuple[Inline, ...], ...]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    pairs = zip(align, cells, strict=True)
    return "".join(f'<{tag}{scope} align="{side}">{_words(cell)}</{tag}>' for side, cell in pairs)


def _words(children: tuple[Inline, ...]) -> str:
    return escape(plain(children), quote=False)


def _headings(rendered: str, anchor: str, lower: int) -> str:
    levels = shown(int(match[1]) for match in _HEADING.finditer(rendered))
    numbered = enumerate(levels, 1)

    def heading(match: re.Match[str]) -> str:
        number, level = next(numbered)
        level = min(level + lower, 6)
        return f'<h{level} id="{anchor}s{number}">{match[2]}</h{level}>'

    return _HEADING.sub(heading, rendered)


def _picture(image: WebImage, alt: str) -> str:
    """``alt`` is already escaped."""
    return (
        f'<picture><source type="image/webp" srcset="{escape(image.webp)}">'
        f'<img src="{escape(image.src)}" alt="{alt}" width="{image.width}" height="{image.height}"'
        ' loading="lazy" decoding="async"></picture>'
    )
