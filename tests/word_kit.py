"""Word files made by hand, as offices and attackers make them."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="jpg" ContentType="image/jpeg"/>'
    '<Default Extension="emf" ContentType="image/x-emf"/></Types>'
)
FANG, HEI, KAI, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"


def r(text: str, font: str = FANG, size: int = 32, more: str = "") -> str:
    """A run; ``more`` are further properties."""
    look = f'<w:rFonts w:eastAsia="{font}"/><w:sz w:val="{size}"/>{more}'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, jc: str = "", more: str = "") -> str:
    """A paragraph; ``more`` are further properties."""
    aligned = f'<w:jc w:val="{jc}"/>' if jc else ""
    return f"<w:p><w:pPr>{more}{aligned}</w:pPr>{''.join(runs)}</w:p>"


def title(*lines: str) -> str:
    return "".join(p(r(line, TITLE, 44), jc="center") for line in lines)


def text(words: str) -> str:
    return p(r(words))


def numbered(words: str, number: int = 1, depth: int = 0, font: str = FANG) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(r(words, font), more=properties)


def styles(*rules: tuple[str, str, str]) -> str:
    """A sheet of styles, each (id, name, further properties)."""
    rows = (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>{more}</w:style>'
        for name, called, more in rules
    )
    return f"<w:styles {NAMESPACES}>{''.join(rows)}</w:styles>"


def notes(words: str, kind: str = "footnote", number: int = 2, author: str = "") -> str:
    """The part of footnotes or comments, with one in it."""
    note = f'<w:{kind} w:id="{number}" w:author="{author}">{words}</w:{kind}>'
    return f"<w:{kind}s {NAMESPACES}>{note}</w:{kind}s>"


def level(depth: int, format: str, said: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{said}"/></w:lvl>'
    )


def numbering(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f"{numbers}</w:numbering>"
    )


def picture(relation: str = "rId1", described: str = "") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{described}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def relations(*targets: str, mode: str = "") -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{mode}/>'
        for number, target in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def docx(body: str, parts: Mapping[str, str | bytes] | None = None, head: str = "") -> bytes:
    """A Word file with this body; ``parts`` are further parts, ``head`` stands before the root."""
    document = f"{head}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": document, **(parts or {})})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
