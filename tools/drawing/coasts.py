"""A motif of the business lunch: two coasts and the ocean between them."""

from __future__ import annotations

from random import Random

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.devices import leaf
from tools.drawing.palette import (
    AMBER,
    CREAM,
    DUNE,
    INK,
    MINT,
    MIST,
    NAVY,
    ORANGE,
    RED,
    ROSE,
    RUST,
    STEEL,
    TEAL,
    WHITE,
)
from tools.drawing.scenery import fir, gable, ripples, tower_block
from tools.drawing.shapes import Outline, bow, circle, curve, ellipse, path, place, rect


def ocean(c: Canvas, rng: Random) -> None:
    """Two coasts with the Atlantic between, joined by bows over the water."""
    c.fill(circle(1200, 820, 300), CREAM, 0.35)
    c.fill(circle(1200, 820, 220), AMBER)
    c.fill(rect(-20, 820, 2440, 800), Fade("#3f8f9a", "#123c5a"))
    for i in range(15):
        width = 420 - 22 * i + rng.uniform(-40, 40)
        c.fill(rect(1200 - width / 2, 850 + i * 34, width, 11, 6), AMBER, 0.75 - 0.035 * i)
    ripples(c, (0, 900, 2400, 1600), 46, "#8cc5b8", rng, 0.4)
    _west(c)
    _east(c)
    for ends, height, colour in (("470 880, 1960 900", 520, WHITE), ("560 960, 1880 1010", 330, AMBER),
                                 ("430 800, 2120 800", 640, ROSE)):  # fmt: skip
        start, end = path(ends)
        c.dashes(bow(start, end, height), colour, 9, 46, 26)
        for point in (start, end):
            c.fill(circle(*point, 26), WHITE)
            c.fill(circle(*point, 15), RED)
    _plane(c, 1215, 370, 150)
    _ship(c, 1130, 1260, 330)


def _west(c: Canvas) -> None:
    shore = "-20 690, 160 680, 380 760, 520 840, 625 912, 545 985, 410 1035, 490 1140, 350 1250, -20 1320"
    c.fill(place(curve(*path(shore)), 18, 36), "#12524f")
    c.fill(curve(*path(shore)), TEAL)
    c.fill(path("-20 560, 120 400, 220 520, 330 430, 480 800, -20 800"), STEEL)
    c.fills(WHITE, path("120 400, 172 462, 119 444, 66 462"), path("330 430, 365 505, 332 487, 300 454"))
    firs = "40 900, 150 860, 250 930, 370 880, 110 1060, 300 1110, 450 960, 30 1240"
    for i, (x, y) in enumerate(path(firs)):
        fir(c, x, y, (280, 240, 310, 230, 330, 300, 190, 320)[i], "#1a6a66" if i % 2 else "#23827d")
    c.fill(leaf(210, 1190, 62), RED)


def _east(c: Canvas) -> None:
    shore = "2420 690, 2240 710, 2060 780, 1890 862, 1818 930, 1920 1000, 1985 1085, 1910 1172, 2065 1275, 2420 1340"
    c.fill(place(curve(*path(shore)), -18, 36), "#8d6b3c")
    c.fill(curve(*path(shore)), DUNE)
    tower_block(c, 2150, 930, 120, 420, NAVY, seed=4)
    tower_block(c, 2290, 960, 140, 330, STEEL, seed=5)
    c.fill(rect(2078, 860, 34, 200), CREAM)
    c.fill(path("2070 860, 2120 860, 2095 560"), RUST)
    gable(c, 1985, 1070, 130, 190, CREAM, ORANGE)
    gable(c, 2140, 1120, 150, 220, ROSE, RUST)
    gable(c, 2310, 1150, 150, 230, CREAM, ORANGE)


def _plane(c: Canvas, x: float, y: float, size: float) -> None:
    c.fill(
        place(
            curve((-1, 0), (-0.5, -0.13), (0.7, -0.13), (1, 0.02), (0.7, 0.13), (-0.6, 0.11), closed=True), x, y, size
        ),
        WHITE,
    )
    c.fill(place([(-0.98, 0.0), (-1.1, -0.42), (-0.88, -0.42), (-0.55, -0.08)], x, y, size), RED)
    c.fill(place([(0.15, 0.0), (-0.3, 0.5), (-0.5, 0.5), (-0.25, 0.0)], x, y, size), MIST)
    c.fill(place(rect(-0.4, -0.06, 1.05, 0.04), x, y, size), NAVY)


def _ship(c: Canvas, x: float, y: float, length: float) -> None:
    def at(outline: Outline) -> Outline:
        return place(outline, x, y, length)

    for i, colour in enumerate((RED, AMBER, CREAM, MINT, RED, STEEL)):
        c.fill(at(rect(-0.42 + i * 0.11, -0.27 + (i % 2) * 0.06, 0.1, 0.16)), colour)
    c.fill(at(rect(0.28, -0.36, 0.14, 0.24)), WHITE)
    c.fill(at(rect(0.3, -0.32, 0.1, 0.04)), NAVY)
    c.fill(at(path("-0.52 -0.13, 0.52 -0.13, 0.43 0, -0.44 0")), INK)
    c.fill(at(path("-0.46 -0.03, 0.45 -0.03, 0.43 0, -0.44 0")), RED)
    c.fill(ellipse(x, y + 4, length * 0.55, 9), "#bfe0df", 0.7)
