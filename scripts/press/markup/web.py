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


_TABLE = '<div class="press-table" role="group" aria-label="表格" tabindex="0"><table>'
_ALIGN = re.compile(r'<(t[hd]) align="(left|center|right)"')
"""The attribute is obsolete, and a style within the page is against its policy."""

_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? />')
_FIGURES = re.compile(r"<p>((?:<img [^>]*/>\s*)+)</p>")
_CREDIT = re.compile(r"（[^（）]{1,20}[摄图]）$")
_TO = re.compile(
    r"<p>(同志们：|(?:各位|尊敬的|主任、|主席、|主席团、)[^<，。；！？：]{0,60}"
    r"(?:代表|委员|人员|同志|主任|主席|领导|来宾|嘉宾|老师|女士|先生|们|朋友|乡亲|村民|居民)：)</p>"
    r"|\A<p>([^<，。；！？：]{2,60}(?:委员会|政府|法院|检察院|办公室|主席团|代表团|小组|人大|[会局厅院部])：)</p>"
)
_SOURCE = re.compile(r'<img src="([^"]*)"')
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.S)
_OUTSIDE = re.compile(r'<a href="(https?:[^"]*)"', re.I)
_ADDRESS = re.compile(r'(?<!["A-Za-z0-9])https?://[^\s<>"“”‘’，。；、（）《》]{12,}')
_BREAK = re.compile(r"(?<=\w)(?:&amp;|[/?=._-])(?=\w)")
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

    Headings get the anchors ``s1``, ``s2`` …; wide tables scroll in a region of their own; a picture
    that stands alone is a figure and leads to its file; whom a text addresses (``各位代表：``) is marked;
    an address written out may break. On a page of several documents ``anchor`` begins every anchor of
    this one, and its headings stand ``lower`` levels lower.
    """

    def picture(match: re.Match[str]) -> str:
        written = addresses.written(match[1])
        assert written is not None, "rule A001 refuses a document with a forbidden image address"
        return _picture(image(written), match[2])

    def figures(match: re.Match[str]) -> str:
        return "\n".join(one(found) for found in _IMAGE.finditer(match[1]))

    def one(match: re.Match[str]) -> str:
        shown = picture(match)
        source = _SOURCE.search(shown)
        assert source is not None
        caption = f"<figcaption>{_credited(match[3])}</figcaption>" if match[3] else ""
        return f'<figure><a href="{source[1]}">{shown}</a>{caption}</figure>'

    addresses = dialect.Addresses()
    rendered = join_lines(dialect.html(body, link, addresses.keep)).replace(dialect.DROPPED, "")
    if "<img" in rendered:
        rendered = _IMAGE.sub(picture, _FIGURES.sub(figures, rendered))
    if "<table" in rendered:
        rendered = rendered.replace("<table>", _TABLE).replace("</table>", "</table></div>")
        rendered = _ALIGN.sub(r'<\1 class="press-\2"', rendered)
    if "<h" in rendered:
        rendered = _headings(rendered, anchor, lower)
    if "footnote" in rendered:
        rendered = _BACKREF.sub(r'aria-label="返回正文注释 \1 处"', rendered)
        rendered = rendered.replace('class="footnotes"', 'class="footnotes" aria-label="注释"')
        rendered = _NOTE.sub(anchor, rendered) if anchor else rendered
    if "://" in rendered:
        rendered = _ADDRESS.sub(_breakable, rendered)
    if "：</p>" in rendered:
        rendered = _TO.sub(_addressed, rendered)
    return _OUTSIDE.sub(r'<a rel="noopener external" href="\1"', rendered)


def _breakable(match: re.Match[str]) -> str:
    """Let an address run on in the next line, or it would tear the line before it apart."""
    return _BREAK.sub(r"\g<0><wbr>", match[0])


def _addressed(match: re.Match[str]) -> str:
    return f'<p class="press-to">{match[1] or match[2]}</p>'


def _credited(caption: str) -> str:
    """Keep who took a picture together: ``（卞小满 摄）``. ``caption`` is already escaped."""
    return _CREDIT.sub(lambda match: f'<span class="press-credit">{match[0]}</span>', caption)


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
    looks = [f' class="press-{side}"' if side else "" for side in align]
    pairs = zip(looks, cells, strict=True)
    return "".join(f"<{tag}{scope}{look}>{_words(cell)}</{tag}>" for look, cell in pairs)


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
