"""Word files (.docx): brought into order, converted to HTML by mammoth, with what a person must look at."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from press.markup.word.changes import unsettled
from press.markup.word.normal import HEADING, SIGNED, Head, normalise
from press.markup.word.numbering import Numbers
from press.markup.word.parts import DOCUMENT, BrokenPartError, parse, text_of, w, written
from press.markup.word.styles import Styles
from press.source import archive
from press.source.archive import Flaw, Limits
from press.source.text import printable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LIMITS = Limits(files=2000, each=40 * 1024 * 1024, total=150 * 1024 * 1024)
"""A report of 200 pages with 50 photographs has 100 files and 60 MB."""

_OLD = b"\xd0\xcf\x11\xe0"
_KEPT = (
    "word/media/",
    "word/_rels/document.xml.rels",
    "word/_rels/footnotes.xml.rels",
    "[Content_Types].xml",
)
"""Parts that are passed on as they are. ``_rels/.rels`` is not: the text is in word/document.xml."""

_MAP = "\n".join([
    *(f"p.{HEADING}{level} => h{level}:fresh" for level in range(1, 7)),
    f"p.{SIGNED} => div.signature > p:fresh",
    "comment-reference => !",
])  # fmt: skip


_MOST_LOST = 20
_SYMBOL = "（符号字体里的符号）"


class Word(NamedTuple):
    """A Word file: its text as HTML and what stood above it, or what is wrong with it.

    ``images`` are the bytes of its pictures; the HTML calls them ``#0``, ``#1`` … ``lost`` are
    characters that the HTML does not hold.
    """

    html: str = ""
    head: Head = Head()
    images: tuple[bytes, ...] = ()
    lost: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def read(data: bytes, name: str) -> Word:
    """Read the Word file ``data``, which is called ``name``. Never raises for what it holds."""
    if data.startswith(_OLD):
        hint = "请在 Word 或 WPS 里打开，另存为 .docx（不设密码）再导入"
        return Word(flaws=(Flaw(name, "是旧格式的 .doc、.wps，或设了打开密码", hint),))
    files, flaws = archive.read(data, LIMITS, name)
    if flaws:
        return Word(flaws=flaws)
    if DOCUMENT not in files:
        return Word(
            flaws=(
                Flaw(name, "不是 Word 文件（里面没有 word/document.xml）", "请在 Word 或 WPS 里另存为 .docx"),
            )
        )
    try:
        return _read(files, name)
    except BrokenPartError as error:
        words = f"内部文件 {printable(str(error))} 不合格式"
    except RecursionError:
        words = "结构嵌套太深"
    return Word(flaws=(Flaw(name, words, "请在 Word 或 WPS 里打开，另存为新的 .docx 再导入"),))


def _read(files: dict[str, bytes], name: str) -> Word:
    root = parse(files, DOCUMENT)
    body = root.find(w("body")) if root is not None else None
    if root is None or body is None:
        raise BrokenPartError(DOCUMENT)
    notes = {
        part: found
        for part in ("word/footnotes.xml", "word/endnotes.xml")
        if (found := parse(files, part)) is not None
    }
    flaws = unsettled(name, body, list(notes.values()), parse(files, "word/comments.xml"))
    if flaws:
        return Word(flaws=tuple(flaws))
    sheet = parse(files, "word/styles.xml")
    styles = Styles(sheet)
    numbering = parse(files, "word/numbering.xml")
    head = normalise(body, styles, Numbers(numbering, styles))
    parts = {part: data for part, data in files.items() if part.startswith(_KEPT)}
    parts[DOCUMENT] = written(root)
    for part, found in {**notes, "word/styles.xml": sheet, "word/numbering.xml": numbering}.items():
        if found is not None:
            parts[part] = written(found)
    for part in parts:
        if part.endswith((".rels", "[Content_Types].xml")):
            parse(files, part)  # refuses what is no plain XML
    html, images, warnings = _convert(parts)
    lost = [*_lost(body, html), *(_SYMBOL for warning in warnings if "w:sym" in warning)]
    return Word(html, head, tuple(images), tuple(dict.fromkeys(lost)))


def _convert(parts: dict[str, bytes]) -> tuple[str, list[bytes], list[str]]:
    import mammoth

    images: list[bytes] = []

    def image(found: "mammoth.documents.Image") -> dict[str, str]:
        try:
            with found.open() as file:
                images.append(file.read())
        except Exception:  # a picture that is linked, or absent: an empty one is reported as such
            images.append(b"")
        return {"src": f"#{len(images) - 1}"}

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archived:
        for part, data in parts.items():
            archived.writestr(part, data)
    packed.seek(0)
    try:
        result = mammoth.convert_to_html(
            packed,
            style_map=_MAP,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(image),
            external_file_access=False,
        )
    except Exception as error:  # what it raises for files that Word has not written is not documented
        raise BrokenPartError(DOCUMENT) from error
    return result.value, images, [message.message for message in result.messages]


def _lost(body: "Element", html: str) -> Iterator[str]:
    """The paragraphs of ``body`` whose text does not stand in ``html``."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    for reference in soup.find_all("a", href=re.compile("^#(?:foot|end)note-")):
        reference.decompose()
    flat = "".join(soup.get_text().split())
    at = missing = 0
    for paragraph in body.iter(w("p")):
        text = "".join(text_of(paragraph).split())
        if not text or paragraph.find(f".//{w('p')}") is not None:
            continue
        # Nearly all stand in order, so that the search goes on where the last one was found.
        found = flat.find(text, at)
        if found >= 0:
            at = found
        elif text not in flat:
            yield printable(text_of(paragraph))
            missing += 1
            if missing == _MOST_LOST:
                return
