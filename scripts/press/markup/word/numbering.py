"""Automatic numbers of a Word file as the characters a reader sees: 一、 （一） 1. ①

Source: ECMA-376-1, 17.9 (numbering) and 17.18.59 (the formats of numbers).
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from press.markup.word.parts import on, value, w
from press.markup.word.styles import Styles
from press.model.values import ordinal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLACE = re.compile("%([1-9])")
_COUNTING = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
             "taiwaneseCountingThousand", "japaneseDigitalTenThousand", "ideographDigital")  # fmt: skip
_SERIES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Level(NamedTuple):
    """A level of a list: the format of its number, the text around it (``（%1）``), the first number."""

    format: str
    text: str
    start: int
    legal: bool


class Numbers:
    """Counts the numbered paragraphs of a document, in reading order."""

    def __init__(self, root: "Element | None", styles: Styles) -> None:
        self._styles = styles
        self._lists = {value(e, "abstractNumId"): e for e in _all(root, "abstractNum")}
        self._numbers = {value(e, "numId"): e for e in _all(root, "num")}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: "Element") -> str | None:
        """The number in front of ``paragraph``; None for bullets and for paragraphs without any."""
        number, depth = self._place(paragraph)
        found = self._list(number)
        if number is None or found is None:
            return None
        levels = _levels(found)
        starts = {}
        for override in self._numbers[number].findall(w("lvlOverride")):
            at = _int(value(override, "ilvl"), 0)
            own = override.find(w("lvl"))
            if own is not None:
                levels[at] = _level(own)
            if override.find(w("startOverride")) is not None:
                starts[at] = _int(value(override.find(w("startOverride"))), 1)
        level = levels.get(depth)
        if level is None or level.format == "bullet":
            return None
        counts = self._counts.setdefault(value(found, "abstractNumId"), {})
        if depth in starts and (number, depth) not in self._begun:
            counts[depth] = starts[depth]
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        self._begun.add((number, depth))
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]

        def said(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = levels.get(at, level)
            return shown(counts.get(at, of.start), "decimal" if level.legal else of.format)

        return _PLACE.sub(said, level.text)

    def _place(self, paragraph: "Element") -> tuple[str | None, int]:
        """The list a paragraph belongs to, and how deep; its own numbering or that of its style."""
        properties = self._styles.of_paragraph(paragraph, "numPr")
        if properties is None:
            return None, 0
        number = value(properties.find(w("numId")))
        depth = value(properties.find(w("ilvl")))
        if number is None or number not in self._numbers:
            return None, 0
        if depth is None:
            style = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
            found = self._list(number)
            for level in found.findall(w("lvl")) if found is not None else ():
                if style is not None and value(level.find(w("pStyle"))) == style:
                    depth = value(level, "ilvl")
        return number, _int(depth, 0)

    def _list(self, number: str | None, hops: int = 3) -> "Element | None":
        """The abstract list of a number; some lists are only a link to a style of lists."""
        if number not in self._numbers:
            return None
        found = self._lists.get(value(self._numbers[number].find(w("abstractNumId"))))
        link = value(found.find(w("numStyleLink"))) if found is not None else None
        if link is None or not hops:
            return found
        return self._list(self._styles.list_of(link), hops - 1)


def shown(number: int, format: str) -> str:
    """Return ``number`` in a format of Word's; what it does not know is shown in digits."""
    if format == "none":
        return ""
    if format in _COUNTING and 1 <= number <= 999:
        return ordinal(number)
    if format in _SERIES and 1 <= number <= len(_SERIES[format]):
        return _SERIES[format][number - 1]
    if format in ("upperRoman", "lowerRoman") and 1 <= number < 400:
        said, rest = "", number
        for worth, letters in _ROMAN:
            said += letters * (rest // worth)
            rest %= worth
        return said.upper() if format == "upperRoman" else said
    if format == "decimalZero":
        return f"{number:02}"
    return str(number)


def _all(root: "Element | None", name: str) -> "list[Element]":
    return root.findall(w(name)) if root is not None else []


def _levels(found: "Element") -> dict[int, Level]:
    return {_int(value(level, "ilvl"), 0): _level(level) for level in found.findall(w("lvl"))}


def _level(level: "Element") -> Level:
    return Level(
        format=value(level.find(w("numFmt"))) or "decimal",
        text=value(level.find(w("lvlText"))) or "",
        start=_int(value(level.find(w("start"))), 1),
        legal=on(level.find(w("isLgl"))),
    )


def _int(written: str | None, otherwise: int) -> int:
    return int(written) if written is not None and re.fullmatch("[0-9]{1,6}", written) else otherwise
