"""Old paper on a scanner's bed: sheets, folds, ink, seals and hand-set lines over Pillow.

Sheets are drawn at twice their size and scaled down when they are scanned.  Each has its own seed,
so the same Pillow gives the same bytes.  The faces are the locked ones that ``press fonts`` brings.
"""

from __future__ import annotations

import math
import random
from functools import cache
from pathlib import Path

from canvas import INK, PAPER, RED, S, mix, rgb
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from press.outputs.print.fonts import cache_dir

HAND, SONG, HEAVY, PLAIN = (
    "LXGWWenKai-Light.ttf",
    "NotoSerifSC_400Regular.ttf",
    "NotoSerifSC_900Black.ttf",
    "NotoSansSC_500Medium.ttf",
)
PAGE = (1180, 1600)
BED = "#3b3d3f"


@cache
def face(name: str, size: float) -> ImageFont.FreeTypeFont:
    """Return a locked face at ``size`` units, already doubled."""
    return ImageFont.truetype(str(cache_dir() / name), round(size * S))


def _noise(rng: random.Random, size: tuple[int, int], cells: int) -> Image.Image:
    """Return soft grey clouds, about ``cells`` of them from side to side."""
    w, h = cells, max(2, round(cells * size[1] / size[0]))
    return Image.frombytes("L", (w, h), rng.randbytes(w * h)).resize(size, Image.Resampling.BICUBIC)


class Sheet:
    """One sheet of paper, ``w`` by ``h`` units, yellowed by ``age`` (0..1)."""

    def __init__(self, name: str, w: int, h: int, age: float) -> None:
        """Seed the chance by ``name`` and make the bare paper."""
        self.rng, self.w, self.h, self.age = random.Random(name), w, h, age
        size = (w * S, h * S)
        self.img = Image.new("RGB", size, mix("#f3eddc", "#d9bf8d", age * 0.75))
        for cells, share in ((5, 0.16), (19, 0.09), (150, 0.05)):
            brown = Image.new("RGB", size, mix("#a9824c", "#8a6234", age))
            cloud = _noise(self.rng, size, cells).point([round(v * share * (0.35 + age)) for v in range(256)])
            self.img.paste(brown, (0, 0), cloud)
        self._fibres()

    def _fibres(self) -> None:
        draw = ImageDraw.Draw(self.img)
        for _ in range(420):
            x, y = self.rng.uniform(0, self.w) * S, self.rng.uniform(0, self.h) * S
            turn, far = self.rng.uniform(0, math.tau), self.rng.uniform(8, 40)
            tone = mix("#b99a66", "#efe4c8", self.rng.random())
            draw.line((x, y, x + far * math.cos(turn), y + far * math.sin(turn)), fill=tone, width=1)

    def stamp(self, mask: Image.Image, x: float, y: float, color: str) -> None:
        """Lay ``color`` through ``mask`` with its upper left corner at (x, y), as ink soaks in."""
        place = (round(x * S), round(y * S))
        box = (*place, place[0] + mask.width, place[1] + mask.height)
        under = self.img.crop(box)
        inked = ImageChops.multiply(under, Image.new("RGB", mask.size, color))
        self.img.paste(Image.blend(inked, Image.new("RGB", mask.size, color), 0.45), place, mask)

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float, color: str) -> None:
        """Draw a printed line."""
        pad = width
        size = (round((abs(x1 - x0) + 2 * pad) * S), round((abs(y1 - y0) + 2 * pad) * S))
        mask = Image.new("L", size)
        ends = (pad * S, pad * S, (pad + x1 - x0) * S, (pad + y1 - y0) * S)
        ImageDraw.Draw(mask).line(ends, fill=225, width=max(1, round(width * S)))
        self.stamp(self._worn(mask, 0.25), x0 - pad, y0 - pad, color)

    def _worn(self, mask: Image.Image, share: float) -> Image.Image:
        """Take specks out of a printed or stamped mask."""
        noise = _noise(self.rng, mask.size, max(2, mask.width // 5))
        return ImageChops.multiply(
            mask, noise.point([round(255 - share * max(0, 190 - v)) for v in range(256)])
        )

    def glyph(
        self, char: str, x: float, y: float, size: float, color: str, name: str = SONG, sway: float = 0
    ) -> None:
        """Set one character with its centre at (x, y); ``sway`` (0..1) is how freely it was written."""
        big = size * (1 + self.rng.uniform(-0.09, 0.07) * sway)
        side = round(big * S * 1.5)
        mask = Image.new("L", (side, side))
        draw = ImageDraw.Draw(mask)
        thick = round(size * S * 0.011) if sway else 0
        draw.text((side / 2, side / 2), char, 255, face(name, big), "mm", stroke_width=thick)
        if sway:
            lean = 0.10 * sway + self.rng.uniform(-0.05, 0.05) * sway
            mask = mask.transform(
                mask.size,
                Image.Transform.AFFINE,
                (1, lean, -lean * side / 2, 0.03 * sway, 1, -0.015 * sway * side),
                Image.Resampling.BICUBIC,
            ).rotate(self.rng.uniform(-3.4, 3.4) * sway, Image.Resampling.BICUBIC)
            x, y = x + self.rng.gauss(0, 1.2) * sway, y + self.rng.gauss(0, 1.5) * sway
            deep = self.rng.uniform(0.84, 1.0)
            mask = mask.point([round(v * deep) for v in range(256)])
        else:
            mask = self._worn(mask, 0.4)
        self.stamp(mask, x - side / S / 2, y - side / S / 2, color)

    def column(
        self, text: str, x: float, y: float, size: float, pitch: float, color: str, name: str, sway: float = 0
    ) -> float:
        """Set ``text`` downwards from (x, y); return where it ends."""
        for char in text:
            if char != "　":
                self.glyph(char, x, y + pitch / 2, size, color, name, sway)
            y += pitch
        return y

    def seal(self, x: float, y: float, r: float, ring: str, color: str = RED) -> None:
        """Press a round seal: ``ring`` runs around a star."""
        side = round(r * 2.1 * S)
        mid, mask = side / 2, Image.new("L", (side, side))
        draw = ImageDraw.Draw(mask)
        edge = r * S
        draw.ellipse((mid - edge, mid - edge, mid + edge, mid + edge), outline=235, width=round(r * 0.05 * S))
        star = [
            (mid + far * math.sin(i * math.pi / 5), mid - far * math.cos(i * math.pi / 5))
            for i in range(10)
            for far in (edge * (0.3 if i % 2 == 0 else 0.115),)
        ]
        draw.polygon(star, fill=235)
        span = math.radians(250)
        for i, char in enumerate(ring):
            turn = -span / 2 + span * i / (len(ring) - 1)
            tile = Image.new("L", (round(r * 0.5 * S),) * 2)
            centre = (tile.width / 2, tile.height / 2)
            ImageDraw.Draw(tile).text(centre, char, 235, face(HEAVY, r * 0.27), "mm")
            tile = tile.rotate(-math.degrees(turn), Image.Resampling.BICUBIC)
            at = (mid + edge * 0.72 * math.sin(turn), mid - edge * 0.72 * math.cos(turn))
            spot = (round(at[0] - centre[0]), round(at[1] - centre[1]))
            mask.paste(
                ImageChops.lighter(mask.crop((*spot, spot[0] + tile.width, spot[1] + tile.height)), tile),
                spot,
            )
        mask = self._worn(mask.rotate(self.rng.uniform(-7, 7), Image.Resampling.BICUBIC), 0.85)
        self.stamp(mask.filter(ImageFilter.GaussianBlur(0.6)), x - side / S / 2, y - side / S / 2, color)

    def fold(self, at: float, upright: bool, depth: float = 1.0) -> None:
        """Crease the sheet along a line: one side in light, the other in shade."""
        length = (self.h if upright else self.w) * S
        band = 26 * S
        for side, tone, strength in ((-1, "#fff8e4", 60), (1, "#5d4526", 70)):
            ramp = Image.new("L", (band, 1))
            ramp.putdata([round(strength * depth * (1 - i / band) ** 2.6) for i in range(band)])
            if side < 0:
                ramp = ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
            mask = ramp.resize((band, length))
            if not upright:
                mask = mask.transpose(Image.Transpose.ROTATE_270)
            start = round(at * S) - (band if side < 0 else 0)
            self.img.paste(Image.new("RGB", mask.size, tone), (start, 0) if upright else (0, start), mask)
        draw = ImageDraw.Draw(self.img)
        for _ in range(26):  # where the crease has rubbed through
            along, far = self.rng.uniform(0, length), self.rng.uniform(6, 40)
            ends = (at * S, along, at * S, along + far) if upright else (along, at * S, along + far, at * S)
            draw.line(ends, fill=mix(PAPER, "#cdb583", self.age), width=2)

    def foxing(self, count: int) -> None:
        """Scatter the brown spots of damp."""
        for _ in range(count):
            x, y = self.rng.uniform(0, self.w) * S, self.rng.uniform(0, self.h) * S
            r = self.rng.uniform(1, 7) ** 1.4 * S / 2
            mask = Image.new("L", (round(r * 4), round(r * 4)))
            box = (r, r, r * 3, r * 3)
            ImageDraw.Draw(mask).ellipse(box, fill=round(self.rng.uniform(30, 110) * self.age + 12))
            blurred = mask.filter(ImageFilter.GaussianBlur(r / 3))
            self.img.paste(
                Image.new("RGB", mask.size, "#8a5a2b"), (round(x - 2 * r), round(y - 2 * r)), blurred
            )

    def _outline(self, torn: bool) -> Image.Image:
        """Return where the sheet is: a little uneven at the edges, with a corner lost when ``torn``."""
        w, h = self.w * S, self.h * S
        rough = 2.2 * S * self.age

        def jitter(x: float, y: float) -> tuple[float, float]:
            return x + self.rng.uniform(0, rough), y + self.rng.uniform(0, rough)

        points = [jitter(x, 0) for x in range(0, w, 34)]
        points += [(x - rough, y) for x, y in (jitter(w, y) for y in range(0, h - 150 * torn, 34))]
        if torn:
            corner = ((0, 150), (26, 118), (40, 96), (78, 74), (96, 40), (138, 22), (150, 0))
            points += [(w - dx, h - dy) for dx, dy in corner]
        points += [(x, y - rough) for x, y in (jitter(x, h) for x in range(w - 160 * torn, 0, -34))]
        points += [jitter(0, y) for y in range(h, 0, -34)]
        mask = Image.new("L", (w, h))
        ImageDraw.Draw(mask).polygon(points, fill=255)
        return mask

    def scan(self, path: Path, code: str, tilt: float, torn: bool = False, quality: int = 68) -> None:
        """Lay the sheet on the scanner's bed beside a grey wedge and ``code``; write a JPEG."""
        w, h = self.w * S, self.h * S
        edge = Image.new("L", (w, h))
        ImageDraw.Draw(edge).rectangle((0, 0, w, h), outline=255, width=round(24 * S))
        edge = edge.filter(ImageFilter.GaussianBlur(34 * S)).point(
            [round(v * 0.55 * self.age) for v in range(256)]
        )
        self.img.paste(Image.new("RGB", (w, h), "#7d5527"), (0, 0), edge)
        mask = self._outline(torn)
        bed = Image.new("RGB", (PAGE[0] * S, PAGE[1] * S), BED)
        at = ((bed.width - w) // 2, round((PAGE[1] - 64 - self.h) / 2 * S))
        sheet, where = Image.new("RGB", bed.size, BED), Image.new("L", bed.size)
        sheet.paste(self.img, at)
        where.paste(mask, at)
        sheet = sheet.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=BED)
        where = where.rotate(tilt, Image.Resampling.BICUBIC)
        shade = ImageChops.offset(where, 5 * S, 7 * S).filter(ImageFilter.GaussianBlur(9 * S))
        bed.paste(
            Image.new("RGB", bed.size, "#141516"), (0, 0), shade.point([round(v * 0.8) for v in range(256)])
        )
        bed.paste(sheet, (0, 0), where)
        self._wedge(bed, code)
        bed.resize(PAGE, Image.Resampling.LANCZOS).save(
            path, "JPEG", quality=quality, optimize=True, progressive=True
        )

    def _wedge(self, bed: Image.Image, code: str) -> None:
        draw = ImageDraw.Draw(bed)
        y = (PAGE[1] - 46) * S
        for i in range(12):
            tone = mix("#f5f5f5", "#101010", i / 11)
            draw.rectangle(((60 + i * 30) * S, y, (60 + i * 30 + 30) * S, y + 22 * S), fill=rgb(tone))
        for i, tone in enumerate((RED, "#e0b63c", "#4f8a5b", "#3c6ea8", INK)):
            draw.rectangle(((440 + i * 30) * S, y, (470 + i * 30) * S, y + 22 * S), fill=rgb(tone))
        draw.text(((PAGE[0] - 60) * S, y + 11 * S), f"{code}　样例", "#d8d8d4", face(PLAIN, 19), "rm")
