"""Scenes of the stories' errands: ponds, stops, rooms and roads, one function each."""

from __future__ import annotations

import math
from itertools import pairwise

from canvas import INK, OCHRE, PAPER, RED, RICE, Canvas, H, W, mix
from scenes_people import room


def wheels(c: Canvas, xs: tuple[float, ...], y: float, r: float) -> None:
    """Draw the wheels of a vehicle standing on the ground."""
    for x in xs:
        c.disc(x, y, r, "#1f2a2e")
        c.disc(x, y, r * 0.42, "#a9a393")


def bus(c: Canvas, x: float, y: float, w: float, body: str, glass: str) -> None:
    """Draw a bus facing right whose wheels stand on ``y``."""
    h = w * 0.34
    top = y - h - w * 0.05
    c.disc(x + w / 2, y + 4, w * 0.56, INK, ry=w * 0.03, alpha=0.32, blur=8)
    c.poly(
        [
            (x, top + 10),
            (x + 14, top),
            (x + w * 0.95, top),
            (x + w, top + h * 0.4),
            (x + w, top + h),
            (x, top + h),
        ],
        mix(body, PAPER, 0.3),
        body,
    )
    for n in range(5):
        c.rect(x + w * (0.05 + n * 0.15), top + h * 0.16, w * 0.12, h * 0.36, glass, mix(glass, INK, 0.18))
    c.rect(x + w * 0.81, top + h * 0.16, w * 0.085, h * 0.78, mix(glass, INK, 0.12))
    c.poly(
        [
            (x + w * 0.915, top + h * 0.16),
            (x + w * 0.957, top + h * 0.16),
            (x + w * 0.985, top + h * 0.5),
            (x + w * 0.915, top + h * 0.5),
        ],
        glass,
    )
    c.rect(x, top + h * 0.68, w * 0.8, h * 0.07, PAPER)
    wheels(c, (x + w * 0.2, x + w * 0.72), y - w * 0.035, w * 0.062)


def lotus_pond(c: Canvas) -> None:
    """A lotus pond in winter with geese and egrets rising from it."""
    c.glow(1210, 300, 260, "#ffe9bf", 0.7)
    c.disc(1210, 300, 62, "#fff6de")
    c.hills(390, "#8ba09a", "#d5dbd2", 3, 40, 70)
    for bank in range(40, W, 92):
        c.tree(bank + c.rng.uniform(-20, 20), 548, c.rng.uniform(46, 80), "#8f9a86")
    c.water(550, "#cfdcd6", "#6f8f94")
    for _ in range(130):
        y = 590 + 440 * c.rng.random() ** 1.4
        x, size = c.rng.uniform(0, W), 14 + (y - 560) * 0.14
        lean, dry = c.rng.uniform(-1, 1) * size, mix("#7d6038", "#4f4630", c.rng.random())
        c.line([(x, y), (x + lean * 0.3, y - size * 1.5), (x + lean, y - size * 1.1)], 2 + size * 0.04, dry)
        if c.rng.random() < 0.5:
            c.disc(x + lean, y - size * 1.0, size * 0.42, mix(dry, OCHRE, 0.3), ry=size * 0.26)
    for n in range(9):
        c.bird(170 + n * 66 - abs(n - 4) * 8, 300 - 26 * (4 - abs(n - 4)), 25, "#5d6b70")
    for x, y, s in ((760, 470, 44), (860, 430, 52), (950, 486, 38), (1040, 440, 46), (1130, 505, 32)):
        c.bird(x, y, s, "#fffdf4")
    for x in (330, 400, 455, 1330, 1400):
        y = 634 + (x % 90) * 0.4
        c.disc(x, y, 26, "#fffdf4", "#d9dfda", ry=13)
        c.line([(x + 17, y - 4), (x + 23, y - 30), (x + 33, y - 32)], 6, "#fffdf4")
        c.line([(x + 35, y - 32), (x + 45, y - 29)], 4, OCHRE)
    c.person(610, 930, 250, "#3c5568", "stand", 1, "hat")
    c.disc(610, 945, 96, "#5f8087", ry=34)
    c.disc(610, 930, 66, "#86a5a6", ry=8, alpha=0.7)
    c.poly([(705, 884), (900, 884), (880, 928), (725, 928)], "#a3713f", "#6d4a2b")
    for n in range(5):
        c.disc(738 + n * 33, 878 - (n % 2) * 9, 23, "#e9dcc0", "#c7b088", ry=11)


def dawn_street(c: Canvas) -> None:
    """A street before daybreak: a sweeper, and a lit shelter with people inside."""
    for _ in range(50):
        c.disc(c.rng.uniform(0, W), c.rng.uniform(0, 260), c.rng.uniform(0.8, 2.0), "#f3ecd2", alpha=0.6)
    for x, w, h in ((-30, 250, 430), (230, 190, 340), (1240, 200, 380), (1430, 210, 470), (430, 170, 250)):
        wall = mix("#33495a", "#223544", c.rng.random())
        c.rect(x, 700 - h, w, h, mix(wall, "#7a8fa0", 0.2), wall)
        for wx in range(int(x) + 24, int(x + w) - 30, 46):
            for wy in range(int(700 - h) + 30, 650, 62):
                lit = c.rng.random() < 0.1
                c.rect(wx, wy, 24, 30, "#ffd88f" if lit else mix(wall, INK, 0.35))
    c.rect(0, 700, W, 110, "#5c6570", "#4a525c")
    c.rect(0, 800, W, 266, "#3a424c", "#252b33")
    for x in range(30, W, 250):
        c.rect(x, 930, 130, 9, "#8d8f88")
    c.glow(845, 580, 330, "#ffd68a", 0.75)
    c.rect(610, 420, 470, 300, "#e9d3a3", "#cfae72")
    c.rect(640, 462, 300, 236, "#fff3c9", "#ffdf97")
    c.rect(962, 462, 92, 258, "#fff3c9", "#ffdf97")
    c.rect(590, 396, 510, 34, RED, mix(RED, INK, 0.35))
    for x in (735, 838):
        c.rect(x, 462, 7, 236, "#8f7a50")
    c.rect(663, 528, 50, 118, "#f7f7f2", "#c6d2d4")
    c.disc(688, 556, 9, RED)
    for n, x in enumerate((778, 884)):
        c.person(x, 694, 168, ("#3f6480", "#8b5a4a")[n], "sit", -1 if n else 1)
    c.poly([(600, 720), (1090, 720), (1260, 900), (470, 900)], "#ffe2a0", alpha=0.22, blur=20)
    c.line([(330, 800), (330, 300), (395, 292)], 8, "#1d2830")
    c.glow(400, 310, 170, "#ffd68a", 0.7)
    c.disc(400, 300, 14, "#fff6d6")
    c.person(415, 985, 285, "#e08a2e", "stand", 1)
    c.line([(505, 780), (560, 985)], 6, "#a58453")
    c.poly([(548, 950), (575, 945), (620, 1000), (545, 1002)], "#b9924f", "#80602f")
    c.person(1190, 940, 240, "#5c7a8a", "walk", -1)
    c.person(1290, 955, 235, "#9b5a4a", "walk", -1)


def parcel_bus(c: Canvas) -> None:
    """A country bus hands out parcels before the village shop."""
    c.hills(300, "#6f9484", "#c8d5c6", 4, 54, 110)
    c.house(80, 700, 210)
    for x in (330, 60, 1520, 1450):
        c.tree(x, 716, 140, "#5d7f57")
    c.rect(0, 700, W, 366, "#d6c29a", "#a38a63")
    c.poly([(0, 860), (W, 790), (W, 930), (0, 1010)], "#a9a08e", "#8d8474")
    c.rect(1020, 470, 430, 250, PAPER, "#dcc79c")
    c.poly([(990, 478), (1060, 390), (1410, 390), (1480, 478)], "#56656a", INK)
    c.rect(1060, 540, 230, 150, "#6a4a33")
    for row in range(3):
        for n in range(6):
            c.rect(
                1072 + n * 36,
                556 + row * 44,
                26,
                28,
                (OCHRE, RED, RICE, "#6f9db0", PAPER)[(n * 2 + row) % 5],
            )
    c.rect(1330, 540, 80, 180, mix(RED, INK, 0.4))
    bus(c, 300, 900, 640, "#3f7f86", "#dfeae4")
    c.rect(286, 748, 26, 90, "#274f63")
    for n, (x, y) in enumerate(((214, 852), (246, 812), (176, 856), (700, 974), (748, 976), (724, 938))):
        side = 44 - (n % 3) * 4
        c.rect(x, y, side, side, "#d0a566", "#a67c42")
        c.line([(x + side / 2, y), (x + side / 2, y + side)], 4, "#efe0bd")
    c.person(150, 930, 240, "#3c5568", "stand", 1)
    c.person(820, 1000, 230, RED, "stand", -1, hair="#c9c5bd")
    c.rect(756, 870, 42, 36, "#d0a566", "#a67c42")
    c.person(1010, 950, 220, "#7f8f5f", "walk", 1)
    c.rect(1046, 826, 46, 40, "#d0a566", "#a67c42")
    c.person(1250, 830, 190, "#8b5a7a", "stand", -1)


def clinic(c: Canvas) -> None:
    """A doctor explains a box of medicine to an elderly couple."""
    room(c, "#cfdcd6", "#a9b8ae", "#f2f0da")
    c.rect(1290, 560, 260, 250, "#f2efe4", "#cdd2c8")
    for y in (590, 660, 730):
        c.rect(1306, y, 228, 56, "#dfe6df", "#b5c4bd")
        for n in range(7):
            c.rect(1316 + n * 31, y + 12, 20, 44, (PAPER, RED, OCHRE, "#6f9db0")[(n + y) % 4])
    c.rect(70, 560, 250, 210, "#f7f7f2", "#d5dcd6")
    c.rect(176, 596, 38, 136, "#3f8f78")
    c.rect(127, 645, 136, 38, "#3f8f78")
    c.disc(800, 1010, 640, INK, ry=40, alpha=0.25, blur=16)
    c.person(490, 990, 430, "#f6f6f0", "sit", 1)
    c.person(1090, 990, 410, "#5c7a8a", "sit", -1, hair="#d8d4cc")
    c.person(1290, 1000, 420, "#9b5a4a", "stand", -1, "cane", "#c9c5bd")
    c.rect(600, 800, 390, 26, "#a9784a", "#82582f")
    for x in (620, 950):
        c.rect(x, 826, 18, 190, "#82582f")
    c.rect(560, 706, 86, 62, "#fdfaf0", "#e4dcc6")
    for n, color in enumerate((RED, INK, "#3f6f8f")):
        c.line([(574, 722 + n * 15), (630, 722 + n * 15)], 6, color)
    for n, (x, color) in enumerate(((720, "#6f9db0"), (790, OCHRE), (858, RED))):
        c.rect(x, 752 - n % 2 * 6, 54, 48 + n % 2 * 6, PAPER, "#ded5bd")
        c.rect(x, 780, 54, 12, color)
    c.line([(674, 800), (660, 752)], 7, RED)
    c.line([(686, 800), (684, 748)], 7, INK)
    c.line([(698, 800), (708, 752)], 7, "#3f6f8f")


def paddy_ditch(c: Canvas) -> None:
    """A straight ditch between flooded paddies, before the planting."""
    c.glow(420, 240, 240, "#fff0c6", 0.7)
    c.disc(420, 240, 56, "#fff7dd")
    c.hills(360, "#7f9f8c", "#cbd8c8", 3, 40, 80)
    for x, w in ((1120, 100), (1240, 84), (1350, 92)):
        c.house(x, 520, w)
    for x in (1080, 1460, 1500, 80, 130):
        c.tree(x, 530, 84, "#5f8257")
    c.rect(0, 520, W, 550, "#8aa565", "#5c7a48")
    for row in range(5):
        y0, y1 = 540 + row * row * 24 + row * 18, 540 + (row + 1) ** 2 * 24 + row * 18 + 2
        for left in (True, False):
            near, far = (y1 - 520) / 550, (y0 - 520) / 550
            edge0, edge1 = (
                800 + (-1 if left else 1) * (16 + far * 210),
                800 + (-1 if left else 1) * (16 + near * 210),
            )
            side = -20 if left else W + 20
            c.poly([(side, y0), (edge0, y0), (edge1, y1), (side, y1)], "#d9e6dc", "#a9c8c6", alpha=0.95)
            for _ in range(10):
                shine = c.rng.uniform(min(side, edge1), max(side, edge1))
                c.disc(shine, c.rng.uniform(y0, y1), 12 + row * 9, "#f6f8ec", ry=1.6 + row * 0.4, alpha=0.6)
    c.poly([(790, 520), (810, 520), (960, H), (640, H)], "#cbbf9f", "#a3936f")
    c.poly([(795, 520), (805, 520), (900, H), (700, H)], "#bcd9d6", "#5f9094")
    for i in range(16):
        y = 540 + 500 * (i / 16) ** 1.7
        c.line([(800 - (y - 520) * 0.1, y), (800 + (y - 520) * 0.1, y + 3)], 1.6 + i * 0.1, "#eef6ee")
    c.rect(610, 800, 380, 44, "#d5c7a4", "#a89570")
    c.disc(800, 862, 74, "#c6bda8", "#918871", ry=66)
    c.disc(800, 866, 54, "#2f4a4c", "#4f7a7c", ry=48)
    c.poly([(752, 874), (848, 874), (880, 950), (720, 950)], "#cfe3dd", "#7fb0b4")
    c.person(560, 930, 270, "#3f6480", "stand", 1, "hoe")
    c.person(1090, 960, 270, RED, "stand", -1, "hat")
    for x, y, s in ((960, 330, 30), (1030, 300, 24), (880, 300, 20)):
        c.bird(x, y, s)


def tea_hill(c: Canvas) -> None:
    """Pickers among curved rows of tea in the morning mist."""
    c.glow(1150, 230, 260, "#ffe9b0", 0.75)
    c.disc(1150, 230, 60, "#fff6d6")
    c.hills(300, "#6f9a80", "#cfdccb", 4, 56, 120)
    c.ridge(600, 40, "#86a866", "#4d7348")
    for row in range(8):
        y, r = 625 + row * row * 5.6 + row * 17, 24 + row * 7
        crest = [
            (x, y - 62 * math.sin(x / W * math.pi + row * 0.06) + 10 * math.sin(x / 210 + row))
            for x in range(-40, W + 60, int(r * 1.1))
        ]
        c.poly([*[(x, py + r * 0.9) for x, py in crest], (W + 60, H), (-60, H)], "#6b7f48", "#4f6a40")
        for x, py in crest:
            tone = mix("#8fb35a", "#3f6f45", row / 9 + c.rng.uniform(0, 0.12))
            c.disc(x, py + r * 0.5, r, mix(tone, PAPER, 0.22), mix(tone, INK, 0.2), ry=r * 0.72)
    coats = (RED, "#3f6480", "#8b6f92", OCHRE)
    for n, (x, y, h) in enumerate(((360, 770, 150), (560, 716, 124), (1240, 752, 140), (980, 884, 215))):
        c.person(x, y, h, coats[n], "stand", -1 if n % 2 else 1, "hat")
        bx, by = x - (-1 if n % 2 else 1) * h * 0.2, y - h * 0.62
        c.poly(
            [
                (bx - h * 0.1, by),
                (bx + h * 0.1, by),
                (bx + h * 0.08, by + h * 0.24),
                (bx - h * 0.08, by + h * 0.24),
            ],
            "#c79a5b",
            "#8a6535",
        )
        c.disc(bx, by, h * 0.1, "#9fc06a", ry=h * 0.04)
    tone = "#4f8049"
    for x in range(-20, W + 60, 74):
        c.disc(x, 1050 + 18 * math.sin(x / 160), 76, mix(tone, PAPER, 0.15), mix(tone, INK, 0.3), ry=58)


def beehives(c: Canvas) -> None:
    """A row of beehives beside a blossoming orchard."""
    c.glow(380, 230, 250, "#fff2cc", 0.7)
    c.disc(380, 230, 56, "#fff8e2")
    c.hills(340, "#84a58a", "#d2ddca", 3, 48, 90)
    c.rect(0, 540, W, 530, "#9bb56a", "#6a8a4c")
    for row in range(3):
        y, size = 600 + row * 70, 130 + row * 46
        for n in range(-1, 10 - row):
            x = n * size * 1.3 + (row % 2) * size * 0.6
            c.disc(x, y + 4, size * 0.42, "#3b5a34", ry=size * 0.06, alpha=0.4, blur=4)
            c.tree(x, y, size, "#5f8a4f", "#fffaf0")
    for n in range(6):
        x, y = 190 + n * 200, 880 + (n % 2) * 26
        tint = ("#e3b65c", "#9fc0c4", "#e8dcc0")[n % 3]
        c.disc(x + 66, y + 92, 92, "#33502f", ry=14, alpha=0.4, blur=5)
        for leg in (10, 110):
            c.rect(x + leg, y + 78, 14, 22, "#5a3d29")
        c.rect(x, y, 134, 80, mix(tint, PAPER, 0.2), mix(tint, INK, 0.18))
        c.rect(x, y + 36, 134, 5, mix(tint, INK, 0.3))
        c.rect(x - 10, y - 16, 154, 18, "#b9c2c0", "#7f8a8b")
        c.rect(x + 42, y + 62, 50, 9, INK)
    for _ in range(70):
        bee, high = c.rng.uniform(120, 1460), c.rng.uniform(600, 900)
        c.disc(bee, high, 5, "#3b2f1c", ry=3.4)
        c.disc(bee + 2, high - 5, 4, "#fdfaf0", ry=2.4, alpha=0.8)
    c.person(1400, 1000, 310, "#f0ead8", "stand", -1, "hat")
    c.poly([(1348, 728), (1452, 728), (1440, 800), (1360, 800)], "#fdfaf0", alpha=0.35)
    c.rect(1270, 842, 74, 58, "#d9a441", "#a8742a")
    c.person(150, 1010, 270, RED, "stand", 1)


def shop_books(c: Canvas) -> None:
    """Two shelves of books beside the counter of a village shop."""
    room(c, "#d8b987", "#9f7a52", "#f3e6bb")
    c.rect(520, 90, 1030, 660, "#7a5436", "#5d3f28")
    for y in (140, 290, 440, 590):
        c.rect(545, y + 112, 980, 16, "#4f3522")
        x = 556.0
        while x < 1010:
            w, h = c.rng.uniform(13, 28), c.rng.uniform(72, 106)
            spine = c.rng.choice((RED, "#3f6480", OCHRE, "#5f8a6f", "#8b5a7a", PAPER, "#40555c"))
            c.rect(x, y + 112 - h, w - 3, h, mix(spine, PAPER, 0.15), mix(spine, INK, 0.15))
            c.rect(x, y + 112 - h * 0.75, w - 3, 6, mix(spine, PAPER, 0.55))
            x += w
        for n in range(6):
            jar = c.rng.choice((RED, OCHRE, RICE, "#6f9db0"))
            jx = 1064 + n * 76
            c.rect(jx, y + 40, 50, 72, mix(jar, PAPER, 0.3), jar)
            c.rect(jx + 8, y + 24, 34, 18, mix(jar, INK, 0.3))
    c.rect(1030, 90, 14, 660, "#4f3522")
    c.person(270, 900, 400, "#5c7a8a", "stand", 1)
    c.rect(60, 730, 420, 250, "#a06f43", "#6f4a2b")
    c.rect(36, 700, 470, 34, "#c79763", "#8f6238")
    for n in range(3):
        c.rect(90 + n * 4, 684 - n * 16, 110, 14, (RED, "#3f6480", OCHRE)[n])
    for n in range(4):
        c.disc(300 + n * 42, 672, 19, mix(RED, PAPER, 0.3), RED)
        c.rect(290 + n * 42, 682, 20, 18, "#e9e1cb")
    for n, (x, h) in enumerate(((640, 250), (860, 280), (1180, 240))):
        c.disc(x, 1010, 90, INK, ry=14, alpha=0.3, blur=8)
        c.person(x, 1010, h, (RED, "#3f6f8f", OCHRE)[n], "stand", 1 if n < 2 else -1)
        bx = x + (0.22 if n < 2 else -0.22) * h
        c.poly([(bx - 26, 826), (bx, 836), (bx + 26, 826), (bx + 26, 864), (bx, 874), (bx - 26, 864)], PAPER)
    c.person(1400, 1020, 330, "#8b6f92", "sit", -1, hair="#d8d4cc")


def river_gauge(c: Canvas) -> None:
    """High water at the gauge below a hydrological station."""
    c.hills(320, "#64807f", "#b5c2c0", 4, 48, 110)
    for _ in range(220):
        x, y = c.rng.uniform(0, W), c.rng.uniform(0, 560)
        c.line([(x, y), (x - 9, y + 32)], 1.2, "#dfe6e2")
    c.poly([(0, 560), (520, 560), (700, 720), (760, H), (0, H)], "#7f9a68", "#48613f")
    c.rect(150, 330, 250, 240, PAPER, "#d6cba9")
    c.rect(130, 306, 290, 30, "#3f6f8f", "#2d5068")
    c.rect(226, 470, 66, 100, mix(RED, INK, 0.4))
    for x in (174, 318):
        c.rect(x, 370, 58, 62, "#ffdf97", "#e9b75c")
    c.line([(330, 306), (330, 210)], 6, "#e9e4d6")
    c.disc(322, 212, 30, "#e9e4d6", "#aab5b5", ry=22)
    c.line([(322, 212), (292, 196)], 4, "#59666a")
    c.rect(196, 272, 38, 34, "#c9d3d2", "#8b9899")
    c.poly(
        [(520, 700), (W, 640), (W, H), (690, H), (640, 800)],
        "#b99d72",
        "#7d6547",
    )
    for _ in range(90):
        y = 690 + 370 * c.rng.random()
        x, size = c.rng.uniform(690, W), 20 + (y - 660) * 0.22
        c.disc(x, y, size, mix("#d8c39a", "#6d573c", c.rng.random()), ry=3 + (y - 660) * 0.012, alpha=0.5)
    for n in range(3):
        x, y = 980 + n * 190, 760 + (n * 67) % 150
        c.line([(x, y), (x + 110, y - 12)], 12, "#4f3b27")
        c.line([(x + 60, y - 8), (x + 84, y - 40)], 6, "#4f3b27")
    c.rect(834, 380, 74, 620, "#fbf8ee", "#d8d3c3")
    for n in range(30):
        y = 400 + n * 20
        c.rect(834 if n % 2 else 866, y, 42, 10, "#2f6f8f" if n < 8 else RED)
        if n % 5 == 0:
            c.rect(834, y, 74, 10, INK)
    c.poly([(790, 778), (960, 770), (980, H), (770, H)], "#a88c62", "#7d6547", alpha=0.86)
    for off in (0, 16):
        c.disc(872, 786 + off, 92 - off, "#efe2c4", ry=6, alpha=0.6)
    for i in range(6):
        c.rect(470 + i * 42, 640 + i * 46, 90, 16, "#d8cdb2", "#a89b7c")
    c.person(640, 846, 230, "#e0b12e", "stand", 1)
    c.glow(712, 720, 120, "#fff0b8", 0.6)
    c.poly([(700, 702), (870, 640), (870, 760), (704, 716)], "#fff3c4", alpha=0.35, blur=6)
    c.person(470, 690, 190, "#3f6f8f", "walk", 1)


def night_bus(c: Canvas) -> None:
    """The last bus takes on workers at the factory gate."""
    for _ in range(90):
        c.disc(c.rng.uniform(0, W), c.rng.uniform(0, 330), c.rng.uniform(0.8, 2.2), "#f3ecd2", alpha=0.7)
    c.ridge(480, 70, "#2c4553", "#22384a")
    c.rect(0, 420, 1060, 350, "#31475a", "#26394a")
    for n in range(5):
        x = n * 212
        c.poly([(x, 420), (x + 70, 346), (x + 212, 420)], "#3b5367", "#2d4254")
        for k in range(4):
            c.rect(x + 16 + k * 48, 470, 34, 58, "#ffe2a0", "#f0b862")
            c.rect(x + 16 + k * 48, 580, 34, 58, "#48606f" if (n + k) % 3 else "#ffdf97")
    c.rect(1150, 240, 46, 330, "#2d4254")
    c.disc(1180, 200, 40, "#9fb0b8", ry=70, alpha=0.22, blur=18)
    c.rect(0, 760, W, 60, "#59636b", "#485058")
    c.rect(0, 815, W, 251, "#343d46", "#20272e")
    for x in (70, 250):
        c.rect(x, 560, 34, 210, "#8f7a50", "#6d5a38")
    c.rect(56, 540, 242, 30, RED, mix(RED, INK, 0.4))
    for x in (430, 1400):
        c.line([(x, 790), (x, 330), (x + 60, 322)], 8, "#18222a")
        c.glow(x + 66, 345, 200, "#ffd68a", 0.7)
        c.disc(x + 66, 332, 14, "#fff6d6")
    c.glow(1010, 760, 380, "#ffe0a0", 0.45)
    bus(c, 640, 940, 760, "#b0503c", "#fff0be")
    c.poly([(1400, 860), (W, 820), (W, 960), (1400, 890)], "#fff0be", alpha=0.35, blur=10)
    coats = ("#3f6480", "#8b6f92", "#5f8a6f", OCHRE, "#9b5a4a")
    for n, x in enumerate((210, 320, 420, 540, 1296)):
        c.person(x, 990 - (n % 2) * 20 if n < 4 else 926, 230 if n < 4 else 190, coats[n], "walk", 1)
    for x in range(60, W, 270):
        c.rect(x, 1030, 140, 8, "#84877f")


def truck_bends(c: Canvas) -> None:
    """A lorry comes down a mountain road of many bends."""
    c.glow(330, 220, 240, "#fff0c8", 0.7)
    c.hills(250, "#6d8f82", "#c5d3c8", 4, 60, 150)
    c.ridge(700, 60, "#7f9f80", "#66865f")
    c.poly(
        [(420, 1066), (620, 560), (900, 330), (1080, 250), (1270, 330), (1620, 420), (1620, H)],
        "#86a26c",
        "#4d6b48",
    )
    turns = [
        (1085, 262),
        (1250, 330),
        (1010, 400),
        (1330, 486),
        (930, 586),
        (1420, 706),
        (800, 850),
        (1500, 1010),
    ]
    smooth: list[tuple[float, float]] = []
    for (x0, y0), (x1, y1) in pairwise(turns):
        for i in range(24):
            t = i / 24
            smooth.append((x0 + (x1 - x0) * (1 - math.cos(t * math.pi)) / 2, y0 + (y1 - y0) * t))
    for color, share in (("#d9cdb0", 1.25), ("#8b8f8c", 1.0)):
        for a, b in pairwise(smooth):
            c.line([a, b], (5 + (a[1] - 250) * 0.075) * share, color)
    for a, b in list(pairwise(smooth))[::4]:
        c.line([a, b], 1 + (a[1] - 250) * 0.006, "#f4ecd8")
    for x, y in (
        (1220, 292),
        (1390, 460),
        (860, 560),
        (1490, 690),
        (1180, 640),
        (1120, 820),
        (740, 760),
        (640, 960),
    ):
        for k in range(3):
            c.pine(x + k * 34, y + 40 + (k % 2) * 14, 40 + (y - 200) * 0.12, "#3f6650")
    c.disc(1090, 812, 150, INK, ry=14, alpha=0.3, blur=6)
    c.rect(1000, 690, 210, 76, "#8a8f8a", "#626b6b")
    for n in range(6):
        c.disc(1022 + n * 33, 688, 22, "#c9c3b2", "#8f8a7b", ry=18)
    c.poly([(996, 790), (996, 706), (964, 690), (934, 690), (912, 740), (908, 790)], RED, mix(RED, INK, 0.3))
    c.poly([(956, 702), (934, 702), (918, 740), (956, 740)], "#dfeae4", "#a9c4c2")
    c.rect(908, 776, 306, 18, INK)
    wheels(c, (950, 1110, 1170), 798, 25)
    c.rect(120, 560, 20, 330, "#b9b09a")
    c.poly([(60, 420), (200, 420), (270, 520), (200, 620), (60, 620)], "#e3b53c", "#c8932a")
    c.line([(105, 585), (105, 520), (175, 520), (175, 455)], 15, INK)
    c.poly([(150, 468), (175, 432), (200, 468)], INK)
    c.ridge(940, 24, "#7c9a58", "#48633f")
    c.person(330, 1000, 250, "#3f6480", "stand", 1)
    c.reeds(520, H, 20, "#48633f", 90)


def chestnut(c: Canvas) -> None:
    """Gathering chestnuts under autumn trees."""
    c.glow(1080, 260, 300, "#ffdf9a", 0.75)
    c.hills(330, "#9a8f66", "#e0d2ac", 4, 52, 110)
    c.rect(0, 640, W, 430, "#a5894f", "#6f5a34")
    leaves = ("#c98a35", "#a8742f", "#8f8a3f", "#b9622c")
    for n in range(9):
        x = n * 200 + c.rng.uniform(-30, 30)
        c.tree(x, 690, c.rng.uniform(230, 330), leaves[n % 4])
    for x, h in ((150, 720), (1470, 760)):
        c.line([(x, 1000), (x + 10, 1000 - h * 0.55)], 56, "#5a4329")
        for dx, dy in ((-150, 470), (60, 540), (190, 450), (-40, 620), (120, 650)):
            c.disc(
                x + dx,
                1000 - dy,
                170,
                mix(leaves[(dx + 150) % 4], PAPER, 0.1),
                mix(leaves[(dx + 151) % 4], INK, 0.2),
                ry=125,
            )
    for _ in range(170):
        x, y = c.rng.uniform(0, W), 720 + 330 * c.rng.random()
        c.disc(x, y, 10 + (y - 700) * 0.02, mix("#d9a04a", "#8a6530", c.rng.random()), ry=4, alpha=0.7)
    for _ in range(60):
        x, y = c.rng.uniform(200, 1400), c.rng.uniform(800, 1040)
        r = 9 + (y - 780) * 0.03
        for k in range(10):
            turn = k * math.tau / 10
            c.line([(x, y), (x + r * 1.5 * math.cos(turn), y + r * 1.2 * math.sin(turn))], 2, "#8f9a4a")
        c.disc(x, y, r, "#b9bf6a", "#7f8a42")
        if c.rng.random() < 0.5:
            c.disc(x + 2, y, r * 0.55, "#7a3f22", "#4f2716")
    c.person(520, 950, 270, "#3f6480", "stand", 1, "hat")
    c.person(860, 980, 280, RED, "stand", -1)
    c.person(1150, 920, 240, "#7f8f5f", "walk", -1, "hat")
    for x, fill in ((640, "#6b3a20"), (740, "#9aa353")):
        c.poly([(x - 44, 930), (x + 44, 930), (x + 32, 1004), (x - 32, 1004)], "#c79a5b", "#8a6535")
        for k in range(9):
            c.disc(x - 34 + k * 8.5, 926 - (k % 3) * 8, 10, mix(fill, PAPER, 0.12), fill)


def ranger_ridge(c: Canvas) -> None:
    """A forest ranger on a misty ridge, a mast beyond."""

    def slope(x: float) -> float:
        return 840 - 190 * math.pow(max(0.0, x) / W, 1.4) + 22 * math.sin(x / 120)

    c.glow(1150, 300, 320, "#fff0cc", 0.8)
    c.disc(1150, 300, 66, "#fffaf0")
    c.hills(360, "#56776d", "#c3d0cb", 5, 66, 140)
    for y in (520, 640):
        c.disc(500, y, 700, PAPER, ry=36, alpha=0.45, blur=26)
        c.disc(1300, y + 40, 560, PAPER, ry=30, alpha=0.4, blur=24)
    for foot in (-40, 40):
        c.line([(1310 + foot, 720), (1310, 300)], 5, "#59666a")
    for n in range(9):
        c.line([(1274 + n * 4, 690 - n * 42), (1344 - n * 4, 668 - n * 42)], 3, "#59666a")
    for dx, dy in ((-20, 330), (20, 336), (0, 308)):
        c.rect(1304 + dx, dy, 12, 34, "#f4ecd8", "#c9c2af")
    c.disc(1310, 296, 7, RED)
    crest = [(float(x), slope(x)) for x in range(-10, W + 20, 10)]
    c.poly([*crest, (W + 10, H), (-10, H)], "#4f7355", "#243f35")
    for _ in range(60):
        x = c.rng.uniform(0, W)
        c.pine(
            x,
            slope(x) + c.rng.uniform(60, 330),
            c.rng.uniform(90, 190),
            mix("#3a6048", "#1f3a33", c.rng.random()),
        )
    path = [(float(x), slope(x) + 2) for x in range(-10, 1400, 10)]
    c.line(path, 13, "#cbb98c")
    for x, h, coat, tool in ((640, 230, "#7f5a2c", "cane"), (520, 205, "#3f6480", "hat")):
        foot_y = slope(x) + 2
        c.person(x, foot_y, h, coat, "walk", 1, tool)
        c.rect(x - h * 0.22, foot_y - h * 0.8, h * 0.14, h * 0.3, "#5f6b3a", "#414a28")
    for x, h in ((60, 420), (1500, 380), (1420, 280), (170, 300)):
        c.pine(x, H + 10, h, "#1d362f")
    for x, y, s in ((820, 300, 30), (890, 274, 24)):
        c.bird(x, y, s)
