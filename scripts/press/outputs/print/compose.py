"""One issue's data and images → the bytes of its archive PDF (PDF/A-2a and PDF/UA-1), its pages, its cover.

The design is Typst in ``theme_overrides/print``; what reaches it is data (JSON), never
markup, in a clean temporary folder: a text holding ``#read("…")`` stays a text.
Archive standards are also the gate: with them a character in no font, a figure without
alternative text or a skipped heading level is an error instead of a silent hole.
"""

import datetime
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import typst

from press.outputs import Place
from press.outputs.print import fonts

# The roles an office may fill with its own font file, and the words for them.
ROLES = {"fang": "仿宋", "kai": "楷体", "song": "宋体", "title": "小标宋", "hei": "黑体"}

# PDF has no tag below H6.
_DEEPEST = 6

# A document's title is a heading of level 2 labelled "doc:<entry>" (article.typ).
_PLACES = """\
query(heading.where(level: 2)).filter(it => str(it.at("label", default: "")).starts-with("doc:")).map(it => (
  str(it.label).slice(4), counter(page).at(it.location()).first(), it.location().page(),
))"""


class ComposeError(Exception):
    """Typst refused the issue; the message is Chinese, followed by Typst's own words."""


class Composed(NamedTuple):
    """The PDF of an issue, and where each entry begins in it."""

    pdf: bytes
    places: dict[str, Place]


def compose(
    data: dict[str, Any],
    images: Mapping[str, bytes],
    *,
    design: Mapping[str, bytes],
    local_fonts: Mapping[str, Path],
    date: datetime.date,
) -> Composed:
    """Set one issue; the same arguments give the same bytes anywhere.

    data: the issue (periodical, issue, sections with documents and their blocks); with ``alone`` (``number``
        of its first page, whether it ``opens`` its section) only the one document in it is set.
    images: figure and image ``src`` → file bytes (PNG, JPEG, GIF, WebP, SVG).
    design: the Typst files of the design by name; ``main.typ`` is set.
    local_fonts: role (see ``ROLES``) → an office's own font file, before the locked one.
    date: the issue's date; it is the PDF's creation date (noon UTC).

    Raises fonts.FontError (a font is missing or unusable), ComposeError (Typst refused).
    """
    noon = datetime.datetime.combine(date, datetime.time(12), tzinfo=datetime.UTC)
    with _compiler(data, images, design, local_fonts) as compiler:
        pdf = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=noon)
        assert isinstance(pdf, bytes)
        return Composed(pdf, _places(compiler))


def places(
    data: dict[str, Any],
    images: Mapping[str, bytes],
    *,
    design: Mapping[str, bytes],
    local_fonts: Mapping[str, Path],
) -> dict[str, Place]:
    """Lay one issue out, without a PDF, and return where each entry begins.

    Of ``images`` only the sizes count. Arguments and errors are those of ``compose``.
    """
    with _compiler(data, images, design, local_fonts) as compiler:
        return _places(compiler)


def cover(
    data: dict[str, Any], *, design: Mapping[str, bytes], local_fonts: Mapping[str, Path], width: int
) -> bytes:
    """Return the first page of an issue as PNG, about ``width`` pixels wide.

    Nothing but the cover is laid out: it is the same whatever the issue holds. Arguments and errors
    are those of ``compose``.
    """
    with _compiler({**data, "sections": []}, {}, design, local_fonts) as compiler:
        inches = {"A4": 210, "A5": 148}[data["periodical"]["trim"]] / 25.4
        pages = compiler.compile(format="png", ppi=width / inches)
    assert pages
    return pages[0] if isinstance(pages, list) else pages


@contextmanager
def _compiler(
    data: dict[str, Any],
    images: Mapping[str, bytes],
    design: Mapping[str, bytes],
    local_fonts: Mapping[str, Path],
) -> Iterator[typst.Compiler]:
    """Prepare a folder for Typst; what Typst refuses in it is explained."""
    _require_fonts()
    with tempfile.TemporaryDirectory(prefix="press-print-") as name:
        folder = Path(name)
        for name_of_file, content in design.items():
            path = folder / name_of_file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        prepared = {
            **data,
            "sections": [_with_depths(section, _taken(data)) for section in data["sections"]],
            "images": _write_images(images, folder),
            "local_fonts": _bring_fonts(local_fonts, folder / "fonts"),
        }
        text = json.dumps(prepared, ensure_ascii=False, sort_keys=True)
        (folder / "data.json").write_text(text, encoding="utf-8")
        found = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[fonts.cache_dir(), folder / "fonts"],
        )
        try:
            yield typst.Compiler(folder / "main.typ", folder, found, ignore_system_fonts=True)
        except typst.TypstError as error:
            raise ComposeError(_explain(error, data, images, folder)) from error


def _places(compiler: typst.Compiler) -> dict[str, Place]:
    try:
        found = json.loads(compiler.eval(_PLACES))
    except RuntimeError as error:  # not always the more telling TypstError
        raise ComposeError(f"排版没有成功。\nTypst 原文：{error}") from error
    return {entry: Place(number, sheet) for entry, number, sheet in reversed(found)}


def _require_fonts() -> None:
    lost = fonts.missing()
    if lost:
        names = "、".join(f"{font.name}（{font.file}）" for font in lost)
        raise fonts.FontError(f"缺少印刷字体：{names}。请先运行“press fonts”下载字体。")


def _write_images(images: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """Write the images under neutral names; return ``src`` → name, as Typst reads it."""
    (folder / "images").mkdir(exist_ok=True)
    names = {}
    for index, src in enumerate(sorted(images)):
        # No extension: Typst then looks at the bytes, and a JPEG called .png is no fault.
        names[src] = f"images/{index:04}"
        (folder / names[src]).write_bytes(images[src])
    return names


def _bring_fonts(local: Mapping[str, Path], folder: Path) -> dict[str, dict[str, Any]]:
    """Copy the office's fonts to ``folder``; return role → family and weight."""
    folder.mkdir()
    faces = {}
    for role, path in sorted(local.items()):
        if role not in ROLES:
            known = "、".join(f"{key}（{word}）" for key, word in ROLES.items())
            raise fonts.FontError(f"不认识的字体角色“{role}”，可用的有：{known}。")
        face = fonts.face(path, role=ROLES[role])
        # Prefixed: two roles may bring files of one name from different folders.
        shutil.copyfile(path, folder / f"{role}-{path.name}")
        faces[role] = {"family": face.family, "weight": face.weight}
    return faces


def _taken(data: dict[str, Any]) -> int:
    """How many levels of tags are taken: a section and a document, or a document alone (design.typ)."""
    return 2 if data.get("alone", {"opens": True})["opens"] else 1


def _with_depths(section: dict[str, Any], taken: int) -> dict[str, Any]:
    """Return the section with a ``depth`` (tag level) on every heading block.

    A writer may begin with level 3 or jump from 2 to 4; PDF/UA-1 forbids the jump, so
    the tag is at most one deeper than the heading before, while ``level`` (the look) stays.
    """
    documents = []
    for document in section["documents"]:
        document = json.loads(json.dumps(document))
        open_levels: list[int] = []
        for block in _nodes(document["blocks"], "heading"):
            while open_levels and open_levels[-1] >= block["level"]:
                open_levels.pop()
            open_levels.append(block["level"])
            block["depth"] = min(taken + len(open_levels), _DEEPEST)
        documents.append(document)
    return {**section, "documents": documents}


def _nodes(node: Any, *kinds: str) -> Iterator[dict[str, Any]]:
    """Yield the blocks and inlines of these ``t`` below ``node``, in reading order."""
    if isinstance(node, list):
        for item in node:
            yield from _nodes(item, *kinds)
    elif isinstance(node, dict):
        if node.get("t") in kinds:
            yield node
        for value in node.values():
            yield from _nodes(value, *kinds)


# Typst: the text `"𠮷"` could not be displayed with font `"Noto Serif SC"`
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def _explain(error: typst.TypstError, data: dict[str, Any], images: Mapping[str, bytes], folder: Path) -> str:
    """Put the likely faults into Chinese and keep Typst's own message behind them."""
    # The temporary folder's name says nothing to the reader.
    said = re.sub(rf"[^ ]*{re.escape(folder.name)}/", "", error.diagnostic or error.message).strip()
    lines = [_missing_text(text, data) for text in _NO_GLYPH.findall(said)]
    if "alt text" in said:
        lines += [
            f"图片缺少替代文字：{node['src']}。请在稿件里写上图片的说明，如 ![会议现场](图片)。"
            for node in _nodes(data["sections"], "figure", "image")
            if not node["alt"]
        ]
    elif "image" in said or "CMYK" in said:
        lines += [
            f"图片不能用于存档 PDF：{src}。请换成完好的 RGB 模式的 JPEG 或 PNG 文件。"
            for src in _unusable(images, folder)
        ]
    reason = "\n".join(dict.fromkeys(lines)) or "排版没有成功。"
    return f"{reason}\nTypst 原文：{said}"


def _missing_text(quoted: str, data: dict[str, Any]) -> str:
    """Name a text no font can show, its code points and the documents it stands in."""
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), quoted)
    points = " ".join(f"U+{ord(character):04X}" for character in text)
    where = "、".join(
        f"《{document['title']}》"
        for section in data["sections"]
        for document in section["documents"]
        if text in json.dumps(document, ensure_ascii=False)
    )
    place = f"（见{where}）" if where else ""
    return f"没有字体能显示“{text}”（{points}）{place}。请核对是否误字，或配置含有该字的字体。"


def _unusable(images: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return the images Typst refuses; each is tried alone, since its message names none."""
    refused = []
    for src, name in _write_images(images, folder).items():
        page = folder / "image.typ"
        page.write_text(f'#set document(title: "-")\n#image("{name}", alt: "-")', encoding="utf-8")
        try:
            typst.compile(page, root=folder, format="pdf", pdf_standards=["a-2a", "ua-1"])
        except typst.TypstError:
            refused.append(src)
    return refused
