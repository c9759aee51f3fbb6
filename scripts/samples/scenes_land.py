"""Scenes of field, water and road, one function each."""

from __future__ import annotations

import math

from canvas import INK, OCHRE, PAPER, RED, Canvas, H, W, mix


def terraces(c: Canvas) -> None:
    """Rice terraces in the morning mist."""
    c.glow(1180, 210, 260, "#ffe2a0")
    c.disc(1180, 210, 66, "#fff3cf")
    c.hills(330, "#7d9b88", "#c3d0bd", 4, 52, 110)
    for x, w in ((215, 92), (318, 74), (405, 84)):
        c.house(x, 592, w)
    for x in (170, 505, 545):
        c.tree(x, 604, 88, "#5d7f57")
    for i in range(12):
        y = 570 + 500 * (i / 12) ** 1.25
        edge = [
            (x, y + (26 + i * 3) * math.sin(x / 330 + i * 0.42) + 16 * math.sin(x / 130 + i))
            for x in range(-10, W + 20, 8)
        ]
        thick = 9 + i * 1.5
        c.poly([*edge, (W + 10, H), (-10, H)], "#4d6b48", "#3d5a43")
        green = mix("#a9bb6a", "#6b9150", i / 11)
        c.poly(
            [*[(x, e + thick) for x, e in edge], (W + 10, H), (-10, H)],
            "#e6ead0" if i % 3 == 1 else mix(green, PAPER, 0.3),
            green,
        )
        for x in range(0, W, 26):
            e = edge[min(len(edge) - 1, x // 8 + 1)][1] + thick + 12 + i * 2
            c.line([(x, e), (x + 12, e - 2)], 1.6 + i * 0.16, mix(green, INK, 0.25))
    c.person(1010, 842, 122, "#3f6480", "walk", -1, "hoe")
    c.person(1085, 848, 112, RED, "walk", -1, "hat")
    for x, y, s in ((700, 300, 30), (770, 272, 24), (840, 312, 21)):
        c.bird(x, y, s)


def canal(c: Canvas) -> None:
    """A hill canal following the contour towards the fields."""
    c.hills(250, "#6f9087", "#cbd6c8", 5, 68, 120)

    def path(x: float, off: float) -> float:
        return 800 - x * 0.19 + 48 * math.sin(x / 250) + off

    xs = range(-10, W + 20, 10)
    c.poly(
        [*[(x, path(x, -240 + 40 * math.sin(x / 90))) for x in xs], (W + 10, H), (-10, H)],
        "#86a26c",
        "#557650",
    )
    for _ in range(26):
        x = c.rng.uniform(0, W)
        c.pine(
            x,
            path(x, c.rng.uniform(-190, -60)),
            c.rng.uniform(80, 150),
            mix("#4f7355", "#6f8f63", c.rng.random()),
        )
    for off, width, a, b in (
        (-34, 34, "#b9a582", "#94835f"),
        (0, 44, "#cfe3dd", "#7fb0b4"),
        (44, 30, "#c8b48d", "#a08d68"),
    ):
        c.poly([*[(x, path(x, off)) for x in xs], *[(x, path(x, off + width)) for x in reversed(xs)]], a, b)
    for _ in range(60):
        left, deep = c.rng.uniform(0, W), c.rng.uniform(8, 36)
        right = left + c.rng.uniform(14, 60)
        c.line([(left, path(left, deep)), (right, path(right, deep))], 1.4, "#eef6ee")
    c.poly([*[(x, path(x, 74)) for x in xs], (W + 10, H), (-10, H)], "#6d8c52", "#35523f")
    for _ in range(90):
        x = c.rng.uniform(0, W)
        y = path(x, c.rng.uniform(110, 420))
        c.disc(
            x,
            y,
            c.rng.uniform(16, 44),
            mix("#54764a", "#8aa65f", c.rng.random()),
            ry=c.rng.uniform(8, 18),
            alpha=0.75,
        )
    c.person(900, path(900, 66), 168, "#3f6480", "walk", 1, "hoe")
    c.person(1020, path(1020, 64), 150, "#8b6b4a", "walk", 1, "hat")


def mountain_road(c: Canvas) -> None:
    """Solar lamps along a hill path after dark."""
    for _ in range(120):
        c.disc(c.rng.uniform(0, W), c.rng.uniform(0, 420), c.rng.uniform(0.8, 2.4), "#f3ecd2", alpha=0.8)
    c.glow(1260, 190, 150, "#f3e7b8", 0.6)
    c.disc(1260, 190, 48, "#fbf3d6")
    for i in range(4):
        c.ridge(
            380 + i * 70, 110, mix("#4b6a7a", "#233f4c", i / 3), mix("#5f7d88", "#2d4b54", i / 3), bottom=H
        )
    c.ridge(680, 60, "#1f3a40", "#142a30")
    way = [
        (
            660 + 430 * (1 - t) * math.sin(t * 9.2 + 0.6) * (0.25 + 0.75 * (1 - t)) + 260 * t,
            1090 - 640 * t**0.8,
        )
        for t in (i / 90 for i in range(91))
    ]
    left = [(x - 90 * (1 - i / 96) ** 1.6 - 4, y) for i, (x, y) in enumerate(way)]
    right = [(x + 90 * (1 - i / 96) ** 1.6 + 4, y) for i, (x, y) in enumerate(way)]
    c.poly([*left, *reversed(right)], "#a89c78", "#6f6a58")
    for i in range(84, 2, -7):
        x, y = right[i]
        size = (1 - i / 96) ** 1.2
        c.glow(x + 8, y - 150 * size - 14, 40 + 110 * size, "#ffd98a", 0.75)
        c.disc(x - 60 * size, y, 110 * size + 12, "#ffdf9a", ry=22 * size + 4, alpha=0.35, blur=6)
        c.line(
            [(x + 22 * size, y), (x + 22 * size, y - 165 * size - 16), (x - 4, y - 165 * size - 16)],
            2 + 4 * size,
            "#d8d2bd",
        )
        c.disc(x - 4, y - 160 * size - 14, 4 + 8 * size, "#fff3c9")
    for x, y, w in ((1000, 505, 70), (1090, 520, 60), (905, 515, 52)):
        c.house(x, y, w, "#c9b98f", "#16282e")
    for n, x in enumerate((985, 1045, 1100)):
        c.person(x, 958 + n * 12, 118 + n * 5, (RED, OCHRE, "#6f9db0")[n], "walk", -1)


def bridge(c: Canvas) -> None:
    """An arched road bridge over the river."""
    c.glow(420, 230, 230, "#ffe6b0")
    c.disc(420, 230, 58, "#fff4d6")
    c.hills(330, "#6f9484", "#c5d3c6", 4, 64, 120)
    for x in range(20, W, 128):
        c.tree(
            x + c.rng.uniform(-30, 30), 690, c.rng.uniform(60, 110), mix("#5d8257", "#87a066", c.rng.random())
        )
    deck = "#d8cdb6"
    for n in range(4):
        x = 200 + n * 400
        arch = [
            (x + 188 * math.cos(t), 690 - 150 * math.sin(t)) for t in (math.pi * i / 40 for i in range(41))
        ]
        under = [(x - 174, 690), *[(px, py + 18) for px, py in reversed(arch)][1:-1], (x + 174, 690)]
        c.poly([(x - 200, 520), (x + 200, 520), (x + 200, 700), *arch, (x - 200, 700)], deck, "#a79a82")
        c.line(under[1:-1], 4, "#8b7f69")
    c.rect(0, 498, W, 26, "#eee4cf", "#b9ac92")
    for x in range(0, W, 32):
        c.rect(x, 470, 5, 30, RED if x % 160 == 0 else "#e8dcc4")
    c.rect(0, 466, W, 6, "#f4ead6")
    c.rect(980, 432, 118, 54, "#f7f3e8", "#dad5c6")
    c.poly([(1098, 446), (1124, 452), (1136, 470), (1136, 486), (1098, 486)], "#f7f3e8", "#d0cbbd")
    c.rect(980, 458, 150, 7, RED)
    c.disc(1012, 488, 12, INK)
    c.disc(1106, 488, 12, INK)
    c.person(520, 498, 78, "#3f6480", "walk", 1)
    c.person(570, 498, 72, RED, "walk", 1)
    c.water(696, "#a9c6bd", "#3f6f74")
    c.poly([(300, 872), (610, 872), (566, 918), (338, 918)], "#7a5635", "#4c3423")
    c.person(545, 874, 168, "#3c5568", "stand", -1, "hat")
    c.person(545, 874, 168, "#3c5568", "stand", 1, "pole")
    c.reeds(1420, H, 36, "#3d5a43")
    c.reeds(60, H, 26, "#34523f", 120)


def ferry(c: Canvas) -> None:
    """The old ferry landing at first light."""
    c.glow(1050, 420, 330, "#ffc77d", 0.85)
    c.disc(1050, 420, 82, "#ffedc0")
    c.hills(420, "#8d8f86", "#dcbf9c", 4, 46, 80)
    c.water(600, "#e8bd86", "#5d7a80", glint="#ffe9bd")
    c.disc(1050, 720, 46, "#ffe6b0", ry=120, alpha=0.5, blur=16)
    c.poly([(470, 790), (500, 822), (900, 822), (960, 780), (900, 868), (530, 868)], "#5b4230", "#2f251f")
    c.poly([(590, 826), (610, 728), (690, 704), (770, 728), (790, 826)], "#a8834f", "#6b4f31")
    for i in range(5):
        c.line([(610 + i * 38, 724 - 8 * (2 - abs(i - 2))), (596 + i * 46, 824)], 2, "#5c4429")
    c.person(870, 826, 190, "#2f4a58", "stand", -1, "hat")
    c.person(870, 826, 190, "#2f4a58", "stand", 1, "pole")
    c.disc(720, 884, 250, "#26353b", ry=15, alpha=0.35, blur=9)
    for x, y, s in ((300, 330, 44), (390, 286, 34), (470, 350, 28), (560, 310, 22)):
        c.bird(x, y, s, "#fff8e8")
    c.reeds(160, H, 60, "#2f4a45", 200)
    c.reeds(1480, H, 44, "#2f4a45", 160)


def orchard(c: Canvas) -> None:
    """An orange orchard at dusk."""
    c.glow(1120, 380, 360, "#ffb35c", 0.85)
    c.disc(1120, 380, 84, "#ffe2a6")
    c.hills(440, "#8a6f62", "#e0aa84", 4, 48, 90)
    c.ridge(660, 40, "#8a8a4f", "#5c6b3f")
    for row in range(5):
        y, size = 690 + row * row * 18 + row * 26, 90 + row * 42
        for n in range(-1, 11 - row):
            x = n * size * 1.28 + (row % 2) * size * 0.6 + 20
            c.disc(x, y + 3, size * 0.42, "#2b3a2c", ry=size * 0.06, alpha=0.4, blur=4)
            c.tree(x, y, size, mix("#7f8a4a", "#47663f", row / 4), "#e88a2c")
    c.rect(0, 1034, W, 40, "#4d5a36", "#3a462e")
    c.person(620, 1010, 200, RED, "stand", 1)
    c.person(820, 1016, 210, "#3f6480", "stand", -1, "hat")
    for x in (700, 742):
        c.poly([(x - 30, 968), (x + 30, 968), (x + 22, 1016), (x - 22, 1016)], "#b98a4f", "#7d5a33")
        for k in range(5):
            c.disc(x - 20 + k * 10, 964 - (k % 2) * 7, 9, "#f0932f")


def reservoir(c: Canvas) -> None:
    """The county's drinking-water reservoir among wooded hills."""
    c.glow(360, 220, 240, "#fff2c8", 0.7)
    c.hills(300, "#5f8a74", "#b9cfc4", 5, 58, 140)
    for x in range(0, W, 30):
        c.pine(
            x + c.rng.uniform(-10, 10),
            652 + c.rng.uniform(-14, 6),
            c.rng.uniform(40, 84),
            mix("#3f6650", "#66895f", c.rng.random()),
        )
    c.poly([(1130, 640), (1610, 560), (1610, 668), (1130, 668)], "#e0d8c4", "#a9a08b")
    c.line([(1130, 638), (1610, 556)], 9, "#f4ecd8")
    c.rect(1300, 556, 70, 70, PAPER, "#d8caa8")
    c.poly([(1284, 560), (1335, 520), (1386, 560)], RED, mix(RED, INK, 0.3))
    c.water(664, "#9cc4bd", "#2f6670")
    c.poly([(520, 826), (800, 826), (768, 866), (552, 866)], "#f2ead8", "#b9b09a")
    c.rect(524, 832, 272, 9, RED)
    c.rect(590, 776, 110, 50, "#e4eee8", "#8fb0b0")
    c.person(742, 828, 120, "#e08a2e", "stand", 1)
    c.poly(
        [(400, 890), (540, 858), (820, 858), (1000, 892), (820, 876), (540, 876)],
        "#f4f6ea",
        alpha=0.5,
        blur=4,
    )
    for x, y, s in ((880, 430, 34), (950, 398, 28), (1010, 440, 24)):
        c.bird(x, y, s)
    c.reeds(110, H, 44, "#2f5346", 170)


def greenhouse(c: Canvas) -> None:
    """Rows of vegetable greenhouses."""
    c.glow(1240, 200, 220, "#fff0c0", 0.7)
    c.hills(300, "#7fa088", "#c8d6c6", 3, 54, 90)
    c.rect(0, 500, W, 570, "#8fa35f", "#5f7a45")
    for row in range(4):
        y, r = 560 + row * 62 + row * row * 30, 92 + row * 52
        for n in range(-1, 12 - row * 2):
            x = n * r * 2.16 + (row % 2) * r * 0.7
            arch = [
                (x + r * math.cos(t), y - r * 0.86 * math.sin(t))
                for t in (math.pi * i / 30 for i in range(31))
            ]
            c.poly(arch, "#f3f7ee", mix("#c9dfd3", "#9cc2ae", row / 3))
            c.poly(
                [
                    (x - r * 0.72, y),
                    (x - r * 0.6, y - r * 0.2),
                    (x, y - r * 0.3),
                    (x + r * 0.6, y - r * 0.2),
                    (x + r * 0.72, y),
                ],
                "#7fa862",
                "#4f7d44",
                alpha=0.75,
            )
            for k in (0.45, 0.72, 1.0):
                c.line(
                    [
                        (x + r * k * math.cos(t), y - r * 0.86 * k * math.sin(t))
                        for t in (math.pi * i / 24 for i in range(25))
                    ],
                    1.5 + row * 0.6,
                    "#ffffff" if k == 1.0 else "#dcebe0",
                )
            c.line([(x, y), (x, y - r * 0.86)], 1.5 + row * 0.6, "#dcebe0")
        c.rect(0, y, W, 16 + row * 8, "#b79a68", "#8f7448")
    c.rect(0, 1010, W, 60, "#7a5f3e", "#5a452f")
    for n, x in enumerate((540, 640, 1010)):
        c.person(
            x,
            1030,
            210,
            (RED, "#3f6480", "#6b7f4a")[n],
            "stand" if n else "walk",
            -1 if n == 1 else 1,
            ("", "cane", "hat")[n],
        )
