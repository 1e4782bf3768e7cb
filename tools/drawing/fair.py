"""Motifs of the business lunch: the fair round it."""

from __future__ import annotations

from random import Random

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.devices import cog, leaf
from tools.drawing.palette import (
    AMBER,
    CREAM,
    DUNE,
    HAIRS,
    INK,
    MINT,
    MIST,
    NAVY,
    ORANGE,
    RED,
    SKINS,
    STEEL,
    TEAL,
    WHITE,
)
from tools.drawing.people import Look, standing
from tools.drawing.scenery import cloud, tree
from tools.drawing.shapes import circle, curve, ellipse, path, place, polar, rect


def stand(c: Canvas, _rng: Random) -> None:
    """A stand at a fair, in red and white."""
    _hall(c)
    c.fill(path("330 1210, 2070 1210, 2210 1330, 190 1330"), RED)
    c.fill(rect(190, 1330, 2020, 32), "#8e2420")
    c.fill(rect(360, 330, 1680, 880), WHITE)
    c.fill(rect(360, 330, 430, 880), RED)
    c.fill(rect(1610, 330, 430, 880), RED)
    c.fill(rect(360, 330, 1680, 880), Fade(WHITE, INK), 0.08)
    c.fill(leaf(1200, 640, 232), RED)
    for x in range(420, 2000, 195):
        c.fill(place(path("-12 350, 12 350, 150 1210, -150 1210"), x, 0), CREAM, 0.07)
    c.fill(rect(300, 262, 1800, 92, 14), INK)
    for x in range(420, 2000, 195):
        c.fill(circle(x, 308, 15), AMBER)
    _screen(c, 430, 480, 290, 400)
    _screen(c, 1680, 480, 290, 400)
    c.fill(rect(930, 1010, 540, 240, 18), Fade(STEEL, NAVY))
    c.fill(rect(900, 980, 600, 44, 20), CREAM)
    c.fill(rect(1010, 1074, 380, 26, 13), RED)
    c.fill(rect(1010, 1130, 250, 26, 13), MINT)
    _plant(c, 420, 1272)
    _plant(c, 1985, 1272)
    standing(c, 730, 1400, 560, Look(NAVY, INK, SKINS[1], HAIRS[0]), "talk")
    standing(c, 985, 1420, 540, Look(AMBER, NAVY, SKINS[3], HAIRS[4], long_hair=True), "down", flip=True)
    standing(c, 1480, 1410, 550, Look(TEAL, INK, SKINS[0], HAIRS[2], long_hair=True, skirt=True), "tablet")
    standing(c, 1760, 1420, 590, Look(CREAM, STEEL, SKINS[2], HAIRS[1]), "talk", flip=True)


def _hall(c: Canvas) -> None:
    for x in range(-100, 2500, 325):
        c.line([(x, 40), (x + 162, 190), (x + 325, 40)], "#a9cdcf", 12)
    c.fill(rect(-20, 22, 2440, 22), "#9cc3c6")
    c.fill(rect(-20, 184, 2440, 16), "#9cc3c6")
    c.fill(rect(-20, 1210, 2440, 410), Fade("#c9b48d", "#b89b6b"))
    for i in range(-10, 11):
        c.line([(1200 + i * 150, 1210), (1200 + i * 420, 1620)], "#ac9064", 4)
    for x, width in ((-90, 330), (2130, 380)):
        c.fill(rect(x, 560, width, 650), "#8fbabd")
        c.fill(rect(x + 30, 640, width - 60, 200), "#a9cdcf")


def _screen(c: Canvas, x: float, y: float, width: float, height: float) -> None:
    c.fill(rect(x, y, width, height, 18), INK)
    c.fill(rect(x + 14, y + 14, width - 28, height - 28, 10), Fade("#bcdce0", MINT))
    cog(c, x + width * 0.4, y + height * 0.36, 76, 10, NAVY, MIST)
    cog(c, x + width * 0.66, y + height * 0.55, 54, 8, ORANGE, MIST, 12)
    for i, share in enumerate((0.72, 0.5, 0.62)):
        c.fill(rect(x + 44, y + height - 104 + i * 27, (width - 88) * share, 13, 6), NAVY)


def _plant(c: Canvas, x: float, y: float) -> None:
    for angle in (-160, -135, -112, -90, -68, -45, -20):
        tip = polar(x, y - 92, 200, angle)
        near = polar(x, y - 92, 110, angle - 12), polar(x, y - 92, 110, angle + 12)
        c.fill(curve((x, y - 80), near[0], tip, near[1], closed=True), TEAL if angle % 2 else "#2b938c")
    c.fill([(x - 68, y - 100), (x + 68, y - 100), (x + 48, y), (x - 48, y)], CREAM)
    c.fill([(x + 15, y - 100), (x + 68, y - 100), (x + 48, y), (x + 12, y)], INK, 0.14)


def congress_hall(c: Canvas, _rng: Random) -> None:
    """A glass hall under a curved roof, flags before it."""
    for x, y, width in ((420, 330, 420), (1900, 250, 520), (1330, 420, 260)):
        cloud(c, x, y, width, WHITE, 0.75)
    for i, (x, width, height) in enumerate(((-40, 210, 330), (150, 170, 260), (1980, 200, 300), (2160, 260, 400))):
        c.fill(rect(x, 1120 - height, width, height), "#9cc7ca" if i % 2 else "#8bbabf")
    c.fill(rect(-20, 1110, 2440, 510), Fade("#e6cfa4", DUNE))
    _glass(c)
    for i, colours in enumerate(((RED, WHITE, RED), (INK, RED, AMBER), (NAVY, AMBER, NAVY), (TEAL, WHITE, TEAL))):
        _flag(c, 250 + i * 170, 1240, colours, upright=i in (0, 3))
    for x, y, height in ((1790, 1190, 300), (2010, 1230, 360), (2240, 1280, 420)):
        c.fill(ellipse(x + 40, y, 120, 16), INK, 0.15)
        tree(c, x, y, height, TEAL)
    standing(c, 1010, 1330, 250, Look(NAVY, INK, SKINS[0], HAIRS[1]), "down")
    standing(c, 1110, 1345, 240, Look(RED, INK, SKINS[2], HAIRS[0], long_hair=True, skirt=True), "talk", flip=True)
    standing(c, 1400, 1420, 290, Look(ORANGE, NAVY, SKINS[1], HAIRS[4], long_hair=True), "down")
    standing(c, 1520, 1430, 310, Look(STEEL, INK, SKINS[3], HAIRS[4]), "tablet", flip=True)
    standing(c, 1290, 1200, 170, Look(TEAL, INK, SKINS[1], HAIRS[0]), "down")


def _glass(c: Canvas) -> None:
    front = [*curve(*path("300 640, 700 545, 1200 505, 1740 560, 2110 680")), (2110, 1120), (300, 1120)]
    with c.inside(front):
        c.fill(front, Fade(STEEL, NAVY))
        c.fill(path("300 1120, 820 400, 1090 400, 570 1120"), WHITE, 0.10)
        c.fill(path("1180 1120, 1700 400, 1800 400, 1280 1120"), WHITE, 0.10)
        c.fill(rect(300, 905, 1810, 215), AMBER, 0.30)
        c.fill(rect(300, 700, 1810, 205), AMBER, 0.12)
        c.fills(MIST, *(rect(x, 400, 9, 730) for x in range(300, 2120, 113)))
        c.fills(MIST, rect(300, 700, 1810, 12), rect(300, 905, 1810, 12))
    upper, middle, lower = (
        curve(*path(text))
        for text in (
            "150 640, 620 470, 1200 420, 1800 490, 2290 690",
            "150 672, 620 510, 1200 462, 1800 532, 2290 716",
            "150 690, 620 530, 1200 485, 1800 555, 2290 735",
        )
    )
    c.fill([*upper, *reversed(lower)], CREAM)
    c.fill([*middle, *reversed(lower)], INK, 0.25)
    for x in (250, 2170):
        c.fill(place(path("-16 690, 16 690, 10 1120, -10 1120"), x, 0), CREAM)
    c.fill(rect(1040, 890, 330, 230), NAVY)
    c.fills(AMBER, *(rect(x, 912, 94, 208) for x in (1054, 1158, 1262)), alpha=0.85)
    c.fill(rect(990, 860, 430, 34, 10), RED)
    c.fill(path("1040 1120, 1370 1120, 1560 1620, 850 1620"), CREAM, 0.55)


def _flag(c: Canvas, x: float, y: float, colours: tuple[str, ...], upright: bool) -> None:
    top, width, height, count = y - 700, 150, 270, len(colours)
    c.fill(ellipse(x + 24, y, 50, 9), INK, 0.2)
    c.fill(rect(x - 7, top - 20, 14, 720, 7), WHITE)
    c.fill(circle(x, top - 24, 13), AMBER)
    for i, colour in enumerate(colours):
        if upright:
            c.fill(rect(x + 7 + width * i / count, top, width / count + 1, height), colour)
        else:
            c.fill(rect(x + 7, top + height * i / count, width, height / count + 1), colour)
    fold = path("0.55 0, 1 0, 1 1, 0.7 1")
    c.fill([(x + 7 + px * width, top + py * height) for px, py in fold], INK, 0.12)
