"""Draw a portrait for each sample deputy: the surname as a seal over a landscape of the delegation.

Nobody in the county is real, so nobody is given a face.  The tint and the land belong to the
delegation; the seal's colour, cut and edge, and the lie of the land, follow from the deputy's id.
The surname is set in the locked Noto Serif SC, which ``press fonts`` brings.

Usage: .venv/bin/python scripts/samples/draw_portraits.py [id ...]
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from canvas import INK, OCHRE, PAPER, RED, Canvas, H, Point, S, W, mix
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from press.outputs.print.fonts import cache_dir

DEPUTIES = Path(__file__).resolve().parents[2] / "content" / "deputies"
FACE = "NotoSerifSC_900Black.ttf"
SIZE = (480, 600)
CROP = (W - H * SIZE[0] / SIZE[1]) / 2
X, Y, R = W / 2, 420.0, 218.0
COMPOUND = ("欧阳", "上官", "司徒", "诸葛")
SEALS = (RED, mix(RED, INK, 0.3), mix(RED, OCHRE, 0.25), "#35565c", "#4f6552", "#6a5140")


class Sitter(NamedTuple):
    """A deputy to be drawn: the file's name, the person's name and the delegation."""

    id: str
    name: str
    delegation: str

    @property
    def surname(self) -> str:
        """The surname, of one character or two."""
        return self.name[:2] if self.name.startswith(COMPOUND) else self.name[0]


def across(step: int = 8) -> range:
    """Return the places from one edge of the portrait to the other."""
    return range(int(CROP) - 20, int(W - CROP) + 30, step)


def hills(c: Canvas, tone: str) -> None:
    """Blue-green hills fading into one another."""
    c.hills(800, mix(tone, INK, 0.55), mix(tone, PAPER, 0.25), 4, 62, 84)


def river(c: Canvas, tone: str) -> None:
    """A far bank and long ripples."""
    c.ridge(812, 46, mix(tone, INK, 0.3), mix(tone, PAPER, 0.3))
    c.rect(0, 868, W, H - 868, mix(tone, PAPER, 0.45), mix(tone, INK, 0.42))
    for row in range(9):
        y, phase = 886 + row * row * 1.9 + row * 7, c.rng.uniform(0, 6)
        c.line(
            [(x, y + (2 + row * 0.7) * math.sin(x / (46 + row * 9) + phase)) for x in across()],
            1.6 + row * 0.35,
            mix(tone, PAPER, 0.72 - row * 0.03),
        )


def fields(c: Canvas, tone: str) -> None:
    """Furrows running towards a low horizon."""
    c.ridge(800, 40, mix(tone, INK, 0.25), mix(tone, PAPER, 0.35))
    c.rect(0, 848, W, H - 848, mix(tone, PAPER, 0.35), mix(tone, INK, 0.3))
    away = X + c.rng.uniform(-170, 170)
    for n in range(-22, 23):
        c.line([(away + n * 24, 850), (away + n * 118, H)], 3, mix(tone, INK, 0.42 if n % 2 else 0.18))


def terraces(c: Canvas, tone: str) -> None:
    """Terraces stepping down a slope."""
    c.ridge(790, 70, mix(tone, INK, 0.3), mix(tone, PAPER, 0.35))
    lean, phase = c.rng.choice((-1, 1)) * c.rng.uniform(0.03, 0.07), c.rng.uniform(0, 6)
    for n in range(7):
        y = 846 + n * 26 + n * n * 2.6
        edge: list[Point] = [
            (x, y + (x - X) * lean + (9 + n * 2) * math.sin(x / 150 + phase + n * 0.5)) for x in across()
        ]
        c.poly([*edge, (W, H), (0, H)], mix(tone, PAPER, 0.5 - n * 0.05), mix(tone, INK, 0.08 + n * 0.05))
        c.line(edge, 3 + n * 0.5, mix(tone, INK, 0.5))


def pines(c: Canvas, tone: str) -> None:
    """Pines standing in mist below a ridge."""
    c.ridge(796, 80, mix(tone, INK, 0.25), mix(tone, PAPER, 0.4))
    for row in range(3):
        foot = 912 + row * 74
        for x in across(74 + row * 18):
            c.pine(
                x + c.rng.uniform(-16, 16),
                foot + c.rng.uniform(-8, 10),
                c.rng.uniform(88, 128) + row * 26,
                mix(tone, INK, 0.3 + row * 0.16),
            )
        c.rect(0, foot - 22, W, 90, mix(tone, PAPER, 0.5), alpha=0.5, blur=16)
    c.rect(0, H - 34, W, 40, mix(tone, INK, 0.55))


def orchard(c: Canvas, tone: str) -> None:
    """Rows of round fruit trees on a hill."""
    c.ridge(800, 60, mix(tone, INK, 0.18), mix(tone, PAPER, 0.35))
    c.ridge(880, 26, mix("#7f8a4a", tone, 0.45), mix("#59683f", tone, 0.25))
    for row in range(3):
        for x in across(92 + row * 26):
            c.tree(
                x + (row % 2) * 46 + c.rng.uniform(-8, 8),
                936 + row * 62,
                78 + row * 22,
                mix("#61794a", tone, 0.3 - row * 0.1),
                "#d98a3a",
            )


def roofs(c: Canvas, tone: str) -> None:
    """Tiled roofs of the old streets."""
    c.ridge(780, 50, mix(tone, INK, 0.15), mix(tone, PAPER, 0.4))
    for row in range(3):
        x = CROP - c.rng.uniform(40, 130)
        while x < W - CROP + 60:
            wide = c.rng.uniform(120, 170) + row * 26
            ground = 948 + row * 66 + c.rng.uniform(-10, 10)
            c.house(x, ground, wide, mix(PAPER, tone, 0.3 - row * 0.08), mix(tone, INK, 0.5 + row * 0.16))
            c.rect(x - 10, ground, wide + 20, 120, mix(tone, INK, 0.3 + row * 0.16))
            x += wide * 1.24


Land = Callable[[Canvas, str], None]
DELEGATIONS: dict[str, tuple[str, Land]] = {
    "禾阳街道": ("#a99a86", roofs),
    "东堤街道": ("#8c9ba3", roofs),
    "青屏镇": ("#87a08f", hills),
    "柳荫渡镇": ("#86a3a6", river),
    "稻香湾镇": ("#a9a97c", fields),
    "石磴镇": ("#959c9f", hills),
    "白鹭洲镇": ("#94aeb0", river),
    "窑头铺镇": ("#b3977f", hills),
    "橘井镇": ("#bfa27c", orchard),
    "松风乡": ("#7f9988", pines),
    "栗坪乡": ("#a8937a", pines),
    "云梯乡": ("#9caa85", terraces),
}


def characters(text: str, ring: float) -> Image.Image:
    """Return a mask of the whole canvas with ``text`` set, one below the other, inside the seal."""
    mask = Image.new("L", (W * S, H * S))
    draw = ImageDraw.Draw(mask)
    high = ring * (1.16 if len(text) == 1 else 0.76)
    font = ImageFont.truetype(cache_dir() / FACE, round(high * S))
    for n, character in enumerate(text):
        left, top, right, bottom = draw.textbbox((0, 0), character, font=font)
        y = Y + (n - (len(text) - 1) / 2) * high * 0.98
        draw.text((X * S - (left + right) / 2, y * S - (top + bottom) / 2), character, font=font, fill=255)
    return mask


def worn(c: Canvas, mask: Image.Image) -> Image.Image:
    """Return ``mask`` with the slightly uneven edge that ink leaves on paper."""
    small = (W // 9, H // 9)
    noise = Image.frombytes("L", small, c.rng.randbytes(small[0] * small[1]))
    rough = noise.resize(mask.size, Image.Resampling.BICUBIC).point([v * 5 // 16 for v in range(256)])
    edge = ImageChops.add(mask.filter(ImageFilter.GaussianBlur(1.5 * S)), rough, scale=1, offset=-40)
    return edge.point([round(min(1.0, max(0.0, (v - 104) / 40)) * 255) for v in range(256)])


def seal(c: Canvas, surname: str) -> None:
    """Stamp the surname: cut in relief (white on colour) or in line (colour on white)."""
    color = c.rng.choice(SEALS)
    relief = c.rng.random() < 0.62
    turn, lobes, wobble = c.rng.uniform(0, 6), c.rng.choice((3, 4, 5)), c.rng.uniform(1.5, 4.5)

    def ring(radius: float) -> list[tuple[float, float]]:
        points = []
        for step in range(180):
            angle = step * math.tau / 180
            far = radius + wobble * math.sin(lobes * angle + turn)
            points.append(((X + far * math.cos(angle)) * S, (Y + far * math.sin(angle)) * S))
        return points

    mask = Image.new("L", (W * S, H * S))
    draw = ImageDraw.Draw(mask)
    draw.polygon(ring(R), fill=255)
    name = characters(surname, R)
    if relief:
        draw.line([*ring(R - 20), ring(R - 20)[0]], fill=0, width=5 * S)
        mask = ImageChops.subtract(mask, name)
    else:
        draw.polygon(ring(R - 13), fill=0)
        draw.line([*ring(R - 25), ring(R - 25)[0]], fill=255, width=4 * S)
        mask = ImageChops.lighter(mask, name)
    c.disc(X, Y, R + 10, PAPER, alpha=0.62 if relief else 0.86, blur=2)
    c.img.paste(Image.new("RGB", c.img.size, color), (0, 0), worn(c, mask))


def draw(sitter: Sitter) -> Image.Image:
    """Return the portrait of one deputy."""
    tone, land = DELEGATIONS[sitter.delegation]
    c = Canvas(
        f"portrait of {sitter.id}", (mix(tone, PAPER, 0.62), mix(tone, PAPER, 0.86), mix(tone, PAPER, 0.55))
    )
    c.glow(X + c.rng.uniform(-230, 230), c.rng.uniform(140, 420), 300, PAPER, 0.5)
    land(c, tone)
    c.img = c.img.filter(ImageFilter.GaussianBlur(1.5 * S))
    seal(c, sitter.surname)
    box = (round(CROP * S), 0, round((W - CROP) * S), H * S)
    return c.img.crop(box).resize(SIZE, Image.Resampling.BICUBIC)


def sitters(ids: Sequence[str]) -> Iterator[Sitter]:
    """Yield the named deputies, or all of them, as their files tell."""
    for path in sorted(DEPUTIES.glob("*.md")):
        if ids and path.stem not in ids:
            continue
        told = dict(re.findall(r"^(title|delegation): *(.+?)\s*$", path.read_text(encoding="utf-8"), re.M))
        yield Sitter(path.stem, told["title"], told["delegation"].removesuffix("代表团"))


def main(ids: Sequence[str]) -> None:
    """Draw the named portraits, or all of them."""
    for sitter in sitters(ids):
        path = DEPUTIES / "images" / f"{sitter.id}.jpg"
        path.parent.mkdir(exist_ok=True)
        draw(sitter).save(path, "JPEG", quality=68, optimize=True, progressive=True)
        print(f"{path.name}  {path.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
