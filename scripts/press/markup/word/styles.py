"""What a paragraph or run of a Word file looks like: its own formatting, its styles, the defaults.

Source: ECMA-376-1, 17.7.2 (the order in which formatting is worked out).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from press.markup.word.parts import on, text_of, value, w

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.I)
_CHAIN = 20
"""Styles that are based on one another: a longer chain is a circle."""


class Look(NamedTuple):
    """How a run looks: its font for Chinese ("" when not known), its size in half points, bold or not."""

    font: str
    size: int
    bold: bool


class Styles:
    """The styles of a document; without a styles part everything is plain."""

    def __init__(self, root: "Element | None") -> None:
        found = root.findall(w("style")) if root is not None else []
        self._styles = {value(style, "styleId"): style for style in found}
        self._default = next(
            (s for s in found if value(s, "type") == "paragraph" and value(s, "default") in ("1", "true")),
            None,
        )
        self._defaults = (
            root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if root is not None else None
        )

    def name(self, paragraph: "Element") -> str:
        """The name of a paragraph's style in small letters: heading 1, toc 2, title …"""
        style = self._styles.get(value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")))
        return (value(style.find(w("name"))) or "").lower() if style is not None else ""

    def list_of(self, style: str) -> str | None:
        """The number of the list that a style of lists stands for."""
        found = self._styles.get(style)
        return value(found.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")) if found is not None else None

    def level(self, paragraph: "Element") -> int:
        """The level of a heading that has one by its style or outline; 0 for any other paragraph."""
        match = _HEADING.fullmatch(self.name(paragraph))
        if match:
            return int(match[1])
        written = value(self.of_paragraph(paragraph, "outlineLvl")) or ""
        return int(written) + 1 if written.isdecimal() and int(written) < 9 else 0

    def alignment(self, paragraph: "Element") -> str:
        """``left``, ``center``, ``right`` or ``both``."""
        written = value(self.of_paragraph(paragraph, "jc")) or "left"
        return {"start": "left", "end": "right"}.get(written, written)

    def of_paragraph(self, paragraph: "Element", name: str) -> "Element | None":
        """The property ``name`` of a paragraph, from itself or the nearest style that has it."""
        own = paragraph.find(w("pPr"))
        if own is not None and (found := own.find(w(name))) is not None:
            return found
        reference = own.find(w("pStyle")) if own is not None else None
        for style in self._chain(value(reference), self._default):
            found = style.find(f"{w('pPr')}/{w(name)}")
            if found is not None:
                return found
        return None

    def look(self, paragraph: "Element", run: "Element") -> Look:
        """How ``run`` looks in ``paragraph``."""
        font, size, bold = "", "", None
        for properties in self._run_properties(paragraph, run):
            fonts = properties.find(w("rFonts"))
            if not font and fonts is not None and fonts.get(w("eastAsiaTheme")) is None:
                font = fonts.get(w("eastAsia")) or ""
            size = size or value(properties.find(w("sz"))) or ""
            if bold is None and properties.find(w("b")) is not None:
                bold = on(properties.find(w("b")))
        return Look(font, int(size) if size.isdecimal() else 21, bool(bold))

    def _run_properties(self, paragraph: "Element", run: "Element") -> "Iterator[Element]":
        own = run.find(w("rPr"))
        if own is not None:
            yield own
            for style in self._chain(value(own.find(w("rStyle"))), None):
                yield from style.findall(w("rPr"))
        reference = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        for style in self._chain(value(reference), self._default):
            yield from style.findall(w("rPr"))
        if self._defaults is not None:
            yield self._defaults

    def _chain(self, name: str | None, otherwise: "Element | None") -> "Iterator[Element]":
        style = self._styles.get(name) if name is not None else otherwise
        for _ in range(_CHAIN):
            if style is None:
                return
            yield style
            style = self._styles.get(value(style.find(w("basedOn"))))


def looks(styles: Styles, paragraph: "Element") -> list[tuple["Element", str, Look]]:
    """The runs of a paragraph that show anything: each with its characters and its look."""
    found = []
    for run in paragraph.iter(w("r")):
        shown = text_of(run).strip()
        if shown:
            found.append((run, shown, styles.look(paragraph, run)))
    return found
