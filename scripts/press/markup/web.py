"""The body of a document as HTML for the portal."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from press.markup import dialect
from press.markup.chinese import join_lines
from press.markup.levels import shown


@dataclass(frozen=True)
class WebImage:
    """An image of the portal: addresses as they stand in the page, size in pixels."""

    src: str
    webp: str
    width: int
    height: int


_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? />')
_FIGURE = re.compile(r"<p>(<img [^>]*/>)</p>")
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.S)
_OUTSIDE = re.compile(r'<a href="(https?:[^"]*)"', re.I)
_BACKREF = re.compile(r'aria-label="Back to reference ([^"]*)"')


def web(body: str, link: Callable[[str], str], image: Callable[[str], WebImage]) -> str:
    """Render Markdown; ``link`` gives each address as it stands in the page.

    Headings get the anchors ``s1``, ``s2`` …; wide tables scroll in a region of their own.
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
        region = '<div class="press-table" role="region" aria-label="表格" tabindex="0"><table>'
        rendered = rendered.replace("<table>", region).replace("</table>", "</table></div>")
    if "<h" in rendered:
        rendered = _headings(rendered)
    if "footnote" in rendered:
        rendered = _BACKREF.sub(r'aria-label="返回正文注释 \1 处"', rendered)
        rendered = rendered.replace('class="footnotes"', 'class="footnotes" aria-label="注释"')
    return _OUTSIDE.sub(r'<a rel="noopener external" href="\1"', rendered)


def _headings(rendered: str) -> str:
    levels = shown(int(match[1]) for match in _HEADING.finditer(rendered))
    numbered = enumerate(levels, 1)

    def heading(match: re.Match[str]) -> str:
        number, level = next(numbered)
        return f'<h{level} id="s{number}">{match[2]}</h{level}>'

    return _HEADING.sub(heading, rendered)


def _picture(image: WebImage, alt: str) -> str:
    """``alt`` is already escaped."""
    return (
        f'<picture><source type="image/webp" srcset="{escape(image.webp)}">'
        f'<img src="{escape(image.src)}" alt="{alt}" width="{image.width}" height="{image.height}"'
        ' loading="lazy" decoding="async"></picture>'
    )
