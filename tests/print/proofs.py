"""Setting sample issues and reading their PDFs back."""

import datetime
import re
import unicodedata
from pathlib import Path
from typing import Any

import pymupdf
import sample_issue as sample
import sample_nodes as nodes

from press.outputs.print.compose import compose

TEMPLATES = Path(__file__).parents[2] / "theme_overrides" / "print"
DESIGN = {path.name: path.read_bytes() for path in TEMPLATES.glob("*.typ")}
DATE = datetime.date(2026, 3, 6)
MM = 72 / 25.4  # points
SIZE, PITCH = 15.75, 29.53  # 三号 and the line pitch of GB/T 9704, points
# PyMuPDF's pages are typed as not iterable.
Opened = Any


def opened(content: bytes) -> Opened:
    return pymupdf.open(stream=content)  # type: ignore[no-untyped-call,unused-ignore]


def build(data: dict[str, Any], images: dict[str, bytes] | None = None, **more: Any) -> bytes:
    options = {"design": DESIGN, "local_fonts": {}, "date": DATE, **more}
    return compose(data, nodes.IMAGES if images is None else images, **options).pdf


def small(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a bulletin of one document."""
    data = sample.bulletin()
    data["sections"] = [
        {"title": "公告", "documents": [nodes.document("notices/a", "公告", list(blocks), **more)]}
    ]
    return data


def lines(page: Any) -> list[tuple[float, float, float, float, str]]:
    """Return the page's lines as (x0, baseline y, x1, size, text), from the top."""
    found: dict[float, list[Any]] = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                for char in span["chars"]:
                    key = round(char["origin"][1], 1)
                    found.setdefault(key, []).append(
                        (char["origin"][0], char["bbox"][2], span["size"], char["c"])
                    )
    rows = []
    for y, chars in sorted(found.items()):
        chars.sort()
        rows.append((chars[0][0], y, max(c[1] for c in chars), chars[0][2], "".join(c[3] for c in chars)))
    return rows


def squeezed(text: str) -> str:
    # Print splits lines anywhere and extraction may see compatibility forms.
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def label(page: Any) -> str:
    # PyMuPDF 2.0 reads the "P" of "/Type /PageLabel" as a prefix.
    return str(page.get_label()).removeprefix("ageLabel")


def label_to_page(document: Opened, wanted: str) -> int:
    return next(int(page.number) for page in document if label(page) == wanted)


def body_of(page: Any) -> str:
    """Return the page's text without its running head."""
    return "".join(
        row[4]
        for row in lines(page)
        if row[1] > 30 * MM or (page.rect.height < 250 * MM and row[1] > 22 * MM)
    )


def strings(node: Any) -> list[str]:
    """Return every text of blocks and inlines, not addresses and names of things."""
    if isinstance(node, list):
        return [text for item in node for text in strings(item)]
    if isinstance(node, dict):
        own = [
            node[key] for key in ("s", "title", "caption", "text", "number") if isinstance(node.get(key), str)
        ]
        return own + [text for value in node.values() for text in strings(value)]
    return []
