"""Articles of laws: where a text cites one of another, and which articles a law itself holds."""

import re
import zlib
from typing import NamedTuple

_NUMERAL = "[一二三四五六七八九十百零〇0-9]"
_ONE = rf"第{_NUMERAL}{{1,7}}条(?:之{_NUMERAL}{{1,2}})?"
_ARTICLES = (
    rf"[ \n]?(?P<first>{_ONE})(?:第(?P<paragraph>{_NUMERAL}{{1,3}})款)?"
    rf"(?:第[（(]?{_NUMERAL}{{1,3}}[）)]?项)?(?P<more>(?:[、和及与至]{_ONE}){{0,8}})"
)
_CITED = re.compile(
    rf"》{_ARTICLES}(?P<said>(?:中|里)?(?:明确)?(?:规定|指出|提出|要求)[：:，,]{{0,2}}[ \n]?“)?"
)
_OWN = re.compile(rf"本(?:法|条例|办法|规定|规则|细则){_ARTICLES}")
_EACH = re.compile(rf"第({_NUMERAL}{{1,7}})条(?:之({_NUMERAL}{{1,2}}))?")
_HELD = re.compile(rf"\n[ \t\u3000#*]{{0,8}}{_EACH.pattern}(?=[\s\u3000*【（(：:])")
_ITEM = re.compile(r"[ \t\u3000*]*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、]|[-#|<>!])")
_NO_WORD = re.compile(r"[^0-9A-Za-z\u3400-\u9fff\U00020000-\U0003ffff]+")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
_OTHER_TEXT = re.compile(r"修改|修正|修订|删[去除]|增加|改为|调整|草案|原|旧|曾|当时|废止|失效|征求意见")
_LONGEST_TITLE = 80
_LONGEST_QUOTATION = 600
_LEAST = 3
"""So few articles make no law."""


class Citation(NamedTuple):
    """``articles`` of the law called ``title`` ("" for its own), as ``12`` or ``12之1``, from ``start`` on.

    ``paragraph`` is the 款 of the first, or 0; ``quotation`` what is quoted as its words, or "".
    """

    title: str
    articles: tuple[str, ...]
    paragraph: int
    quotation: str
    start: int


class Article(NamedTuple):
    """The words of an article without marks, and of how many paragraphs 款 it is at most."""

    words: str
    paragraphs: int


def citations(prose: str) -> tuple[Citation, ...]:
    """Return the articles that are cited by 《title》第…条; ``start`` is the offset of the title."""
    if "》第" not in prose and "》\n第" not in prose:
        return ()
    found = []
    for match in _CITED.finditer(prose):
        start = prose.rfind("《", max(0, match.start() - _LONGEST_TITLE), match.start())
        title = "".join(prose[start + 1 : match.start()].split())
        if start < 0 or "》" in title:
            continue
        quotation = ""
        if match["said"] and not match["more"]:
            end = prose.find("”", match.end(), match.end() + _LONGEST_QUOTATION)
            quotation = prose[match.end() : end] if end >= 0 else ""
        if not _is_of_other_text(prose, start, match.end()):
            found.append(_citation(title, match, start, quotation))
    return tuple(found)


def own(prose: str) -> tuple[Citation, ...]:
    """Return the articles that a law cites of itself, by 本法第…条."""
    return tuple(
        _citation("", match, match.start(), "")
        for match in _OWN.finditer(prose)
        if not _is_of_other_text(prose, match.start(), match.end())
    )


def _citation(title: str, match: re.Match[str], start: int, quotation: str) -> Citation:
    articles = tuple(_name(*one.groups()) for one in _EACH.finditer(match["first"] + match["more"]))
    paragraph = numeral(match["paragraph"]) if match["paragraph"] else 0
    return Citation(title, articles, paragraph, quotation, start)


def _is_of_other_text(prose: str, start: int, end: int) -> bool:
    """Whether the words around speak of amending, or of another text than the one that holds."""
    around = prose[max(0, start - 20) : start] + "，" + prose[end : end + 30]
    return _OTHER_TEXT.search(around) is not None


def pack(body: str) -> bytes:
    """Return the articles of ``body`` in little room; nothing when it is no whole law.

    A whole law begins with 第一条 and counts on without a gap.
    """
    if "第一条" not in body:
        return b""
    found = list(_HELD.finditer("\n" + body))
    names = [_name(*match.groups()) for match in found]
    counted = [int(name) for name in names if name.isdigit()]
    if len(counted) < _LEAST or counted != list(range(1, len(counted) + 1)) or len(set(names)) < len(names):
        return b""
    ends = [*(match.start() for match in found[1:]), len(body) + 1]
    rows = []
    for name, match, end in zip(names, found, ends, strict=True):
        text = ("\n" + body)[match.end() : end]
        lines = [line for line in text.split("\n") if line.strip() and not _ITEM.match(line)]
        rows.append(f"{name} {max(1, len(lines))} {words(text)}")
    return zlib.compress("\n".join(rows).encode(), 1)


def unpack(packed: bytes) -> dict[str, Article]:
    """Return what was packed, by the names of the articles."""
    rows = zlib.decompress(packed).decode().split("\n") if packed else []
    parts = (row.split(" ", 2) for row in rows)
    return {name: Article(text, int(count)) for name, count, text in parts}


def words(text: str) -> str:
    """Return ``text`` without marks and blanks: quotations differ in those alone."""
    return _NO_WORD.sub("", text)


def numeral(written: str) -> int:
    """Read 十二, 一百零三 or 12."""
    if written.isdigit() and written.isascii():
        return int(written)
    total = digit = 0
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total += (digit or 1) * (100 if sign == "百" else 10)
            digit = 0
    return total + digit


def _name(article: str, sub: str | None) -> str:
    return f"{numeral(article)}之{numeral(sub)}" if sub else str(numeral(article))
