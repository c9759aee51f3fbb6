"""Make a Word file of an office say what it means before it is converted.

Offices set headings by font, not by style: 小标宋 for the title, 黑体 for 一、, 楷体 for （一）
(GB/T 9704-2012, 7.3.3). Here such paragraphs get a style of ours, automatic numbers become text, and
what the converter does not know is brought into a form that it does.
"""

import re
from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from press.markup.word.numbering import Numbers
from press.markup.word.parts import text_of, w
from press.markup.word.styles import Look, Styles, looks

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HEADING = "PressHeading"
"""Our styles of headings: this and the level, 1–3."""

SIGNED = "PressSigned"

_PATTERNS = (
    (
        1,
        re.compile(
            r"第[一二三四五六七八九十百零]{1,5}[编章节部分]{1,2}[ \u3000、]|[一二三四五六七八九十百]{1,4}、"
        ),
    ),
    (2, re.compile(r"[（(][一二三四五六七八九十百]{1,4}[）)]")),
    (3, re.compile(r"[0-9]{1,2}[.．、]")),
)
_HEAD_FONTS = re.compile(r"黑体|楷体|小标宋|大标宋|SimHei|KaiTi|FZXBS", re.I)
_TITLE_FONTS = re.compile(r"小标宋|FZXBS", re.I)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[［（(][0-9]{4}[〕\]］）)][0-9]{1,4}号")
_SUBTITLE = re.compile(r"[—－―-]{1,3}.+|[（(].*(?:会议上|会议|通过)[）)]")
_CAPTION = re.compile(r"(?:附?[图表]|附件)[ \u3000]*[0-9一二三四五六七八九十]*")
_WRAPPERS = tuple(map(w, ("fldSimple", "dir", "bdo", "smartTag", "customXml")))
_LONGEST = 60
_TITLE_LINES = 4


class Head(NamedTuple):
    """What stands above the text: title, 文号 and the line of the meeting; ``lines`` of the title."""

    title: str = ""
    number: str = ""
    subtitle: str = ""
    lines: int = 0


def normalise(body: "Element", styles: Styles, numbers: Numbers) -> Head:
    """Change ``body`` in place, and return what was taken out of it for the front matter."""
    _contents(body, styles)
    _unwrap(body)
    for paragraph in list(body.iter(w("p"))):
        _number(paragraph, styles, numbers)
    head = _head(body, styles)
    for paragraph in body.findall(w("p")):
        _mark(paragraph, styles)
    return head


def _unwrap(body: "Element") -> None:
    """Put in the place of fields, controls and the like what they show; of 拼音 keep the characters."""
    for parent in list(body.iter()):
        index = 0
        while index < len(parent):
            child = parent[index]
            if child.tag in _WRAPPERS:
                parent[index : index + 1] = list(child)
            elif child.tag == w("sdt"):
                parent[index : index + 1] = list(child.find(w("sdtContent")) or ())
            elif child.tag == w("ruby"):
                base = child.find(w("rubyBase"))
                parent[index : index + 1] = [c for run in base or () for c in run if c.tag == w("t")]
            else:
                index += 1


def _contents(body: "Element", styles: Styles) -> None:
    """Take out a table of contents: its page numbers mean nothing here."""
    for parent in list(body.iter()):
        for child in list(parent):
            gallery = child.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
            listed = gallery is not None and gallery.get(w("val")) == "Table of Contents"
            if listed or (child.tag == w("p") and styles.name(child).startswith("toc ")):
                parent.remove(child)


def _number(paragraph: "Element", styles: Styles, numbers: Numbers) -> None:
    label = numbers.label(paragraph)
    if label is None or not text_of(paragraph).strip():
        return
    properties = _properties(paragraph)
    for old in properties.findall(w("numPr")):
        properties.remove(old)
    # Number 0 takes the numbering of a style off, too (ECMA-376-1, 17.9.18).
    off = properties.makeelement(w("numPr"), {})
    off.append(off.makeelement(w("ilvl"), {w("val"): "0"}))
    off.append(off.makeelement(w("numId"), {w("val"): "0"}))
    properties.append(off)
    first = next((run for run in paragraph.iter(w("r")) if text_of(run)), None)
    if first is None or not label:
        return
    run = first.makeelement(w("r"), {})
    look = first.find(w("rPr"))
    if look is not None:
        run.append(deepcopy(look))
    run.append(_text(run, label))
    paragraph.insert(list(paragraph).index(properties) + 1, run)


def _head(body: "Element", styles: Styles) -> Head:
    """Take the title out: the first centred large lines; then 文号 and the line of the meeting."""
    large = _text_size(body, styles)
    first_level = [p for p in body.findall(w("p")) if styles.level(p) == 1]
    lines: list[str] = []
    look: Look | None = None
    number = subtitle = ""
    for paragraph in list(body):
        text = _flat(text_of(paragraph)) if paragraph.tag == w("p") else ""
        if not text and paragraph.tag == w("p") and not _holds_picture(paragraph):
            continue
        if not text or len(text) > _LONGEST:
            break
        first = (looks(styles, paragraph) or [(paragraph, "", Look("", 0, False))])[0][2]
        centred = styles.alignment(paragraph) == "center"
        entitled = styles.name(paragraph) in ("title", "标题") or first_level == [paragraph]
        great = first.size > large or first.bold or _TITLE_FONTS.search(first.font) is not None
        same = look is None or (first.font, first.size) == (look.font, look.size)
        begun = number or subtitle or len(lines) == _TITLE_LINES
        if not begun and same and (entitled or (centred and great)):
            lines.append(text)
            look = first
        elif not lines or not centred:
            break
        elif not number and _NUMBER.fullmatch(text):
            number = text
        elif not subtitle and _SUBTITLE.fullmatch(text):
            subtitle = text
        else:
            continue
        body.remove(paragraph)
    return Head("".join(lines), number, subtitle, len(lines))


def _text_size(body: "Element", styles: Styles) -> int:
    """The size most of the text is set in, in half points."""
    sizes: Counter[int] = Counter()
    for paragraph in body.findall(w("p")):
        for _, shown, look in looks(styles, paragraph):
            sizes[look.size] += len(shown)
    return max(sizes, key=lambda size: (sizes[size], size), default=0)


def _mark(paragraph: "Element", styles: Styles) -> None:
    """Give a paragraph the style of what it is: a heading, the signature, or neither."""
    text = _flat(text_of(paragraph))
    shown = looks(styles, paragraph)
    if not text or not shown or _holds_picture(paragraph):
        return
    level = styles.level(paragraph)
    if level and len(text) <= _LONGEST:
        _style(paragraph, f"{HEADING}{min(level, 6)}")
        return
    alignment = styles.alignment(paragraph)
    if alignment == "right" and len(text) <= _LONGEST:
        _style(paragraph, SIGNED)
        return
    level = next((level for level, pattern in _PATTERNS if pattern.match(text)), 0)
    heads = [_is_head(look, level) for _, _, look in shown]
    if all(heads) and len(text) <= _LONGEST and "。" not in text[:-1]:
        if level or (
            alignment == "center" and not _CAPTION.match(text) and not shown[0][2].font.startswith("楷")
        ):
            _style(paragraph, f"{HEADING}{level or 1}")
    elif level > 1 and heads[0] and not all(heads):
        for run, _, _ in shown[: heads.index(False)]:
            _embolden(run)


def _is_head(look: Look, level: int) -> bool:
    """Whether a run looks like a heading of ``level`` (0: of none that is numbered)."""
    if level in (0, 1):
        return look.bold or (_HEAD_FONTS.search(look.font) is not None and not look.font.startswith("楷"))
    return look.bold or _HEAD_FONTS.search(look.font) is not None


def _flat(text: str) -> str:
    return re.sub(r"[ \t\u3000\xa0]+", " ", text).strip()


def _holds_picture(paragraph: "Element") -> bool:
    return any(next(paragraph.iter(w(name)), None) is not None for name in ("drawing", "pict", "object"))


def _properties(paragraph: "Element") -> "Element":
    found = paragraph.find(w("pPr"))
    if found is None:
        found = paragraph.makeelement(w("pPr"), {})
        paragraph.insert(0, found)
    return found


def _style(paragraph: "Element", name: str) -> None:
    properties = _properties(paragraph)
    for old in (*properties.findall(w("pStyle")), *properties.findall(w("numPr"))):
        properties.remove(old)
    properties.insert(0, properties.makeelement(w("pStyle"), {w("val"): name}))


def _embolden(run: "Element") -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = run.makeelement(w("rPr"), {})
        run.insert(0, properties)
    for old in properties.findall(w("b")):
        properties.remove(old)
    properties.append(properties.makeelement(w("b"), {}))


def _text(parent: "Element", text: str) -> "Element":
    element = parent.makeelement(w("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    element.text = text
    return element
