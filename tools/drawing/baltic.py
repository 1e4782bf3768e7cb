"""Motifs of the report on the conference of clusters round the Baltic Sea."""

from __future__ import annotations

import math
from random import Random

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.palette import AMBER, CREAM, INK, MINT, MIST, NAVY, ORANGE, RED, ROSE, RUST, SAND, STEEL, TEAL, WHITE
from tools.drawing.scenery import beam, birds, fir, gable, glow, lighthouse, ripples, stepped
from tools.drawing.shapes import Outline, circle, curve, ellipse, path, place, polar, rect, ring, star, wave


def horizon(c: Canvas, rng: Random) -> None:
    """Ships sail towards a sun that is a compass."""
    for i in range(24):
        beam(c, 1200, 830, -90 + (i - 11.5) * 7.5, 1500, 1.7, CREAM, 0.2)
    _compass(c, 1200, 830, 520)
    c.fill(rect(-20, 830, 2440, 790), Fade("#2d8a90", NAVY))
    for i in range(17):
        width, y = 900 - 44 * i + rng.uniform(-70, 70), 848 + i * 26 + i * i * 0.6
        c.fill(rect(1200 - width / 2, y, width, 9 + i * 0.3, 6), AMBER, max(0.12, 0.8 - 0.045 * i))
    for level, colour, phase, size in ((960, "#27787f", 0, 22), (1110, "#1f6674", 1.2, 30), (1280, "#195468", 2.1, 38)):
        c.fill(wave(level, size, size * 6, phase), colour, 0.55)
    _coast(c)
    _sail(c, 770, 1000, 250, CREAM, RED)
    _sail(c, 1590, 1080, 330, WHITE, ORANGE, flip=True)
    _ferry(c, 1110, 1370, 620)
    for level, colour, phase, size in ((1400, "#154a63", 0.7, 34), (1500, "#113f5a", 2.6, 40)):
        c.fill(wave(level, size, size * 5.4, phase), colour)
    ripples(c, (0, 1420, 2400, 1590), 14, MINT, rng, 0.35)
    birds(c, NAVY, (620, 420, 60), (760, 350, 44), (1830, 400, 56), (1960, 480, 40))


def _compass(c: Canvas, x: float, y: float, radius: float) -> None:
    c.fill(circle(x, y, radius * 1.18), SAND, 0.55)
    c.fill(circle(x, y, radius), AMBER)
    c.fill(ring(x, y, radius * 0.93, radius * 0.89, 0, 360), ORANGE)
    for i in range(72):
        a = i * 5
        inner = 0.8 if i % 9 == 0 else 0.845
        c.line([polar(x, y, radius * inner, a), polar(x, y, radius * 0.87, a)], RUST, 9 if i % 9 == 0 else 5)
    c.fill(star(x, y, 4, radius * 0.6, radius * 0.12, -45), "#f7cf84")
    for quarter in range(4):
        a = quarter * 90 - 90
        tip, left, right = (
            polar(x, y, radius * 0.76, a),
            polar(x, y, radius * 0.15, a - 45),
            polar(x, y, radius * 0.15, a + 45),
        )
        c.fill([tip, left, (x, y)], RED if quarter == 0 else CREAM)
        c.fill([tip, right, (x, y)], "#8e2420" if quarter == 0 else NAVY)


def _coast(c: Canvas) -> None:
    c.fill(curve((-20, 760), (140, 740), (300, 800), (420, 850), (300, 890), (-20, 930)), TEAL)
    for x, height in ((20, 190), (90, 230), (160, 180), (60, 150)):
        fir(c, x, 850, height, "#1a6a66")
    lighthouse(c, 265, 830, 330, RED)
    c.fill(curve((2420, 780), (2300, 770), (2160, 800), (1990, 852), (2120, 890), (2420, 920)), "#a66f3d")
    for x, height, wall in ((2090, 160, RED), (2165, 200, CREAM), (2245, 180, STEEL), (2330, 210, ROSE)):
        stepped(c, x, 862, 78, height, wall, AMBER)


def _sail(c: Canvas, x: float, y: float, size: float, cloth: str, stripe: str, flip: bool = False) -> None:
    def at(outline: Outline) -> Outline:
        return place(outline, x, y, size, flip)

    c.line(at([(0, -0.1), (0, -1.1)]), RUST, size * 0.03)
    main = [*curve((0.03, -1.05), (0.38, -0.62), (0.5, -0.2)), (0.03, -0.18)]
    c.fill(at(main), cloth)
    c.fill(
        at([(0.03, -0.42), *curve((0.03, -0.42), (0.25, -0.4), (0.46, -0.42))[1:], (0.5, -0.28), (0.03, -0.28)]), stripe
    )
    c.fill(at([(-0.03, -0.98), *curve((-0.03, -0.98), (-0.22, -0.55), (-0.42, -0.2)), (-0.03, -0.2)]), MIST)
    c.fill(at(curve((-0.5, -0.12), (0, -0.1), (0.56, -0.14), (0.4, 0.06), (-0.36, 0.06), closed=True)), NAVY)
    c.fill(ellipse(x, y + size * 0.07, size * 0.55, size * 0.025), MIST, 0.6)


def _ferry(c: Canvas, x: float, y: float, length: float) -> None:
    def box(px: float, py: float, w: float, h: float, r: float = 0.01) -> Outline:
        return place(rect(px, py, w, h, r), x, y, length)

    c.fill(box(-0.34, -0.31, 0.6, 0.1, 0.02), WHITE)
    c.fill(box(-0.4, -0.23, 0.74, 0.1, 0.02), CREAM)
    c.fill(box(0.1, -0.38, 0.14, 0.09, 0.02), WHITE)
    c.fill(box(0.12, -0.36, 0.1, 0.03), NAVY)
    c.fill(place([(-0.22, -0.3), (-0.1, -0.3), (-0.12, -0.44), (-0.2, -0.44)], x, y, length), RED)
    c.fill(place([(-0.212, -0.4), (-0.108, -0.4), (-0.115, -0.43), (-0.205, -0.43)], x, y, length), WHITE)
    for i in range(11):
        c.fill(circle(x + length * (-0.3 + i * 0.05), y - length * 0.262, length * 0.012), STEEL)
        c.fill(box(-0.37 + i * 0.062, -0.2, 0.04, 0.03), STEEL)
    c.fill(
        place(
            [(-0.5, -0.14), (0.53, -0.14), *curve((0.53, -0.14), (0.47, -0.06), (0.4, 0.03)), (-0.45, 0.03)],
            x,
            y,
            length,
        ),
        NAVY,
    )
    c.fill(place([(-0.485, -0.09), (0.5, -0.09), (0.49, -0.07), (-0.48, -0.07)], x, y, length), RED)


NODES = path("360 640, 640 380, 930 560, 1200 240, 1480 520, 1780 330, 2060 600, 1210 760")


def constellation(c: Canvas, rng: Random) -> None:
    """Stars over harbour towns, joined to one constellation."""
    for _ in range(150):
        x, y = rng.uniform(0, 2400), rng.uniform(0, 1000)
        c.fill(circle(x, y, rng.choice((2, 3, 3, 4, 6))), CREAM, rng.uniform(0.4, 0.9))
    for i, colour in enumerate((MINT, TEAL, STEEL)):
        upper = [(x, 250 + i * 90 + 70 * math.sin(x / 380 + i) - x * 0.05) for x in range(-20, 2440, 30)]
        lower = [(x, y + 120 + 40 * math.sin(x / 210)) for x, y in reversed(upper)]
        c.fill([*upper, *lower], colour, 0.13)
    for a, b in ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (2, 7), (7, 4), (1, 3), (3, 5), (0, 2), (4, 6)):
        c.line([NODES[a], NODES[b]], AMBER, 6)
    for i, (x, y) in enumerate(NODES):
        glow(c, x, y, 120, AMBER, 0.6)
        c.fill(star(x, y, 4 if i % 2 else 8, 62 if i != 3 else 84, 16 if i % 2 else 24, -90), CREAM)
    c.fill(rect(-20, 1160, 2440, 460), Fade("#17506a", "#0a2032"))
    _harbours(c)
    _reflections(c, rng)
    _boat(c, 1200, 1380, 420)
    ripples(c, (0, 1240, 2400, 1590), 34, STEEL, rng, 0.5)


def _harbours(c: Canvas) -> None:
    c.fill(curve(*path("-20 1080, 220 1060, 520 1110, 760 1180, 520 1230, -20 1290")), INK)
    c.fill(curve(*path("2420 1060, 2180 1060, 1900 1110, 1640 1180, 1880 1240, 2420 1290")), INK)
    for i, x in enumerate(range(20, 560, 92)):
        wall = (NAVY, RUST, STEEL, "#7d3a2a")[i % 4]
        stepped(c, x, 1140 + i * 6, 84, 190 + 60 * ((i * 7) % 3), wall, AMBER)
    for i, x in enumerate(range(1860, 2420, 104)):
        wall, roof = (STEEL, NAVY, "#7d3a2a")[i % 3], (RUST, TEAL, NAVY)[i % 3]
        gable(c, x, 1170 - i * 7, 90, 210 + 50 * ((i * 5) % 3), wall, roof, AMBER)
    c.fill(rect(2230, 800, 60, 300), NAVY)
    c.fill(path("2218 802, 2302 802, 2260 590"), TEAL)
    beam(c, 700, 930, -9, 2600, 2.6, AMBER, 0.13)
    beam(c, 700, 930, -171, 1200, 2.6, AMBER, 0.1)
    lighthouse(c, 700, 1190, 300, RED)


def _reflections(c: Canvas, rng: Random) -> None:
    for px, width in ((120, 60), (300, 80), (470, 70), (1960, 80), (2140, 60), (2320, 90), (700, 40)):
        for i in range(7):
            reach = width * (1 - i / 9) * rng.uniform(0.6, 1.1)
            c.fill(rect(px - reach / 2, 1300 + i * 34, reach, 8, 4), AMBER, 0.6 - 0.07 * i)
    for x, y in NODES:
        for i in range(4):
            c.fill(rect(x - 26 + i * 6, 1340 + i * 44 + y / 12, 52 - 12 * i, 7, 3), CREAM, 0.35)


def _boat(c: Canvas, x: float, y: float, length: float) -> None:
    hull = [
        *curve((-0.5, -0.13), (-0.1, -0.09), (0.25, -0.11), (0.56, -0.18)),
        *curve((0.5, -0.06), (0.4, 0.05)),
        (-0.42, 0.05),
    ]
    c.fill(place(hull, x, y, length), RED)
    c.fill(place([(-0.455, -0.03), (0.475, -0.03), (0.4, 0.05), (-0.42, 0.05)], x, y, length), "#8e2420")
    c.fill(place(rect(-0.2, -0.28, 0.26, 0.2, 0.02), x, y, length), CREAM)
    for i in range(2):
        c.fill(place(rect(-0.17 + i * 0.12, -0.24, 0.08, 0.07, 0.01), x, y, length), AMBER)
    c.line(place([(0.14, -0.1), (0.14, -0.62)], x, y, length), MIST, 9)
    glow(c, x + length * 0.14, y - length * 0.62, 90, AMBER, 0.9)
    c.fill(circle(x + length * 0.14, y - length * 0.62, 13), CREAM)
