"""Motifs of the report on the virtual mission of Baden-Württemberg and Luxembourg."""

from __future__ import annotations

import math
from random import Random

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.devices import play_tile
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
    ROSE,
    RUST,
    SAND,
    SKINS,
    STEEL,
    TEAL,
    WHITE,
)
from tools.drawing.scenery import car, cloud, fir, gable, sun, tower_block, tree, turbine
from tools.drawing.shapes import Outline, arc, bow, circle, curve, ellipse, land, path, place, polar, rect, ring, wave

TILES = (
    (330, 330, 250, TEAL, CREAM, 1, 0),
    (760, 250, 280, AMBER, NAVY, 0, 1),
    (1200, 190, 300, MINT, RED, 3, 4),
    (1640, 250, 280, ROSE, TEAL, 2, 0),
    (2070, 330, 250, STEEL, AMBER, 0, 2),
    (1200, 560, 270, CREAM, STEEL, 1, 3),
    (1200, 920, 240, AMBER, TEAL, 2, 4),
)
"""Of each tile: centre, width, backdrop, coat, number of skin and of hair."""


def video_bridge(c: Canvas, _rng: Random) -> None:
    """Two regions in two windows, joined by a net of video calls."""
    for i in range(14):
        for j in range(9):
            c.fill(circle(90 + i * 172, 100 + j * 178, 5), STEEL, 0.55)
    for left, scene in ((110, _wooded), (1390, _fortress)):
        frame = rect(left, 620, 900, 800, 44)
        c.fill(place(frame, 20, 28), INK, 0.45)
        _region(c, frame, left, scene)
    for a, b in ((0, 1), (1, 2), (2, 3), (3, 4), (1, 5), (3, 5), (5, 6), (2, 5)):
        c.dashes(bow(TILES[a][:2], TILES[b][:2], 40), AMBER, 9, 34, 22)
    anchors = path("330 760, 2070 760, 1010 1060, 1390 1060, 760 700, 1640 700")
    for tile, anchor in zip((0, 4, 6, 6, 1, 3), anchors, strict=True):
        c.dashes([TILES[tile][:2], anchor], MINT, 9, 34, 22)
        c.fill(circle(*anchor, 24), WHITE)
        c.fill(circle(*anchor, 14), ORANGE)
    for x, y, width, backdrop, coat, skin, hair in TILES:
        play_tile(c, x, y, width, width * 0.74, backdrop, coat, SKINS[skin], HAIRS[hair])


def _region(c: Canvas, frame: Outline, left: float, scene: object) -> None:
    assert callable(scene)
    with c.inside(frame):
        c.fill(frame, Fade("#bfe0e2", "#fbeed3"))
        scene(c, left)
    c.line([*frame, frame[0]], WHITE, 18)


def _wooded(c: Canvas, x: float) -> None:
    sun(c, x + 690, 850, 74, AMBER, CREAM)
    c.fill(land(lambda px: 1090 + 70 * math.sin((px - x) / 170), 1440, x, x + 900), "#7fb3ab")
    c.fill(land(lambda px: 1190 + 50 * math.sin((px - x) / 120 + 2), 1440, x, x + 900), "#4c9a92")
    for i, height in enumerate((190, 230, 170, 250, 200)):
        fir(c, x + 60 + i * 62, 1230 + (i % 2) * 30, height, TEAL if i % 2 else "#1a6a66")
    tower_block(c, x + 480, 1270, 96, 300, NAVY, seed=2)
    c.fill([(x + 640, 1270), (x + 652, 900), (x + 660, 830), (x + 668, 900), (x + 680, 1270)], CREAM)
    c.fill(ellipse(x + 660, 930, 46, 18), RED)
    c.fill(rect(x + 622, 936, 76, 26, 8), WHITE)
    c.fill(rect(x + 730, 1130, 150, 150), CREAM)
    for i in range(3):
        c.fill([(x + 730 + i * 50, 1130), (x + 730 + i * 50, 1080), (x + 780 + i * 50, 1130)], RUST)
        c.fill(rect(x + 744 + i * 50, 1170, 26, 40), STEEL)
    c.fill(land(lambda px: 1290 + 26 * math.sin((px - x) / 150 + 1), 1440, x, x + 900), "#2b857f")
    for px, height in ((400, 120), (610, 110), (870, 150)):
        tree(c, x + px, 1330, height, "#1a6a66")


def _fortress(c: Canvas, x: float) -> None:
    sun(c, x + 220, 860, 74, AMBER, CREAM)
    c.fill(land(lambda px: 1010 + 60 * math.sin((px - x) / 210 + 2), 1440, x, x + 900), "#e7bf8d")
    c.fill(place(curve(*path("-20 1440, -20 1130, 130 1090, 260 1120, 330 1300, 380 1440")), x, 0), "#b9824d")
    c.fill(place(curve(*path("920 1440, 920 1070, 760 1050, 610 1120, 560 1300, 520 1440")), x, 0), "#a66f3d")
    c.fill(rect(x - 20, 1090, 940, 34), CREAM)
    for i in range(7):
        px = x + 20 + i * 130
        c.fill(rect(px - 14, 1110, 28, 320), CREAM)
        c.fill([(px, 1124), (px, 1180), *arc(px + 65, 1180, 52, 180, 360), (px + 130, 1180), (px + 130, 1124)], CREAM)
    for px, height, wall, roof in ((40, 170, ROSE, NAVY), (140, 200, CREAM, NAVY), (660, 230, CREAM, NAVY),
                                   (770, 190, SAND, STEEL)):  # fmt: skip
        gable(c, x + px, 1092, 92, height, wall, roof)
    c.fill(rect(x + 590, 860, 60, 232), SAND)
    c.fill(place(path("582 862, 658 862, 620 730"), x, 0), NAVY)
    c.fill(rect(x + 300, 1046, 210, 46, 14), RED)
    for i in range(4):
        c.fill(rect(x + 316 + i * 48, 1056, 34, 18, 4), "#bcdce0")
    c.fill(land(lambda px: 1360 + 14 * math.sin((px - x) / 100), 1440, x, x + 900), TEAL)
    for px, height in ((80, 130), (450, 110), (840, 140)):
        tree(c, x + px, 1410, height, "#1a6a66")


def security(c: Canvas, rng: Random) -> None:
    """A shield with a keyhole in a net of circuits."""
    for radius, alpha in ((900, 0.16), (700, 0.2), (520, 0.26)):
        c.fill(circle(1200, 800, radius), STEEL, alpha)
    for side in (-1, 1):
        for i in range(9):
            _track(c, side, 240 + i * 140, i, rng)
    for x, y, delay in ((250, 1130, 0), (2150, 1130, 1)):
        _server(c, x, y, delay)
    outer = _shield(1200, 830, 500)
    c.fill(place(outer, 26, 36), INK, 0.4)
    c.fill(outer, CREAM)
    c.fill(_shield(1200, 826, 452), TEAL)
    with c.inside(_shield(1200, 826, 452)):
        c.fill(rect(1200, 200, 600, 1300), INK, 0.16)
        for i in range(-8, 9):
            c.line([(1200 + i * 130, 1400), (1200 + i * 130 + 500, 300)], "#2b938c", 5)
    c.fill(circle(1200, 800, 226), CREAM)
    c.fill(ring(1200, 800, 226, 196, 0, 360), AMBER)
    c.fill(circle(1200, 752, 72), NAVY)
    c.fill([(1168, 790), (1232, 790), (1262, 922), (1138, 922)], NAVY)
    for i in range(12):
        c.fill(circle(*polar(1200, 800, 211, i * 30), 8), NAVY)


def _shield(x: float, y: float, size: float) -> Outline:
    right = [
        (0, -1.12),
        *curve((0.0, -1.12), (0.35, -0.98), (0.86, -0.9)),
        *curve((0.86, -0.9), (0.85, -0.1), (0.56, 0.66), (0, 1.12)),
    ]
    return place(right + [(-px, py) for px, py in reversed(right)], x, y, size)


def _track(c: Canvas, side: int, y: float, number: int, rng: Random) -> None:
    edge, bend = 1200 + side * 1220, 1200 + side * rng.uniform(640, 900)
    inner = 800 + (y - 800) * 0.42
    colour = (MINT, AMBER, "#5d94ad", ROSE)[number % 4]
    meet = 1200 + side * 420
    slope = abs(y - inner)
    c.line([(edge, y), (bend, y), (bend - side * slope, inner), (meet, inner)], colour, 9)
    at = rng.uniform(0.2, 0.8)
    x = edge + (bend - edge) * at
    c.fill(circle(x, y, 24), NAVY)
    c.fill(ring(x, y, 26, 15, 0, 360), colour)


def _server(c: Canvas, x: float, y: float, delay: int) -> None:
    c.fill(rect(x - 150 + 16, y - 230 + 22, 300, 520, 26), INK, 0.4)
    c.fill(rect(x - 150, y - 230, 300, 520, 26), INK)
    for i in range(5):
        top = y - 200 + i * 94
        c.fill(rect(x - 124, top, 248, 74, 12), STEEL)
        c.fill(rect(x - 104, top + 22, 110, 10, 5), MIST)
        c.fill(rect(x - 104, top + 42, 76, 10, 5), MIST, 0.6)
        c.fill(circle(x + 62, top + 37, 14), AMBER if (i + delay) % 2 else MINT)
        c.fill(circle(x + 98, top + 37, 14), MINT if i % 3 else ORANGE)


def mobility(c: Canvas, _rng: Random) -> None:
    """A road that runs from one region to the other; a tram above, cars and a bicycle on it."""
    _distance(c)
    _viaduct(c)
    c.fill(wave(1180, 18, 300, 0.6), "#2b857f")
    for x, y, height in ((90, 1200, 230), (330, 1190, 180), (2080, 1200, 200), (2330, 1210, 250), (1290, 1190, 170)):
        tree(c, x, y, height, "#1a6a66")
    c.fill(rect(-20, 1240, 2440, 300), "#34566b")
    c.fill(rect(-20, 1240, 2440, 14), MIST)
    c.fill(rect(-20, 1526, 2440, 14), MIST)
    c.dashes([(-20, 1390), (2420, 1390)], CREAM, 12, 90, 70)
    c.fill(rect(-20, 1540, 2440, 90), DUNE)
    _border(c)
    car(c, 560, 1360, 360, ORANGE)
    _shuttle(c, 1720, 1500)
    _charger(c, 250, 1330)
    car(c, 2190, 1350, 340, CREAM)
    _cyclist(c, 980, 1520)


def _distance(c: Canvas) -> None:
    sun(c, 1720, 470, 150, AMBER, CREAM)
    for x, y, width in ((480, 300, 420), (1180, 210, 300), (2120, 330, 360)):
        cloud(c, x, y, width, WHITE, 0.8)
    c.fill(land(lambda x: 700 + 60 * math.sin(x / 330) + x / 40), "#a9d0cb")
    for x, y, height, start in ((240, 730, 400, 10), (430, 760, 300, 50), (2190, 780, 420, 33), (2020, 790, 300, 80)):
        turbine(c, x, y, height, start)
    c.fill(wave(830, 55, 260, 1.7), "#6fb0a6")
    tower_block(c, 620, 900, 130, 330, NAVY, seed=3)
    tower_block(c, 770, 900, 110, 240, STEEL, seed=8)
    tower_block(c, 1560, 900, 120, 290, STEEL, seed=5)
    tower_block(c, 1690, 900, 150, 220, NAVY, seed=6)
    c.fill(wave(900, 30, 200, 0), "#3f968d")


def _border(c: Canvas) -> None:
    """A line across the road, with a sign of each region."""
    c.fill(rect(1186, 1240, 28, 286), AMBER, 0.55)
    for x, colour in ((1150, NAVY), (1230, TEAL)):
        c.fill(rect(x, 1090, 16, 160, 8), CREAM)
        c.fill(circle(x + 8, 1080, 46), colour)
        c.fill(ring(x + 8, 1080, 46, 38, 0, 360), WHITE)
        for i in range(5):
            c.fill(place(_tiny_star(), *polar(x + 8, 1080, 23, i * 72 - 90)), AMBER)


def _tiny_star() -> Outline:
    return [polar(0, 0, 9 if i % 2 == 0 else 4, i * 36 - 90) for i in range(10)]


def _viaduct(c: Canvas) -> None:
    c.fill(rect(-20, 940, 2440, 44), CREAM)
    c.fill(rect(-20, 972, 2440, 14), INK, 0.15)
    for i in range(9):
        x = 60 + i * 290
        c.fill([(x - 26, 984), (x + 26, 984), (x + 18, 1240), (x - 18, 1240)], CREAM)
        c.fill([(x + 4, 984), (x + 26, 984), (x + 18, 1240), (x + 3, 1240)], INK, 0.14)
    c.line([(-20, 770), (2420, 770)], INK, 4)
    for i in range(9):
        x = 200 + i * 290
        c.line([(x, 940), (x, 764)], INK, 7)
    left = 820
    c.fill(rect(left, 806, 940, 128, 40), RED)
    c.fill(rect(left, 896, 940, 38, 19), WHITE)
    for i in range(9):
        c.fill(rect(left + 60 + i * 95, 830, 74, 56, 10), "#cfe9ee")
    c.fill(rect(left + 308, 806, 12, 128), "#8e2420")
    c.fill(rect(left + 620, 806, 12, 128), "#8e2420")
    c.line([(left + 430, 806), (left + 470, 772), (left + 510, 806)], INK, 6)


def _shuttle(c: Canvas, x: float, y: float) -> None:
    c.fill(ellipse(x, y, 260, 16), INK, 0.3)
    c.fill(rect(x - 240, y - 250, 480, 224, 60), TEAL)
    c.fill(rect(x - 240, y - 90, 480, 64, 30), MINT)
    for left, width in ((-212, 96), (-100, 90), (10, 90), (120, 92)):
        c.fill(rect(x + left, y - 218, width, 110, 20), "#cfe9ee")
    for i, (skin, hair, coat) in enumerate(((0, 1, RED), (2, 0, AMBER), (1, 3, NAVY))):
        px = x - 160 + i * 110
        c.fill(circle(px, y - 128, 26), coat)
        c.fill(circle(px, y - 164, 22), SKINS[skin])
        c.fill(arc(px, y - 166, 23, 180, 360), HAIRS[hair])
    c.fill(rect(x - 240, y - 110, 480, 16), TEAL)
    for wheel in (-150, 150):
        c.fill(circle(x + wheel, y - 30, 42), INK)
        c.fill(circle(x + wheel, y - 30, 20), MIST)
    c.fill(rect(x + 218, y - 80, 24, 26, 8), AMBER)


def _charger(c: Canvas, x: float, y: float) -> None:
    c.fill(rect(x - 40, y - 210, 80, 214, 20), WHITE)
    c.fill(rect(x - 26, y - 190, 52, 60, 10), NAVY)
    c.fill(
        [(x + 6, y - 184), (x - 16, y - 156), (x - 1, y - 156), (x - 8, y - 136), (x + 16, y - 164), (x + 1, y - 164)],
        AMBER,
    )
    c.line(curve((x + 40, y - 110), (x + 90, y - 60), (x + 120, y - 20), (x + 150, y - 60)), INK, 10)


def _cyclist(c: Canvas, x: float, y: float) -> None:
    for wheel in (-78, 78):
        c.fill(ring(x + wheel, y - 62, 62, 51, 0, 360), INK)
    c.line([(x - 78, y - 62), (x - 28, y - 148), (x + 54, y - 148), (x, y - 62), (x - 78, y - 62)], RED, 11)
    c.line([(x + 78, y - 62), (x + 50, y - 176), (x + 76, y - 186)], RED, 11)
    c.line([(x, y - 62), (x - 34, y - 162)], RED, 11)
    c.line(curve((x - 30, y - 176), (x + 34, y - 130), (x + 6, y - 66)), NAVY, 26)
    c.line(curve((x - 30, y - 180), (x + 4, y - 250), (x + 22, y - 278)), AMBER, 54)
    c.line(curve((x + 16, y - 270), (x + 44, y - 220), (x + 74, y - 192)), AMBER, 22)
    c.fill(circle(x + 74, y - 190, 12), SKINS[1])
    c.fill(circle(x + 40, y - 332, 32), SKINS[1])
    c.fill(arc(x + 38, y - 338, 37, 170, 350), TEAL)
