"""Motifs of the report on the technology region of the eastern Netherlands and northern Westphalia."""

from __future__ import annotations

import math
from random import Random

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.devices import cog, loop, robot
from tools.drawing.palette import (
    AMBER,
    CREAM,
    INK,
    MINT,
    MIST,
    NAVY,
    ORANGE,
    RED,
    ROSE,
    RUST,
    SAND,
    STEEL,
    TEAL,
    WHITE,
)
from tools.drawing.scenery import beam, birds, cloud, gable, ripples, stepped, tower_block, tree, turbine
from tools.drawing.shapes import arc, bow, circle, curve, ellipse, land, path, place, polar, rect


def bridge(c: Canvas, rng: Random) -> None:
    """A bridge over a border river, the sun rising under its arch."""
    for i in range(30):
        beam(c, 1200, 960, -90 + (i - 14.5) * 6.4, 1700, 1.5, CREAM, 0.17)
    for x, y, width in ((420, 330, 460), (1960, 270, 520), (1480, 150, 280)):
        cloud(c, x, y, width, CREAM, 0.75)
    c.fill(circle(1200, 960, 400), CREAM, 0.35)
    c.fill(circle(1200, 960, 320), CREAM, 0.45)
    c.fill(circle(1200, 960, 240), "#f7c765")
    c.fill(land(lambda x: 930 + 34 * math.sin(x / 260 + 0.8) - abs(x - 1200) / 22), "#c9a98a", 0.8)
    c.fill(land(lambda x: 985 + 22 * math.sin(x / 190 + 2) - abs(x - 1200) / 26), "#7fa596")
    c.fill(rect(-20, 1010, 2440, 610), Fade("#e9a878", "#17506a"))
    for i in range(16):
        reach = 520 - 20 * i + rng.uniform(-60, 60)
        c.fill(rect(1200 - reach / 2, 1030 + i * 30, reach, 11, 6), "#fbe0a0", 0.85 - 0.045 * i)
    _west_bank(c)
    _east_bank(c)
    _span(c)
    ripples(c, (500, 1120, 1900, 1590), 36, "#f3cfa6", rng, 0.35)
    _barge(c, 1010, 1420)
    birds(c, NAVY, (860, 420, 44), (960, 370, 34), (1470, 440, 40))


def _west_bank(c: Canvas) -> None:
    turbine(c, 90, 980, 480, 12, CREAM)
    turbine(c, 250, 990, 380, 50, CREAM)
    _windmill(c, 470, 1000)
    for x, width, height, wall in (
        (-30, 110, 300, RED),
        (90, 96, 260, STEEL),
        (196, 104, 320, RUST),
        (310, 92, 240, NAVY),
    ):
        stepped(c, x, 1060, width, height, wall, AMBER)
    bank = curve(*path("-20 1030, 200 1022, 430 1044, 600 1092, 660 1160, 530 1240, 390 1390, 250 1620, -20 1620"))
    c.fill(place(bank, 34, 26), "#1a6a66")
    c.fill(bank, TEAL)
    for i, colour in enumerate((RED, AMBER, ORANGE, ROSE, RED)):
        top, low, end = 1220 + i * 66, 1258 + i * 68, 330 - i * 34
        upper = curve((-20, top), (150, top - 12), (end, top + 6))
        lower = curve((end - 30, low), (140, low - 8), (-20, low))
        c.fill([*upper, *lower], colour)


def _windmill(c: Canvas, x: float, y: float) -> None:
    c.fill([(x - 70, y + 60), (x + 70, y + 60), (x + 42, y - 190), (x - 42, y - 190)], RUST)
    c.fill([(x + 14, y + 60), (x + 70, y + 60), (x + 42, y - 190), (x + 8, y - 190)], INK, 0.22)
    c.fill(rect(x - 88, y - 50, 176, 18, 6), CREAM)
    c.fill([*arc(x, y - 188, 46, 180, 360)], NAVY)
    for angle in (20, 110, 200, 290):
        tip = polar(x, y - 196, 190, angle)
        c.line([(x, y - 196), tip], INK, 9)
        near, far = polar(x, y - 196, 50, angle), polar(x, y - 196, 186, angle)
        ox, oy = polar(0, 0, 40, angle + 90)
        c.fill([near, far, (far[0] + ox, far[1] + oy), (near[0] + ox, near[1] + oy)], CREAM, 0.92)
    c.fill(circle(x, y - 196, 14), AMBER)


def _east_bank(c: Canvas) -> None:
    c.fill(rect(2080, 700, 96, 340), SAND)
    c.fill(rect(2140, 700, 36, 340), INK, 0.14)
    c.fill(path("2068 702, 2188 702, 2128 440"), TEAL)
    c.fill(circle(2128, 780, 30), NAVY)
    c.fill(circle(2128, 780, 23), CREAM)
    tower_block(c, 1900, 1040, 110, 300, NAVY, seed=3)
    for x, width, height, wall, roof in ((1990, 110, 220, CREAM, RUST), (2180, 120, 260, CREAM, ORANGE),
                                         (2300, 130, 220, ROSE, RUST)):  # fmt: skip
        gable(c, x, 1060, width, height, wall, roof)
        for i in range(3):
            c.line([(x + 6, 1058 - i * 48), (x + width - 6, 1058 - i * 48)], RUST, 7)
        for post in (x + 5, x + width - 5):
            c.line([(post, 1060), (post, 1060 - height * 0.64)], RUST, 7)
    bank = curve(
        *path("2420 1030, 2200 1022, 1970 1044, 1800 1092, 1740 1160, 1870 1240, 2010 1390, 2150 1620, 2420 1620")
    )
    c.fill(place(bank, -34, 26), "#8d6b3c")
    c.fill(bank, "#9db36a")
    for i in range(6):
        c.line(curve((2440, 1170 + i * 76), (2280, 1150 + i * 80), (2060 + i * 26, 1180 + i * 78)), "#7f9a53", 12)


def _span(c: Canvas) -> None:
    deck = bow((150, 1112), (2250, 1112), 84)
    for foot in (590, 1810):
        c.fill(place(path("-54 1100, 54 1100, 70 1330, -70 1330"), foot, 0), STEEL)
        c.fill(place(path("14 1100, 54 1100, 70 1330, 18 1330"), foot, 0), INK, 0.2)
        c.fill(ellipse(foot, 1332, 110, 16), INK, 0.25)
    arch = bow((575, 1140), (1825, 1140), 660, 100)
    for x, top in arch[5:-5:5]:
        low = 1112 - 84 * 4 * (x - 150) / 2100 * (1 - (x - 150) / 2100)
        if top < low:
            c.line([(x, top), (x, low)], NAVY, 7)
    c.line(arch, NAVY, 50)
    c.line([(x, y - 10) for x, y in arch], STEEL, 14)
    c.line(deck, NAVY, 44)
    c.line([(x, y - 30) for x, y in deck], CREAM, 12)
    c.fill(curve(*path("-20 1090, 120 1080, 270 1092, 400 1130, 330 1190, -20 1180")), TEAL)
    c.fill(curve(*path("2420 1090, 2280 1080, 2130 1092, 2000 1130, 2070 1190, 2420 1180")), "#9db36a")
    for x, y, height in ((430, 1130, 170), (290, 1150, 200)):
        tree(c, x, y, height, "#1a6a66")
    for x, y, height in ((1985, 1130, 170), (2120, 1150, 200), (2350, 1290, 260)):
        tree(c, x, y, height, "#3f7d4f")
    _car(c, *deck[20], RED)
    _car(c, *deck[24], AMBER)
    _bus(c, *deck[35])
    _car(c, *deck[43], ORANGE)


def _car(c: Canvas, x: float, y: float, colour: str) -> None:
    c.fill(rect(x - 46, y - 66, 92, 36, 14), colour)
    c.fill(rect(x - 28, y - 88, 54, 30, 12), colour)
    c.fill(rect(x - 20, y - 82, 38, 18, 6), "#cfe9ee")
    c.fills(INK, circle(x - 26, y - 30, 12), circle(x + 26, y - 30, 12))


def _bus(c: Canvas, x: float, y: float) -> None:
    c.fill(rect(x - 110, y - 104, 220, 74, 22), WHITE)
    c.fills(STEEL, *(rect(x + px, y - 92, 28, 30, 5) for px in range(-92, 90, 38)))
    c.fill(rect(x - 110, y - 54, 220, 10), RED)


def _barge(c: Canvas, x: float, y: float) -> None:
    for i, colour in enumerate((TEAL, AMBER, RED, CREAM, TEAL, ORANGE)):
        c.fill(rect(x - 250 + i * 66, y - 84, 60, 54, 4), colour)
    c.fill(rect(x + 168, y - 122, 96, 92, 8), CREAM)
    c.fill(rect(x + 180, y - 108, 72, 28, 5), STEEL)
    c.fill(
        [
            (x - 330, y - 44),
            *curve((x - 330, y - 44), (x, y - 30), (x + 310, y - 40)),
            (x + 280, y + 26),
            (x - 290, y + 26),
        ],
        INK,
    )
    c.fill([(x - 302, y + 4), (x + 292, y + 4), (x + 280, y + 26), (x - 290, y + 26)], RED)
    c.fill(ellipse(x, y + 30, 330, 9), CREAM, 0.6)


def four(c: Canvas, _rng: Random) -> None:
    """Four fields: energy, circular economy, manufacturing, health."""
    tiles = (
        (0, 0, NAVY, _energy),
        (1200, 0, "#d9e8d3", _circular),
        (0, 800, SAND, _making),
        (1200, 800, TEAL, _health),
    )
    for x, y, colour, motif in tiles:
        frame = rect(x, y, 1200, 800)
        with c.inside(frame):
            c.fill(frame, colour)
            motif(c, x + 600, y + 400)
    c.fill(circle(1200, 800, 134), CREAM)
    c.fill(circle(1200, 800, 112), NAVY)
    c.fill(rect(1120, 806, 160, 12), CREAM)
    c.line(bow((1124, 830), (1276, 830), 84), AMBER, 15)
    for i in range(1, 6):
        hanger, t = 1124 + 152 * i / 6, i / 6
        c.line([(hanger, 830 - 4 * 84 * t * (1 - t)), (hanger, 806)], AMBER, 6)


def _energy(c: Canvas, x: float, y: float) -> None:
    c.fill(circle(x, y, 330), STEEL, 0.45)
    c.fill(rect(x - 314, y - 128, 400, 300, 40), INK, 0.35)
    c.fill(rect(x + 70, y - 62, 40, 124, 14), MIST)
    c.fill(rect(x - 330, y - 150, 400, 300, 40), MIST)
    c.fill(rect(x - 300, y - 120, 340, 240, 24), INK)
    for i, colour in enumerate((MINT, MINT, AMBER)):
        c.fill(rect(x - 280 + i * 106, y - 100, 88, 200, 14), colour)
    flash = path("-100 -200, -222 14, -138 14, -178 190, -44 -40, -128 -40")
    c.fill(place(flash, x + 10, y + 10), INK, 0.3)
    c.fill(place(flash, x, y), AMBER)
    for px, py, radius in ((270, -60, 118), (400, 130, 74), (215, 165, 52), (410, -210, 44), (150, -235, 34)):
        _hydrogen(c, x + px, y + py, radius, letters=radius > 60)


def _hydrogen(c: Canvas, x: float, y: float, radius: float, letters: bool) -> None:
    c.fill(circle(x, y, radius), MIST, 0.3)
    c.line(arc(x, y, radius, 0, 360), MIST, 9)
    c.line(arc(x, y, radius * 0.74, 195, 250), WHITE, radius * 0.1)
    if letters:
        for px in (-0.42, -0.04):
            c.line([(x + radius * px, y - radius * 0.36), (x + radius * px, y + radius * 0.3)], WHITE, radius * 0.13)
        c.line([(x - radius * 0.42, y), (x - radius * 0.04, y)], WHITE, radius * 0.13)
        two = curve((0.18, 0.12), (0.28, 0.02), (0.4, 0.1), (0.34, 0.26), (0.18, 0.42))
        c.line([*place(two, x, y, radius), (x + radius * 0.46, y + radius * 0.42)], WHITE, radius * 0.1)


def _circular(c: Canvas, x: float, y: float) -> None:
    c.fill(circle(x, y, 330), WHITE, 0.6)
    loop(c, x, y, 236, 62, (TEAL, ORANGE, NAVY))
    c.line([(x, y + 130), (x, y - 20)], "#3f7d4f", 22)
    for side in (-1, 1):
        blade = curve((0, 0), (60, -96), (150, -120), (128, -30), closed=True)
        c.fill([(x + side * px, y + 10 + py) for px, py in blade], "#3f9a5f" if side > 0 else "#57b072")
    c.fill(curve((x - 40, y - 20), (x, y - 150), (x + 40, y - 20), closed=True), "#3f7d4f")
    c.fill(ellipse(x, y + 138, 96, 20), RUST)


def _making(c: Canvas, x: float, y: float) -> None:
    c.fill(circle(x, y, 330), CREAM, 0.8)
    c.fill(rect(x - 620, y + 190, 1240, 44), STEEL)
    c.fill(rect(x - 620, y + 226, 1240, 20), INK, 0.25)
    for i in range(11):
        c.fill(circle(x - 550 + i * 110, y + 268, 34), NAVY)
        c.fill(circle(x - 550 + i * 110, y + 268, 13), MIST)
    for px, colour in ((-420, TEAL), (-230, ORANGE)):
        c.fill(rect(x + px, y + 90, 120, 100, 10), colour)
        c.fill(rect(x + px + 46, y + 90, 28, 100), INK, 0.16)
    cog(c, x + 290, y + 110, 84, 10, AMBER, CREAM)
    robot(c, x - 20, y + 214, 430, ((-0.26, -0.78), (0.36, -1.06), (0.72, -0.66)), ORANGE)


def _health(c: Canvas, x: float, y: float) -> None:
    c.fill(circle(x, y, 330), MINT, 0.28)
    heart = curve((0, 250), (-190, 90), (-260, -60), (-210, -180), (-100, -200), (0, -110))
    full = [*heart, *((-px, py) for px, py in reversed(heart))]
    c.fill(place(full, x + 16, y + 22), INK, 0.25)
    c.fill(place(full, x, y), RED)
    c.fill(place([(0, -110), *((-px, py) for px, py in reversed(heart))], x, y), INK, 0.14)
    beat = path("-560 20, -210 20, -150 -60, -80 120, 0 -130, 70 90, 120 20, 560 20")
    c.line(place(beat, x, y), CREAM, 20)
    for px in (-560, 560):
        c.fill(circle(x + px, y + 20, 22), AMBER)
    c.fill(rect(x + 300, y - 260, 60, 160, 16), CREAM)
    c.fill(rect(x + 250, y - 210, 160, 60, 16), CREAM)
    strands = [[(x - 410 + side * 58 * math.sin(i / 7), y - 320 + i * 6.6) for i in range(45)] for side in (-1, 1)]
    for left, right in list(zip(*strands, strict=True))[2::5]:
        c.line([left, right], MIST, 9)
    c.line(strands[0], AMBER, 17)
    c.line(strands[1], ROSE, 17)
