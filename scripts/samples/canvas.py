"""The brush for the sample pictures: colours, soft shapes and small figures over Pillow.

Coordinates are in a 1600 x 1066 space; shapes are drawn at twice that size and scaled down
when the picture is saved.  Each canvas has its own seed, so the same Pillow gives the same bytes.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

W, H, S = 1600, 1066, 2
Point = tuple[float, float]
RGB = tuple[int, int, int]

INK, PAPER, RED, OCHRE, RICE = "#26353b", "#f4ecd8", "#b8402f", "#d29a4a", "#7f9f5f"


def rgb(color: str) -> RGB:
    """Turn ``#rrggbb`` into three integers."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(a: str, b: str, t: float) -> str:
    """Return the colour a share ``t`` (0..1) of the way from ``a`` to ``b``."""
    mixed = [round(x + (y - x) * t) for x, y in zip(rgb(a), rgb(b), strict=True)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def gradient(size: tuple[int, int], stops: Sequence[str]) -> Image.Image:
    """Return a vertical gradient through evenly spaced colours."""
    column = Image.new("RGB", (1, 256))
    for y in range(256):
        place = y / 255 * (len(stops) - 1)
        i = min(int(place), len(stops) - 2) if len(stops) > 1 else 0
        column.putpixel((0, y), rgb(mix(stops[i], stops[min(i + 1, len(stops) - 1)], place - i)))
    return column.resize(size, Image.Resampling.BICUBIC)


class Canvas:
    """One picture in the making, with the few strokes all scenes share."""

    def __init__(self, name: str, sky: Sequence[str]) -> None:
        """Seed the chance by ``name`` and fill the canvas with a sky gradient."""
        self.rng = random.Random(name)
        self.img = gradient((W * S, H * S), sky)

    def poly(self, points: Iterable[Point], *colors: str, alpha: float = 1.0, blur: float = 0) -> None:
        """Fill a polygon with one colour or a vertical gradient, softened by ``blur``."""
        scaled = [(x * S, y * S) for x, y in points]
        pad = int(blur * S * 3) + 2
        x0 = max(0, int(min(x for x, _ in scaled)) - pad)
        y0 = max(0, int(min(y for _, y in scaled)) - pad)
        x1 = min(W * S, int(max(x for x, _ in scaled)) + pad)
        y1 = min(H * S, int(max(y for _, y in scaled)) + pad)
        if x1 <= x0 or y1 <= y0:
            return
        mask = Image.new("L", (x1 - x0, y1 - y0))
        ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in scaled], fill=round(255 * alpha))
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * S))
        self.img.paste(gradient(mask.size, colors), (x0, y0), mask)

    def rect(
        self, x: float, y: float, w: float, h: float, *colors: str, alpha: float = 1.0, blur: float = 0
    ) -> None:
        """Fill an upright rectangle."""
        self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], *colors, alpha=alpha, blur=blur)

    def disc(
        self, x: float, y: float, r: float, *colors: str, ry: float = 0, alpha: float = 1.0, blur: float = 0
    ) -> None:
        """Fill a circle, or an ellipse when ``ry`` is given."""
        turn = [i * math.tau / 60 for i in range(60)]
        self.poly(
            [(x + r * math.cos(t), y + (ry or r) * math.sin(t)) for t in turn],
            *colors,
            alpha=alpha,
            blur=blur,
        )

    def line(self, points: Sequence[Point], width: float, color: str) -> None:
        """Draw a line with round joints and ends."""
        draw = ImageDraw.Draw(self.img)
        scaled = [(x * S, y * S) for x, y in points]
        draw.line(scaled, fill=color, width=max(1, round(width * S)), joint="curve")
        half = width * S / 2
        for x, y in (scaled[0], scaled[-1]):
            draw.ellipse((x - half, y - half, x + half, y + half), fill=color)

    def glow(self, x: float, y: float, r: float, color: str, strength: float = 0.7) -> None:
        """Add a soft halo of light."""
        for share in (1.0, 0.6, 0.3):
            self.disc(x, y, r * share, color, alpha=strength * 0.42, blur=r * share * 0.42)

    def ridge(
        self, y: float, height: float, *colors: str, rough: float = 1.0, bottom: float = H
    ) -> list[Point]:
        """Fill a mountain ridge around height ``y`` down to ``bottom``; return its crest."""
        waves = [(height / k, k * self.rng.uniform(0.7, 1.3), self.rng.uniform(0, 7)) for k in (1, 2.1, 4.3)]
        waves += [(height * 0.03 * rough, 23.0, 1.0), (height * 0.02 * rough, 41.0, 2.0)]
        crest = [
            (x, y - sum(a * math.sin(x / W * f * 4 + p) for a, f, p in waves) * 0.6)
            for x in range(-10, W + 20, 8)
        ]
        self.poly([*crest, (W + 10, bottom), (-10, bottom)], *colors)
        return [(float(a), b) for a, b in crest]

    def hills(
        self, y: float, near: str, far: str, layers: int = 4, step: float = 62, height: float = 90
    ) -> None:
        """Lay ridge behind ridge, each fading into mist at its foot."""
        for i in range(layers):
            tone = mix(far, near, i / max(1, layers - 1))
            self.ridge(
                y + i * step, height * (1 - i * 0.1), tone, mix(tone, PAPER, 0.45), bottom=y + i * step + 330
            )

    def tree(self, x: float, y: float, h: float, leaf: str, fruit: str = "") -> None:
        """Draw a round tree standing on (x, y), with fruit if a colour is given."""
        self.line([(x, y), (x, y - h * 0.5)], h * 0.06, mix(leaf, INK, 0.55))
        for dx, dy, r in ((-0.2, 0.5, 0.22), (0.2, 0.52, 0.22), (0, 0.72, 0.27), (0, 0.5, 0.25)):
            self.disc(x + dx * h, y - dy * h, r * h, mix(leaf, PAPER, 0.14), mix(leaf, INK, 0.18))
        for _ in range(16 if fruit else 0):
            angle, far = self.rng.uniform(0, math.tau), self.rng.uniform(0, 0.34)
            self.disc(
                x + math.cos(angle) * far * h,
                y - 0.57 * h + math.sin(angle) * far * 0.8 * h,
                h * 0.032,
                fruit,
            )

    def pine(self, x: float, y: float, h: float, color: str) -> None:
        """Draw a layered conifer standing on (x, y)."""
        self.line([(x, y), (x, y - h * 0.3)], h * 0.05, mix(color, INK, 0.5))
        for i in range(4):
            half, foot = h * (0.25 - i * 0.045), y - h * (0.14 + i * 0.2)
            self.poly(
                [(x - half, foot), (x, foot - h * 0.34), (x + half, foot)], mix(color, PAPER, 0.1), color
            )

    def house(self, x: float, y: float, w: float, wall: str = PAPER, roof: str = INK) -> None:
        """Draw a white-walled, dark-tiled house whose ground line is ``y``."""
        h = w * 0.5
        self.rect(x, y - h, w, h, wall, mix(wall, OCHRE, 0.25))
        rise = w * 0.26
        eave = [
            (x - w * 0.1, y - h + 3),
            (x + w * 0.12, y - h - rise),
            (x + w * 0.88, y - h - rise),
            (x + w * 1.1, y - h + 3),
        ]
        self.poly(eave, mix(roof, PAPER, 0.18), roof)
        self.line([(x + w * 0.08, y - h - rise), (x + w * 0.92, y - h - rise)], w * 0.03, roof)
        self.rect(x + w * 0.42, y - h * 0.58, w * 0.16, h * 0.58, mix(RED, INK, 0.45))
        for at in (0.14, 0.7):
            self.rect(x + w * at, y - h * 0.68, w * 0.16, h * 0.3, mix(roof, OCHRE, 0.3))

    def person(
        self,
        x: float,
        y: float,
        h: float,
        coat: str,
        pose: str = "stand",
        face: int = 1,
        tool: str = "",
        hair: str = INK,
    ) -> None:
        """Draw a small figure with its feet at (x, y): pose stand, walk or sit; tool hoe, cane, pole, hat."""
        trousers, skin = mix(INK, coat, 0.2), "#d9a878"
        lift = h * (0.2 if pose == "sit" else 0.0)
        hip, neck = y - h * 0.46 + lift, y - h * 0.83 + lift
        if pose == "sit":
            self.rect(x - h * 0.13, hip + h * 0.04, h * 0.26, h * 0.035, "#4a3122")
            for leg in (-0.11, 0.08):
                self.rect(x + leg * h, hip + h * 0.06, h * 0.03, y - hip - h * 0.06, "#3b271c")
            self.line([(x, hip), (x + face * h * 0.2, hip), (x + face * h * 0.2, y)], h * 0.1, trousers)
        else:
            stride = h * (0.12 if pose == "walk" else 0.05)
            for foot in (-stride, stride):
                self.line([(x, hip), (x + foot, y)], h * 0.09, trousers)
        half = h * 0.13
        self.poly(
            [
                (x - half * 0.8, neck),
                (x + half * 0.8, neck),
                (x + half * 1.15, hip + h * 0.06),
                (x - half * 1.15, hip + h * 0.06),
            ],
            mix(coat, PAPER, 0.12),
            coat,
        )
        self.disc(x, neck + h * 0.02, half * 0.82, mix(coat, PAPER, 0.12))
        hand = (x + face * h * 0.22, neck + h * 0.26)
        self.line([(x + face * half * 0.4, neck + h * 0.06), hand], h * 0.075, mix(coat, INK, 0.22))
        self.disc(*hand, h * 0.038, skin)
        self.disc(x, neck - h * 0.09, h * 0.085, skin)
        self.poly(
            [
                (x + h * 0.092 * math.cos(t), neck - h * 0.1 + h * 0.092 * math.sin(t))
                for t in (math.pi * (0.95 + i / 16 * 1.1) for i in range(17))
            ],
            hair,
        )
        if tool == "hat":
            self.poly(
                [(x - h * 0.17, neck - h * 0.11), (x, neck - h * 0.25), (x + h * 0.17, neck - h * 0.11)],
                OCHRE,
                mix(OCHRE, INK, 0.25),
            )
        elif tool == "cane":
            self.line([hand, (hand[0] + face * h * 0.05, y)], h * 0.03, INK)
        elif tool == "hoe":
            self.line([(x - face * h * 0.3, neck - h * 0.22), hand], h * 0.03, mix(OCHRE, INK, 0.5))
            self.line(
                [(x - face * h * 0.3, neck - h * 0.22), (x - face * h * 0.36, neck - h * 0.08)], h * 0.05, INK
            )
        elif tool == "pole":
            self.line(
                [(hand[0] + face * h * 0.25, y - h * 1.35), (hand[0] - face * h * 0.1, y + h * 0.35)],
                h * 0.025,
                INK,
            )

    def water(self, y: float, *colors: str, bottom: float = H, glint: str = PAPER) -> None:
        """Mirror what stands above ``y`` into a tinted water surface with glints."""
        depth = int((min(bottom, 2 * y) - y) * S)
        band = self.img.crop((0, int(y * S) - depth, W * S, int(y * S))).transpose(
            Image.Transpose.FLIP_TOP_BOTTOM
        )
        band = band.filter(ImageFilter.GaussianBlur(5 * S))
        self.img.paste(Image.blend(band, gradient(band.size, colors), 0.62), (0, int(y * S)))
        for _ in range(70):
            gy = y + (bottom - y) * self.rng.random() ** 1.6
            gx, size = self.rng.uniform(0, W), 14 + (gy - y) * 0.25 * self.rng.random()
            self.disc(gx, gy, size, glint, ry=1.3 + (gy - y) * 0.004, alpha=0.35)

    def bird(self, x: float, y: float, size: float, color: str = PAPER) -> None:
        """Draw a flying egret."""
        self.poly([(x, y), (x - size, y - size * 0.55), (x - size * 0.35, y - size * 0.02)], color)
        self.poly([(x, y), (x + size * 0.75, y - size * 0.7), (x + size * 0.35, y)], color)
        self.disc(x, y, size * 0.36, color, ry=size * 0.08)

    def reeds(self, x: float, y: float, n: int, color: str, spread: float = 180) -> None:
        """Draw a clump of reeds growing up from (x, y)."""
        for _ in range(n):
            foot, high, lean = (
                x + self.rng.uniform(-spread, spread),
                self.rng.uniform(70, 210),
                self.rng.uniform(-30, 40),
            )
            self.line([(foot, y), (foot + lean * 0.35, y - high * 0.6), (foot + lean, y - high)], 3, color)
            self.disc(foot + lean, y - high, 5, mix(color, OCHRE, 0.6), ry=19)

    def save(self, path: Path) -> None:
        """Scale down, lay a faint paper grain and write a JPEG."""
        small = self.img.resize((W, H), Image.Resampling.LANCZOS)
        noise = Image.frombytes("L", (W // 2, H // 2), self.rng.randbytes((W // 2) * (H // 2)))
        grain = noise.point([118 + v // 26 for v in range(256)]).resize((W, H), Image.Resampling.BICUBIC)
        small = ImageChops.overlay(small, Image.merge("RGB", (grain,) * 3))
        path.parent.mkdir(parents=True, exist_ok=True)
        small.save(path, "JPEG", quality=82, optimize=True, progressive=True)
