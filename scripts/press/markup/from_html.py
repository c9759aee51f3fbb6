"""HTML from outside (comrak's, mammoth's) to Markdown that says the same in our dialect and nothing more.

Only what is known here is written: headings, paragraphs, bold and Kai, lists, quotations, tables,
footnotes, pictures that the caller knows, links to other sites. Everything else is its characters.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from press.markup import dialect
from press.markup.chinese import join_lines
from press.markup.grid import Cell, layout
from press.markup.levels import shown
from press.markup.lines import BLANK, BREAK, Placed, around, captioned, escaped, image, paragraph

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag


Pictures = Callable[[str, str], Placed | None]
"""Gives for an address and alternative text the picture that is meant; None for one to leave out."""


@dataclass
class Written:
    """Markdown, and what a person should look at in it."""

    text: str = ""
    notices: list[str] = field(default_factory=list)


_DEEPEST = 12
_HEADING = re.compile("h[1-6]")
_OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s<>()]+", re.I)
_NOTE = re.compile("#(?:fn|footnote|endnote)-")
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def markdown(html: str, picture: Pictures) -> Written:
    """Write ``html`` as Markdown; its headings begin at level 2 and none is skipped."""
    from bs4 import BeautifulSoup

    return _Writer(picture).write(BeautifulSoup(html, "html.parser"))


def cleaned(body: str, picture: Pictures) -> Written:
    """Write Markdown that came from outside anew: what is HTML in it, or a comment, is its text."""
    return markdown(join_lines(dialect.foreign(body)), picture)


class _Writer:
    def __init__(self, picture: Pictures) -> None:
        self._picture = picture
        self._notices: list[str] = []
        self._notes: dict[str, int] = {}
        self._levels: dict[int, int] = {}
        self._tables = 0

    def write(self, soup: "Tag") -> Written:
        headings = soup.find_all(_HEADING)
        written = [int(tag.name[1]) for tag in headings]
        highest = min(written, default=2)
        levels = shown(level + 2 - highest for level in written)
        self._levels = {id(tag): level for tag, level in zip(headings, levels, strict=True)}
        definitions = self._take_notes(soup)
        blocks = list(self._blocks(soup, 0))
        for number, definition in definitions:
            inner = (
                "\n\n".join(self._blocks(definition, 0)).replace("\n", "\n    ").replace("\n    \n", "\n\n")
            )
            blocks.append(f"[^{number}]: {inner}")
        text = "\n\n".join(captioned(block for block in blocks if block))
        return Written(f"{text}\n" if text else "", self._notices)

    def _take_notes(self, soup: "Tag") -> "list[tuple[int, Tag]]":
        """Number the footnotes in the order they are referred to, and take their texts out."""
        texts = {}
        for item in soup.find_all("li", id=re.compile("^(?:fn|footnote|endnote)-")):
            for back in item.find_all("a", href=re.compile("^#(?:fnref|footnote-ref|endnote-ref)")):
                back.decompose()
            texts[f"#{item['id']}"] = item
        for reference in soup.find_all("a", href=_NOTE):
            if str(reference["href"]) in texts:
                self._notes.setdefault(str(reference["href"]), len(self._notes) + 1)
        for item in texts.values():
            holder = item.find_parent("section") or item.parent
            item.extract()
            if holder is not None and holder.name in ("section", "ol") and not holder.get_text().strip():
                holder.extract()
        return [(number, texts[anchor]) for anchor, number in self._notes.items()]

    # --- blocks ---

    def _blocks(self, parent: "Tag", depth: int) -> Iterator[str]:
        loose: list[PageElement] = []
        for child in list(parent.children):
            if not _is_block(child):
                loose.append(child)
                continue
            yield from self._paragraphs(loose)
            loose = []
            yield from self._block(child, depth)  # type: ignore[arg-type]
        yield from self._paragraphs(loose)

    def _block(self, tag: "Tag", depth: int) -> Iterator[str]:
        if _HEADING.fullmatch(tag.name):
            for strong in tag.find_all(["strong", "em", "b"]):
                strong.unwrap()
            text = self._line(list(tag.children)).replace(BREAK, " ")
            if text.strip():
                yield "#" * self._levels[id(tag)] + " " + text.strip()
        elif tag.name == "p":
            yield from self._paragraphs(list(tag.children))
        elif tag.name == "hr":
            yield "---"
        elif tag.name == "pre":
            yield from (
                paragraph(escaped(_even(line))) for line in tag.get_text().split("\n") if line.strip(BLANK)
            )
        elif tag.name == "table":
            yield from self._table(tag, depth)
        elif depth > _DEEPEST:
            yield paragraph(escaped(" ".join(tag.get_text().split())))
        elif tag.name in ("ul", "ol"):
            yield from self._list(tag, depth)
        elif tag.name == "blockquote":
            inner = "\n\n".join(self._blocks(tag, depth + 1))
            yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        elif tag.name == "div" and "signature" in (tag.get("class") or ""):
            yield ":::signature\n" + "\n\n".join(self._blocks(tag, depth + 1)) + "\n:::"
        else:
            yield from self._blocks(tag, depth + 1)

    def _list(self, tag: "Tag", depth: int) -> Iterator[str]:
        number = int(str(tag["start"])) if str(tag.get("start", "")).isdecimal() else 1
        items = []
        for item in tag.find_all("li", recursive=False):
            mark = f"{number}. " if tag.name == "ol" else "- "
            number += 1
            inner = "\n\n".join(self._blocks(item, depth + 1)) if item.get_text().strip() else ""
            indent = " " * len(mark)
            items.append(mark + inner.replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n"))
        loose = any("\n\n" in item for item in items)
        yield ("\n\n" if loose else "\n").join(item.rstrip() for item in items)

    def _table(self, tag: "Tag", depth: int) -> Iterator[str]:
        table = layout(tag)
        if not table.rows or not table.rows[0]:
            return
        if len(table.rows) == len(table.rows[0]) == 1:
            # A frame around a text, not a table.
            cell = table.rows[0][0].tag
            yield from self._blocks(cell, depth + 1) if cell is not None else ()
            return
        self._tables += 1
        if table.merged:
            self._notices.append(f"第 {self._tables} 个表格有合并的单元格，已经拆开，请对照原稿核对")
        if tag.find("table") is not None:
            self._notices.append(f"第 {self._tables} 个表格里还套着表格，已经拆成文字，请对照原稿核对")
        titles = [
            self._title([row[at] for row in table.rows[: table.head]]) for at in range(len(table.rows[0]))
        ]
        lines = [
            [self._cell(cell.tag) if cell.first else "" for cell in row] for row in table.rows[table.head :]
        ]
        yield "\n".join("| " + " | ".join(cells) + " |" for cells in (titles, ["---"] * len(titles), *lines))

    def _title(self, cells: list[Cell]) -> str:
        """The head of a column: what stands above it, each cell once."""
        once = {id(cell.tag): cell.tag for cell in cells}
        return "：".join(filter(None, map(self._cell, once.values())))

    def _cell(self, tag: "Tag | None") -> str:
        """What stands in a cell, on one line."""
        if tag is None:
            return ""
        text = "".join(f" {line} " for line in self._lines(tag)).replace(BREAK, " ")
        return " ".join(text.split()).replace("|", "\\|")

    def _lines(self, tag: "Tag") -> Iterator[str]:
        loose: list[PageElement] = []
        for child in list(tag.children):
            if _is_block(child):
                yield self._line(loose)
                loose = []
                yield from self._lines(child)  # type: ignore[arg-type]
            else:
                loose.append(child)
        yield self._line(loose)

    # --- lines ---

    def _paragraphs(self, nodes: "list[PageElement]") -> Iterator[str]:
        """Paragraphs of loose nodes; a picture stands alone."""
        for piece in self._line(nodes, apart=True).split("\n\n"):
            if piece.strip(BLANK):
                yield piece if piece.startswith("![") else paragraph(piece)

    def _line(self, nodes: "list[PageElement]", apart: bool = False) -> str:
        return "".join(self._inline(node, apart) for node in nodes).strip(BLANK.replace("\n", ""))

    def _inline(self, node: "PageElement", apart: bool) -> str:
        from bs4.element import NavigableString, Tag

        if isinstance(node, NavigableString):
            return escaped(_even(str(node))) if type(node) is NavigableString else ""
        assert isinstance(node, Tag)
        if node.name == "br":
            return BREAK
        if node.name == "img":
            placed = self._picture(str(node.get("src", "")), " ".join(str(node.get("alt", "")).split()))
            if placed is None:
                return ""
            return f"\n\n{image(placed)}\n\n" if apart else image(placed)
        if node.name == "a" and (number := self._notes.get(str(node.get("href", "")))):
            return f"[^{number}]"
        if node.name in ("sup", "sub") and node.find("a") is None:
            return escaped(node.get_text().translate(_RAISED if node.name == "sup" else _LOWERED))
        inner = "".join(self._inline(child, apart) for child in list(node.children))
        if node.name in _MARKS:
            return around(inner, _MARKS[node.name])
        href = str(node.get("href", ""))
        if node.name == "a" and inner.strip() and "![" not in inner and _OUTSIDE.fullmatch(href):
            return f"[{inner.strip()}]({href})"
        return inner


_BLOCKS = frozenset({
    "p", "ul", "ol", "li", "blockquote", "div", "section", "article", "figure", "dl", "dt", "dd",
    "table", "thead", "tbody", "tr", "td", "th", "hr", "pre",
})  # fmt: skip
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}


def _even(text: str) -> str:
    return re.sub(r"[ \t\r\n\xa0]+", " ", text)


def _is_block(node: "PageElement") -> bool:
    name = getattr(node, "name", None)
    return name is not None and (name in _BLOCKS or _HEADING.fullmatch(name) is not None)
