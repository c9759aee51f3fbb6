"""Scenes of houses, halls and people at work, one function each."""

from __future__ import annotations

import math

from canvas import INK, OCHRE, PAPER, RED, Canvas, H, Point, W, mix


def room(c: Canvas, wall: str, floor: str, light: str) -> None:
    """Draw a back wall with three tall windows, a floor and the light falling on it."""
    c.rect(0, 0, W, 700, mix(wall, PAPER, 0.25), wall)
    for x in (170, 620, 1070):
        c.rect(x - 12, 118, 384, 404, mix(wall, INK, 0.55))
        c.rect(x, 130, 360, 380, "#dbe6d2", light)
        c.poly(
            [
                (x, 420),
                (x + 90, 350),
                (x + 190, 395),
                (x + 290, 330),
                (x + 360, 390),
                (x + 360, 510),
                (x, 510),
            ],
            "#9db695",
            "#7f9f7a",
        )
        c.rect(x + 174, 130, 12, 380, mix(wall, INK, 0.55))
        c.rect(x, 262, 360, 9, mix(wall, INK, 0.55))
        c.rect(x - 26, 522, 412, 16, mix(wall, INK, 0.4))
    c.rect(0, 700, W, H - 700, mix(floor, PAPER, 0.12), mix(floor, INK, 0.3))
    for x in (170, 620, 1070):
        c.poly([(x - 60, 720), (x + 250, 720), (x + 170, H), (x - 230, H)], "#fff2c8", alpha=0.28, blur=14)


def canteen(c: Canvas) -> None:
    """Elderly people at lunch in a community canteen."""
    room(c, "#e3c592", "#b98a5a", "#f6e3b0")
    for x in (350, 800, 1250):
        c.line([(x, 0), (x, 96)], 3, INK)
        c.glow(x, 130, 110, "#ffe7a8", 0.8)
        c.poly([(x - 58, 140), (x - 22, 92), (x + 22, 92), (x + 58, 140)], RED, mix(RED, INK, 0.25))
    coats = ["#5c7a8a", "#9b5a4a", "#7f8f5f", "#8b6f92", "#4f6b62", "#b0793f"]
    for row, (y, h, shift) in enumerate(((800, 230, 60), (1010, 300, -70))):
        for n, x in enumerate((230, 780, 1330)):
            x += shift
            c.disc(x, y + 6, 240 + row * 30, INK, ry=22, alpha=0.22, blur=10)
            c.person(x - 150 - row * 25, y, h, coats[(n + row * 2) % 6], "sit", 1, hair="#d8d4cc")
            c.person(
                x + 150 + row * 25,
                y,
                h,
                coats[(n + row * 2 + 3) % 6],
                "sit",
                -1,
                hair="#c9c5bd" if n else "#55504c",
            )
            top = y - h * 0.36
            c.rect(x - 105 - row * 15, top, 210 + row * 30, 15 + row * 4, "#8a5a36", "#6d4428")
            for leg in (-80, 70):
                c.rect(x + leg, top + 14, 11, y - top - 8, "#6d4428")
            for bx in (-58, 0, 58):
                c.poly(
                    [
                        (x + bx - 24, top - 21),
                        (x + bx + 24, top - 21),
                        (x + bx + 13, top),
                        (x + bx - 13, top),
                    ],
                    PAPER,
                    "#c9d3cf",
                )
                c.disc(x + bx, top - 52, 9, "#ffffff", ry=30, alpha=0.35, blur=7)
    c.person(1010, 860, 300, RED, "walk", 1)
    c.rect(1062, 690, 74, 10, INK)


def lane(c: Canvas) -> None:
    """An old lane between white walls and dark roofs."""
    c.hills(330, "#86a092", "#cdd6c8", 3, 50, 90)
    c.house(640, 610, 150)
    c.house(800, 606, 130)
    c.poly([(690, 600), (880, 600), (1330, H), (250, H)], "#d3c6ab", "#8f8672")
    for i in range(14):
        y = 606 + 460 * (i / 13) ** 1.8
        c.line([(690 - (y - 600) * 0.94, y), (880 + (y - 600) * 0.96, y)], 1.4 + i * 0.2, "#857b68")
    for side in (-1, 1):
        for near, depth in ((0.26, 0.0), (0.56, 0.26), (1.2, 0.56)):

            def at(t: float, v: float, side: int = side) -> Point:
                return 785 + side * (95 + 640 * t), 600 + (v * 520 + 40) * (0.3 + t)

            a, b = depth, near
            c.poly(
                [
                    at(a, -0.9),
                    at(b, -0.9),
                    (at(b, 0)[0], 600 + 480 * b * 1.05),
                    (at(a, 0)[0], 600 + 480 * a * 1.05),
                ],
                mix(PAPER, "#b9b5a6", 0.1 if side > 0 else 0.55),
                mix(PAPER, OCHRE, 0.3),
            )
            c.poly(
                [
                    at(a, -1.22),
                    at(b, -1.22),
                    (at(b + 0.03, -0.9)[0] - side * 46 * (0.4 + b), at(b, -0.84)[1]),
                    (at(a, -0.84)[0] - side * 34 * (0.4 + a), at(a, -0.84)[1]),
                ],
                "#56656a",
                INK,
            )
            for place in (0.3, 0.72) if depth else ():
                s, e = a + (b - a) * place, a + (b - a) * (place + 0.13)
                foot = [(at(t, 0)[0], 600 + 480 * t * 1.05 + 6) for t in (e, s)]
                c.poly([at(s, -0.52), at(e, -0.52), *foot], mix(RED, INK, 0.6), mix(OCHRE, INK, 0.6))
                c.line([at(s - 0.01, -0.54), at(e + 0.01, -0.54)], 7, "#56656a")
            x, y = at((a + min(b, 0.9)) / 2 - 0.04, -0.62)
            c.glow(x - side * 34, y + 10, 54, "#ffcf7a", 0.7)
            c.disc(x - side * 34, y + 10, 15 + b * 12, RED, mix(RED, INK, 0.25), ry=20 + b * 14)
    c.person(850, 800, 190, "#5c7a8a", "walk", -1, "cane", "#d8d4cc")
    c.person(700, 860, 210, RED, "walk", 1)
    c.person(770, 690, 100, "#7f8f5f", "walk", 1)


def school(c: Canvas) -> None:
    """A village school in a bowl of hills, pupils on the playground."""
    c.hills(250, "#6c9078", "#bfd0c0", 5, 62, 130)
    c.rect(0, 770, W, 296, "#c77b55", "#a65a40")
    c.disc(800, 1060, 980, "#8fae68", "#6f9455", ry=215)
    for r in (0, 1, 2):
        c.line(
            [(-40 + i * 42, 1000 + r * 34 - 170 * math.sin(i / 40 * math.pi)) for i in range(41)],
            3,
            "#f1e3cd",
        )
    for x, w, floors in ((330, 640, 3), (990, 330, 2)):
        top = 780 - floors * 108
        c.rect(x, top, w, floors * 108, PAPER, "#e5cfa4")
        c.rect(x - 18, top - 22, w + 36, 26, RED, mix(RED, INK, 0.3))
        for f in range(floors):
            c.rect(x, top + f * 108 + 94, w, 9, mix(OCHRE, PAPER, 0.3))
            for n in range(w // 82):
                c.rect(x + 26 + n * 82, top + 24 + f * 108, 50, 52, "#9dbdc0", "#5f868e")
                c.rect(x + 49 + n * 82, top + 24 + f * 108, 4, 52, PAPER)
    c.rect(612, 700, 76, 80, mix(RED, INK, 0.45))
    for x in (240, 290, 1370, 1430, 1500, 90):
        c.tree(x, 792, 150, "#58804f")
    c.line([(770, 800), (770, 262)], 6, "#c9c5bb")
    c.poly([(773, 268), (840, 258), (898, 274), (898, 350), (840, 336), (773, 348)], "#cf3a2c", "#a92a22")
    coats = (RED, "#3f6f8f", OCHRE, "#7f8f5f", "#8b5a7a")
    for n, x in enumerate((360, 450, 520, 900, 980, 1130, 1190, 690)):
        c.person(x, 900 + (n * 37) % 90, 104, coats[n % 5], "walk", -1 if n % 2 else 1)
    c.person(770, 930, 160, "#3c5568", "stand", 1)


def workshop(c: Canvas) -> None:
    """A potter teaching at the wheel."""
    room(c, "#9c7a58", "#6b4c36", "#f7dfa6")
    for y in (330, 450):
        c.rect(60, y, 1480, 14, "#5a3d29")
        for x in range(100, 1500, 74):
            w, h = c.rng.uniform(17, 26), c.rng.uniform(40, 74)
            glaze = c.rng.choice(("#6f9a94", "#8fb3a4", "#b98a5a", "#d9cbb0", "#4f6f70"))
            c.disc(x, y - h * 0.45, w, mix(glaze, PAPER, 0.3), mix(glaze, INK, 0.2), ry=h * 0.45)
            c.rect(x - w * 0.4, y - h, w * 0.8, h * 0.3, glaze)
    c.disc(800, 950, 520, INK, ry=50, alpha=0.3, blur=16)
    c.person(560, 940, 430, "#3f6480", "sit", 1)
    c.person(1060, 940, 410, RED, "sit", -1)
    c.person(1300, 930, 400, "#7f8f5f", "stand", -1)
    c.rect(742, 800, 116, 140, "#5a4030", "#38281f")
    c.disc(800, 800, 150, "#8d7458", "#5d4836", ry=26)
    c.poly([(742, 795), (722, 700), (752, 652), (848, 652), (878, 700), (858, 795)], "#c9a57b", "#94704c")
    c.disc(800, 652, 48, "#7a5a3d", ry=12)
    for x in (170, 260, 350):
        c.disc(x, 940, 56, "#86aaa0", "#47686a", ry=74)
        c.disc(x, 872, 30, "#2f4548", ry=9)


def kiln(c: Canvas) -> None:
    """The kiln watch at night."""
    for _ in range(80):
        c.disc(c.rng.uniform(0, W), c.rng.uniform(0, 380), c.rng.uniform(0.8, 2.2), "#f3ecd2", alpha=0.7)
    c.ridge(470, 100, "#2c4450", "#233844")
    c.ridge(600, 70, "#20343d", "#1a2a31")
    c.rect(0, 800, W, 266, "#4a3628", "#221a17")
    for i in range(5, -1, -1):
        x, r = 700 + i * 150, 205 - i * 13
        y = 830 - i * 34
        c.disc(x, y, r, "#a5663f", "#5a3526", ry=r * 0.92)
    c.poly([(0, 836), (560, 836), (1040, 780), (W, 716), (W, H), (0, H)], "#4a3628", "#221a17")
    c.rect(1430, 330, 66, 380, "#7d4c34", "#4f3026")
    c.disc(1470, 260, 46, "#c9c1b4", ry=90, alpha=0.3, blur=22)
    c.disc(1500, 150, 70, "#c9c1b4", ry=110, alpha=0.18, blur=30)
    for y in range(690, 830, 26):
        c.line([(560 + abs(y - 830) * 0.2, y), (820, y)], 1.6, "#7d4a30")
    c.glow(655, 790, 330, "#ff9c3c", 0.8)
    c.poly(
        [(600, 850), (600, 770), (628, 722), (656, 710), (684, 722), (712, 770), (712, 850)],
        "#fff0b0",
        "#ff8a2a",
    )
    c.poly([(622, 850), (640, 780), (652, 812), (668, 748), (690, 850)], "#fffbe0", "#ffc14d")
    c.disc(560, 905, 430, "#ffab52", ry=56, alpha=0.34, blur=22)
    c.person(420, 930, 250, "#6d4a3a", "sit", 1, hair="#3a302b")
    c.person(280, 940, 250, "#35525f", "sit", 1)
    c.person(860, 945, 270, "#7f3a2c", "stand", -1, "cane")
    for n in range(11):
        c.disc(1090 + n * 44, 955 - (n % 2) * 34, 22, "#b98a5a", "#6b4a30")
    for _ in range(40):
        c.disc(c.rng.uniform(560, 800), c.rng.uniform(380, 720), c.rng.uniform(1.2, 3), "#ffc36b", alpha=0.8)


def packing(c: Canvas) -> None:
    """Crates of fruit going onto a lorry."""
    c.hills(300, "#7b9a78", "#cfd8bf", 3, 60, 100)
    c.rect(0, 720, W, 346, "#cdb58c", "#9c835e")
    c.rect(120, 330, 760, 400, "#8f7350", "#6b5338")
    c.poly([(50, 350), (500, 200), (950, 350), (950, 384), (500, 236), (50, 384)], "#a4463a", "#7d3029")
    c.poly([(120, 362), (500, 236), (880, 362)], "#b39468", "#8f7350")
    for x in (120, 370, 620, 862):
        c.rect(x, 340, 18, 440, "#4f3a28")
    c.rect(190, 700, 620, 20, "#5c7a8a", "#3d5866")
    for x in range(210, 800, 34):
        c.disc(x, 690, 13, "#f0a040", "#d9781f")
    for x in (300, 560, 760):
        c.person(x, 800, 220, ("#3f6480", RED, "#7f8f5f")[x % 3], "stand", 1, "hat")
    c.rect(960, 700, 430, 90, "#3f6f7f", "#2f5361")
    c.poly([(1390, 800), (1390, 600), (1490, 600), (1550, 700), (1560, 800)], "#4f8494", "#2f5361")
    c.poly([(1412, 622), (1480, 622), (1526, 702), (1412, 702)], "#dfe9e2", "#a9c4c2")
    c.rect(950, 790, 620, 26, INK)
    for x in (1060, 1320, 1480):
        c.disc(x, 826, 50, "#1f2a2e")
        c.disc(x, 826, 20, "#a9a393")

    def crate(x: float, y: float) -> None:
        for k in range(5):
            c.disc(x + 14 + k * 17, y - 3, 12, "#f0a040", "#d9781f")
        c.rect(x, y, 96, 52, "#d9b06b", "#a97f45")
        c.line([(x, y + 26), (x + 96, y + 26)], 3, "#8a6535")

    for level, row in ((640, 4), (582, 3)):
        for n in range(row):
            crate(972 + n * 102, level)
    for n in range(5):
        crate(110 + n * 112, 930)
        if n % 2:
            crate(60 + n * 112, 872)
    c.person(900, 900, 240, "#8b5a4a", "walk", 1)
    crate(912, 740)
    c.person(1180, 990, 260, "#3c5568", "stand", -1)


def hall(c: Canvas) -> None:
    """The meeting hall on a clear morning."""
    c.glow(800, 330, 420, "#fff0c4", 0.7)
    c.hills(360, "#8fa99a", "#d2dccf", 3, 44, 70)
    c.rect(0, 790, W, 276, "#e0d5bd", "#b3a68b")
    c.rect(150, 500, 1300, 300, "#ead9b8", "#cdb78d")
    for n in range(22):
        if not 7 <= n <= 14:
            c.rect(178 + n * 58, 545, 30, 205, "#6d8f96", "#3f5f68")
    c.rect(130, 474, 1340, 32, "#d8c39a", "#b39a6c")
    c.rect(520, 400, 560, 400, "#8a4a38", "#5f3128")
    for n in range(6):
        x = 528 + n * 100
        c.rect(x, 412, 44, 384, "#fbf3e0", "#d9c7a0")
        c.rect(x - 8, 404, 60, 16, "#efe2c4")
        c.rect(x - 8, 784, 60, 16, "#d9c7a0")
    c.rect(486, 352, 628, 56, "#efe0bd", "#cfb888")
    c.poly([(450, 352), (540, 296), (1060, 296), (1150, 352)], "#5d6f70", INK)
    c.disc(800, 378, 20, RED)
    for i in range(7):
        c.rect(470 - i * 26, 800 + i * 19, 660 + i * 52, 19, "#f3e9d2", "#c9bb9c")
    c.line([(800, 296), (800, 110)], 5, "#c9c5bb")
    c.poly([(803, 116), (866, 104), (922, 120), (922, 190), (866, 176), (803, 188)], "#cf3a2c", "#a92a22")
    for x, h in ((70, 260), (190, 200), (1410, 200), (1530, 270)):
        c.pine(x, 850, h, "#47695a")
    for n, x in enumerate((420, 500, 640, 760, 980, 1060, 1190)):
        c.person(
            x,
            965 + (n * 31) % 54,
            132,
            ("#2f4654", "#5b3f3a", "#3f5a4f", "#6b5a44")[n % 4],
            "walk",
            1 if x < 800 else -1,
        )


def night_talk(c: Canvas) -> None:
    """Deputies and villagers talking under a tree at night."""
    for _ in range(110):
        c.disc(c.rng.uniform(0, W), c.rng.uniform(0, 450), c.rng.uniform(0.8, 2.4), "#f3ecd2", alpha=0.75)
    c.glow(250, 170, 150, "#f3e7b8", 0.6)
    c.disc(250, 170, 52, "#fbf3d6")
    c.ridge(500, 90, "#3a5663", "#2d4651")
    c.ridge(600, 50, "#2b454c", "#22383c")
    for x, w in ((120, 130), (290, 110), (1330, 140)):
        c.house(x, 716, w, "#a9a083", "#1b2c31")
        c.glow(x + w * 0.22, 688, 46, "#ffcf7a", 0.6)
    c.rect(0, 714, W, 360, "#7d6a45", "#453b2c")
    c.poly(
        [
            (1010, 900),
            (1040, 640),
            (990, 470),
            (1060, 560),
            (1085, 420),
            (1110, 570),
            (1190, 480),
            (1130, 650),
            (1160, 900),
        ],
        "#4a3a2c",
        "#2b241f",
    )
    for _ in range(60):
        angle, far = c.rng.uniform(0, math.tau), c.rng.random() ** 0.5
        c.disc(
            1080 + 390 * far * math.cos(angle),
            320 + 215 * far * math.sin(angle),
            c.rng.uniform(46, 92),
            mix("#2f5648", "#4d7352", c.rng.random()),
            alpha=0.9,
        )
    c.line([(930, 400), (870, 470)], 3, "#1b2c31")
    c.glow(870, 500, 380, "#ffd489", 0.75)
    c.disc(800, 900, 640, "#ffd489", ry=130, alpha=0.34, blur=34)
    c.disc(870, 490, 20, "#fff6d6")
    coats = ("#5c7a8a", "#9b5a4a", "#7f8f5f", "#b0793f", "#6b5f82", "#a9483a")
    for n in range(7):
        x = 440 + n * 118
        c.rect(x - 46, 822, 92, 10, "#5a3d29")
        c.person(x, 850, 165, coats[n % 6], "sit", 1 if n < 4 else -1, hair="#c9c5bd" if n % 3 == 1 else INK)
    for n, x in enumerate((250, 390, 1130, 1290)):
        c.rect(x - 66, 938, 132, 14, "#4a3122")
        c.person(x, 985, 235, coats[(n + 2) % 6], "sit", 1 if x < 800 else -1)
    c.person(760, 1000, 270, RED, "stand", 1)
