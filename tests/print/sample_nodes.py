"""Builders for the blocks of a made-up issue, and its texts and pictures."""

import io
from typing import Any

from PIL import Image, ImageDraw

Node = dict[str, Any]

RARE = "喆堃玥珺昇祎璟垚彧瑄镕"
LITERAL = '#read("/etc/passwd") $x^2$ @ref *星号* _下划线_ = 等号 \\ // 注释 `反引号` <标签> [方括号]'
LONG_TITLE = (
    "青禾县人民代表大会常务委员会关于批准青禾县2025年国民经济和社会发展计划执行情况"
    "与2026年国民经济和社会发展计划草案的报告的决定"
)
# No punctuation: every full line of it holds exactly the measure's characters.
EVEN = "县人民代表大会常务委员会依法行使重大事项决定权和监督权任免权" * 40

SENTENCES = (
    "县人大常委会坚持以习近平新时代中国特色社会主义思想为指导，深入践行全过程人民民主，依法履行宪法和法律赋予的各项职责。",
    "会议听取和审议了县人民政府关于2025年国民经济和社会发展计划执行情况的报告，审查了计划草案，同意财政经济委员会提出的审查结果报告。",
    "常委会组成人员认为，过去一年全县生产总值达到186.42亿元，同比增长5.3%，一般公共预算收入11.07亿元，完成预算的101.2%。",
    "“十四五”规划确定的主要目标任务总体完成；但农村饮水安全、义务教育优质均衡、乡镇卫生院人才短缺等问题仍然突出，群众反映比较集中。",
    "会议要求，县人民政府及其有关部门要认真研究处理审议意见，自收到之日起2个月内将研究处理情况书面报告县人大常委会。",
    "执法检查组先后赴青河镇、白石乡、双桥街道等9个乡镇（街道）的26个点位，通过听取汇报、查阅资料、随机抽查、问卷调查（回收有效问卷1,284份）等方式开展检查。",
    "代表们提出，要加快补齐短板，推进“互联网+政务服务”向村级延伸，让数据多跑路、群众少跑腿，做到“马上办、网上办、就近办、一次办”。",
    "对代表建议办理工作，要坚持既重结果又重过程，提高面商率、解决率和满意率，防止“重答复、轻落实”的现象。",
)


def text(s: str) -> Node:
    return {"t": "text", "s": s}


def paragraph(*parts: str | Node) -> Node:
    return {"t": "paragraph", "c": [text(p) if isinstance(p, str) else p for p in parts]}


def heading(level: int, s: str) -> Node:
    return {"t": "heading", "level": level, "c": [text(s)]}


def strong(s: str) -> Node:
    return {"t": "strong", "c": [text(s)]}


def emphasis(s: str) -> Node:
    return {"t": "emphasis", "c": [text(s)]}


def note(s: str) -> Node:
    return {"t": "note", "c": [paragraph(s)]}


def link(href: str | None, s: str) -> Node:
    return {"t": "link", "href": href, "c": [text(s)]}


def prose(start: int, count: int, size: int = 3) -> list[Node]:
    """Return ``count`` paragraphs of ``size`` sentences, beginning with sentence ``start``."""
    pick = [SENTENCES[(start + i) % len(SENTENCES)] for i in range(count * size)]
    return [paragraph("".join(pick[i : i + size])) for i in range(0, len(pick), size)]


def table(align: list[str | None], head: list[str], rows: list[list[str]]) -> Node:
    return {
        "t": "table",
        "align": align,
        "head": [[text(cell)] for cell in head],
        "rows": [[[text(cell)] for cell in row] for row in rows],
    }


def items(*entries: str | list[Node], ordered: bool = False, start: int = 1) -> Node:
    return {
        "t": "list",
        "ordered": ordered,
        "start": start,
        "items": [[paragraph(e)] if isinstance(e, str) else e for e in entries],
    }


def figure(src: str, alt: str, caption: str | None, width: int, height: int) -> Node:
    return {"t": "figure", "src": src, "alt": alt, "caption": caption, "width": width, "height": height}


def signature(*lines: str) -> Node:
    return {"t": "division", "name": "signature", "c": [paragraph(line) for line in lines]}


def document(id: str, title: str, blocks: list[Node], **more: Any) -> Node:
    empty: Node = {"subtitle": None, "number": None, "source": None, "authors": [], "credit": None}
    return {"id": id, "title": title, "blocks": blocks, "date_label": "2026年3月6日", **empty, **more}


def photo(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """Return a JPEG of hills under a sky, ``width`` × ``height`` pixels."""
    image = Image.new("RGB", (width, height), (214, 226, 236))
    draw = ImageDraw.Draw(image)
    for layer in range(4):
        shade = tuple(max(0, c - 25 * layer) for c in colour)
        base = height * (5 + layer) // 9
        points = [(x, base - (x * (layer + 3) * 7 // 10) % (height // 6)) for x in range(0, width + 1, 40)]
        draw.polygon([(0, height), *points, (width, height)], fill=shade)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()


IMAGES = {
    "assets/会议现场.jpg": photo(1200, 800, (120, 150, 110)),
    "assets/视察.jpg": photo(900, 1350, (150, 120, 90)),
    "assets/icon.png": photo(64, 64, (170, 30, 40)),
}
