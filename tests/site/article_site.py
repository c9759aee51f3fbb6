"""A root of articles as they should not be, and of such as show everything a page can."""

from pathlib import Path
from typing import Any

import site_kit as kit

URL = "https://renda.shiqiao.example/"
LONG_TITLE = (
    "石桥县人民代表大会常务委员会关于批准石桥县人民政府关于2025年度县级预算执行和其他财政收支审计查出问题整改情况的报告"
    "要求对饮用水水源保护、义务教育优质均衡发展、农村公路建设管护三个方面继续跟踪监督的决议——2026年2月27日通过（草案）"
)
RARE = "𠮷田喆、堃玥、㛃䶮、𬱖𫍯"
"""Characters of names: from Extension B on they need fonts that few have."""

NOTES = 20
PICTURES = 40


def write(root: Path) -> Path:
    """Write it below ``root``."""
    settings = {
        "site_name": "石桥县人大",
        "site_url": URL,
        "docs_dir": "content",
        "site_dir": "dist/site",
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"press": {"office": "石桥县人大常委会办公室"}}],
    }
    kit.write(root, "mkdocs.yml", kit.dump(settings))
    for number in range(3):
        size = ((900, 600), (500, 900), (90, 60))[number]
        kit.write(root, f"content/news/images/p{number}.jpg", kit.encoded(kit.picture(70 + number, size)))
    for name, (title, body, keys) in _documents().items():
        kit.write(root, f"content/news/{name}.md", kit.article(title, body=body, **keys))
    kit.write(root, "content/deputies/bare.md", kit.article("何一帆", body=""))
    return root


def _documents() -> dict[str, tuple[str, str, dict[str, Any]]]:
    long = kit.LONG
    notes = "".join(f"第{n}句话要加注[^{n}]。" for n in range(1, NOTES + 1)) + "\n\n"
    notes += f"又见第一条[^1]。\n\n{long * 30}\n\n最后一处[^20]。\n\n"
    notes += "".join(
        f"[^{n}]: 第{n}条注释，见[外站](https://example.org/{n})。\n" for n in range(1, NOTES + 1)
    )
    pictures = "\n\n".join(
        f'![第{n}张里的圆](images/p{n % 3}.jpg "第{n}张（甲乙 摄）")' for n in range(1, PICTURES + 1)
    )
    head = "| 单位 | " + " | ".join(f"{month}月" for month in range(1, 12)) + " |\n"
    rows = "".join(f"| 第{n}个单位 | " + " | ".join(["1234.5"] * 11) + " |\n" for n in range(1, 9))
    table = f"{head}|{'---|' * 12}\n{rows}"
    chapters = "".join(
        f"## 第{number}个方面的工作情况和下一步打算\n\n### （一）做了什么\n\n{long * 9}\n\n{long * 9}\n\n"
        for number in range(1, 81)
    )
    address = (
        "https://example.org/a/very/long/address/without/any/place/to/break/it?with=a&query=that-goes-on"
    )
    kinds = (
        f"各位代表：\n\n正文*楷体强调*和**粗体强调**，网址{address} 。{long}\n\n同志们：\n\n会议议程是：\n\n"
        f"春眠不觉晓，\\\n处处闻啼鸟。\n\n> 引用的话。{long}\n\n1. 一；\n2. 二。\n\n"
        f"`code_that_is_a_single_word_and_has_no_end_{'x' * 60}`\n\n```\n{'y' * 200}\n```\n\n"
        f'::: note\n{long}\n:::\n\n![一](images/p0.jpg "一（甲乙 摄）")\n![二](images/p1.jpg)\n\n'
        ":::signature\n石桥县人大\n\n2026年3月1日\n:::\n"
    )
    three = f"{long * 10}\n\n## 一、看水\n\n{long * 20}\n\n### （一）库里\n\n{long * 20}\n\n"
    three += f"## 二、问水[^1]\n\n{long * 20}\n\n[^1]: 注。\n"
    corrected = [
        {"date": "2026-05-06", "text": "“32处”已改为“23处”。"},
        {"date": "2026-04-02", "text": "补上了一个单位的全称。"},
    ]
    return {
        "one": ("题", f"{long}\n", {}),
        "long-title": (LONG_TITLE, f"{long}\n", {}),
        "notes": ("二十条注释", notes, {}),
        "pictures": ("四十张图", pictures + "\n", {"photographers": ["甲乙"]}),
        "table": ("十二栏的表", f"{long}\n\n{table}\n\n{long}\n\n| 一 | 二 |\n|---|---|\n| 1 | 2 |\n", {}),
        "rare": (f"{RARE}的名字", f"{RARE}说：{long}\n", {"authors": [RARE]}),
        "endless": ("六万字", f"主任、各位副主任、各位委员：\n\n{chapters}", {}),
        "kinds": ("各种段落", kinds, {"corrections": corrected, "subtitle": "——2026年3月1日在会上"}),
        "three": ("盯住水龙头那一端——县人大常委会检查水源保护决议执行情况", three, {}),
        "picture": ("只有一张图", "![圆](images/p0.jpg)\n", {}),
        "two": ("两个标题", f"## 一\n\n{long}\n\n## 二\n\n{long}\n", {}),
    }
