"""Draw the scanned papers of the sample archive: a certificate of 1954 and minutes of 1981.

The minutes are set from the transcript in ``content/archives``, so picture and text agree; the
certificate is printed upright in the characters of its day.  ``paper.py`` holds the paper and the ink.

Usage: .venv/bin/python scripts/samples/draw_scans.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from canvas import INK, RED, mix
from paper import HAND, HEAVY, PLAIN, SONG, Sheet
from PIL import Image, ImageDraw

ARCHIVES = Path(__file__).resolve().parents[2] / "content" / "archives"
MEDIA = ARCHIVES / "media"
MINUTES = "2026-06-09-huiyi-jilu-1981.md"
FOUNTAIN, BRUSH = "#22314f", "#1d1a17"
_CLOSING = "，。、；：？！）”"


def certificate() -> Path:
    """The certificate: printed frame and title, names and days filled in with the brush."""
    s = Sheet("dangxuan-zhengshu", 1040, 1440, 0.82)
    s.foxing(70)
    print_red = mix(RED, "#7a2a20", 0.35)
    for inset, width in ((70, 9), (88, 2.5)):
        x1, y1 = s.w - inset, s.h - inset
        for line in (
            (inset, inset, x1, inset),
            (inset, y1, x1, y1),
            (inset, inset, inset, y1),
            (x1, inset, x1, y1),
        ):
            s.rule(*line, width, print_red)
    for x, y in ((104, 104), (s.w - 104, 104), (104, s.h - 104), (s.w - 104, s.h - 104)):
        s.rule(x - 16, y, x + 16, y, 3, print_red)
        s.rule(x, y - 16, x, y + 16, 3, print_red)
    s.column("代表當選證書", 882, 210, 106, 172, print_red, HEAVY)
    s.column("青選字第", 768, 190, 30, 42, INK, SONG)
    s.column("〇〇三七", 768, 366, 36, 46, BRUSH, HAND, 0.7)
    s.column("號", 768, 560, 30, 42, INK, SONG)
    printed, brush = (50, 67, INK, SONG), (61, 67, BRUSH, HAND, 0.8)
    down = s.column("茲有", 668, 190, *printed)
    down = s.column("鄔長發", 668, down, *brush)
    down = s.column("同志於", 668, down, *printed)
    s.column("一九五四年六月", 668, down, *brush)
    down = s.column("十八日", 578, 190, *brush)
    down = s.column("經", 578, down, *printed)
    down = s.column("柳蔭渡鎮", 578, down, *brush)
    s.column("人民代表大會選", 578, down, *printed)
    s.column("舉當選為青禾縣第一屆人民代表", 488, 190, *printed)
    s.column("大會代表特發給證書以資證明", 398, 190, *printed)
    s.column("青禾縣選舉委員會", 290, 560, 46, 62, INK, SONG)
    s.column("主席", 206, 700, 34, 46, INK, SONG)
    s.column("苗守田", 206, 806, 56, 68, BRUSH, HAND, 1.0)
    s.seal(250, 1070, 118, "青禾縣選舉委員會", mix(RED, "#c8301e", 0.5))
    s.column("公元一九五四年六月二十日", 136, 600, 36, 50, BRUSH, HAND, 0.6)
    s.fold(s.h / 2, upright=False)
    s.fold(s.w / 3, upright=True, depth=0.7)
    s.fold(s.w * 2 / 3, upright=True, depth=0.7)
    path = MEDIA / "1954-dangxuan-zhengshu.jpg"
    s.scan(path, "QHRD-WS·1954-Y-0003", -0.7, torn=True)
    return path


def pages(text: str) -> Iterator[list[str]]:
    """Yield the paragraphs below each heading ``## 第…页``."""
    for part in re.split(r"(?m)^## 第.+页$", text)[1:]:
        yield [line.strip() for line in part.splitlines() if line.strip()]


def lines(paragraph: str, room: int) -> Iterator[str]:
    """Break a paragraph into lines of ``room`` characters; no line begins with a closing mark."""
    units = re.findall(r"[0-9]+|.", paragraph)
    line: list[str] = []
    width = 0.0
    for unit in units:
        need = len(unit) * 0.56 if unit.isdigit() else 1.0
        if line and width + need > room and unit not in _CLOSING:
            yield "".join(line)
            line, width = [], 0.0
        line.append(unit)
        width += need
    yield "".join(line)


def write(s: Sheet, text: str, x: float, y: float, size: float) -> None:
    """Write a line by hand from x on; figures are narrow, the line rises a little."""
    for char in text:
        step = size * (0.56 if char.isdigit() else 0.5 if char in "，。、；：？" else 1.0)
        if char != "　":
            s.glyph(
                char,
                x + (step if char.isdigit() else size) / 2,
                y - (x - 130) * 0.006,
                size,
                FOUNTAIN,
                HAND,
                1.0,
            )
        x += step + s.rng.uniform(-0.6, 1.0)


def minutes(number: int, paragraphs: list[str]) -> Path:
    """One page of the minutes on the office's ruled paper."""
    s = Sheet(f"huiyi-jilu-{number}", 1050, 1470, 0.42)
    s.foxing(16)
    tone, top, pitch = mix(RED, "#d2584a", 0.4), 224.0, 56.0
    for i, char in enumerate("青禾县人民代表大会常务委员会"):
        s.glyph(char, 525 + (i - 6.5) * 48, 96, 40, tone, HEAVY)
    for i, char in enumerate("会议记录"):
        s.glyph(char, 525 + (i - 1.5) * 54, 152, 28, tone, SONG)
    s.rule(80, 184, 970, 184, 4, tone)
    s.rule(80, 191, 970, 191, 1.2, tone)
    row = 0
    for row in range(22):
        s.rule(80, top + row * pitch, 970, top + row * pitch, 1.2, mix(tone, "#f3eddc", 0.25))
    s.rule(118, 191, 118, top + row * pitch, 1.2, mix(tone, "#f3eddc", 0.1))
    row = 0
    for paragraph in paragraphs:
        signed = paragraph.startswith("主持人：")
        indent = (
            420 if signed else 128 + (68 if re.match(r"[一二三四五六]、|[^：]{2,8}：|11时", paragraph) else 0)
        )
        first = indent if number == 2 or row >= 7 or signed else 128
        text = list(lines(paragraph, int((958 - first) / 34.6)))
        for n, line in enumerate(text):
            row += 1
            write(s, line, first if n == 0 else 128, top + row * pitch - 22, 34)
    s.glyph(str(number), 525, 1432, 24, tone, PLAIN)
    for y in (500, 970):
        s.stamp(_hole(), 40, y, "#2e3032")
    s.fold(s.h / 2, upright=False, depth=0.5)
    path = MEDIA / f"1981-huiyi-jilu-{number}.jpg"
    s.scan(path, f"QHRD-WS·1981-Y-0007　第{number}页", 0.5 if number == 1 else -0.4)
    return path


def _hole() -> Image.Image:
    """The punch of the binder."""
    mask = Image.new("L", (44, 44))
    ImageDraw.Draw(mask).ellipse((2, 2, 42, 42), fill=255)
    return mask


def main() -> None:
    """Draw every scan."""
    MEDIA.mkdir(parents=True, exist_ok=True)
    paths = [certificate()]
    text = (ARCHIVES / MINUTES).read_text(encoding="utf-8")
    paths += [minutes(number, page) for number, page in enumerate(pages(text), 1)]
    for path in paths:
        print(f"{path.name}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
