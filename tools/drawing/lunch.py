"""Motifs of the business lunch: the table, and what was talked about at it."""

from __future__ import annotations

from random import Random

from tools.drawing.canvas import Canvas
from tools.drawing.devices import chip, cog, leaf, molecule, robot
from tools.drawing.palette import (
    AMBER,
    CREAM,
    HAIRS,
    INK,
    MINT,
    MIST,
    NAVY,
    ORANGE,
    RED,
    ROSE,
    SAND,
    SKINS,
    STEEL,
    TEAL,
    WHITE,
)
from tools.drawing.people import Look, seated
from tools.drawing.shapes import arc, circle, ellipse, polar, rect, ring


def round_table(c: Canvas, rng: Random) -> None:
    """Eight people round a table laid for lunch, seen from above."""
    for row in range(-1, 14):
        for column in range(-1, 9):
            x, y = column * 320 + (row % 2) * 160, row * 130
            c.fill(rect(x + 3, y + 3, 314, 124), "#2a857f" if rng.random() < 0.5 else "#237f79")
    c.fill(circle(1225, 840, 760), INK, 0.13)
    c.fill(circle(1200, 800, 760), "#e9d3ab")
    c.fill(circle(1200, 800, 728), SAND)
    cx, cy = 1200, 800
    coats = (RED, NAVY, CREAM, STEEL, RED, AMBER, NAVY, ORANGE)
    c.fill(circle(cx + 18, cy + 26, 452), INK, 0.2)
    for i, coat in enumerate(coats):
        angle = 22.5 + 45 * i
        seat = polar(cx, cy, 560, angle)
        look = Look(coat, skin=SKINS[(i * 3) % 4], hair=HAIRS[(i * 2 + 1) % 5], long_hair=i % 3 == 1)
        seated(c, *seat, 215, angle + 180, look)
    c.fill(circle(cx, cy, 440), WHITE)
    c.fill(circle(cx, cy, 440), CREAM, 0.6)
    for i in range(len(coats)):
        _cover(c, cx, cy, 22.5 + 45 * i, i)
    for start, colour in ((100, RED), (140, WHITE), (180, RED), (220, WHITE)):
        c.fill(ring(cx, cy, 178, 138, start, start + 38), colour)
    for start, colour in ((-80, INK), (-26, RED), (28, AMBER)):
        c.fill(ring(cx, cy, 178, 138, start, start + 52), colour)
    c.fill(circle(cx, cy, 118), MINT)
    c.fill(leaf(cx - 8, cy + 6, 78), RED)
    for i in range(12):
        c.fill(circle(*polar(cx, cy, 104, i * 30), 13), (AMBER, WHITE, ROSE)[i % 3])


def _cover(c: Canvas, cx: float, cy: float, angle: float, number: int) -> None:
    x, y = polar(cx, cy, 320, angle)
    c.fill(circle(x + 5, y + 8, 74), INK, 0.14)
    c.fill(circle(x, y, 74), WHITE)
    c.fill(circle(x, y, 52), MIST)
    c.fill(circle(x, y, 50), "#eef6f3")
    greens = (TEAL, MINT, AMBER, ORANGE, RED)
    for i in range(5):
        px, py = polar(x, y, 21, i * 72 + number * 31)
        c.fill(ellipse(px, py, 17, 12), greens[(i + number) % 5])
    for side, reach in ((-16.5, 330), (16.5, 330)):
        inner, outer = polar(cx, cy, reach - 48, angle + side), polar(cx, cy, reach + 44, angle + side)
        c.line([inner, outer], "#b8c4c8", 9)
    gx, gy = polar(cx, cy, 226, angle + 13)
    c.fill(circle(gx + 3, gy + 5, 25), INK, 0.12)
    c.fill(circle(gx, gy, 25), "#bcdce0")
    c.fill(circle(gx, gy, 17), (AMBER, "#7fb6c0")[number % 2])


def themes(c: Canvas, rng: Random) -> None:
    """A robot arm sets a chip on a belt that runs in a circle; molecules above."""
    for _i in range(26):
        x, y = rng.uniform(0, 2400), rng.uniform(0, 900)
        c.fill(circle(x, y, rng.uniform(4, 11)), MINT, 0.35)
    for x, y, size, start in ((330, 330, 120, 10), (2050, 300, 140, 40), (1640, 190, 76, 0)):
        molecule(c, x, y, size, start, (AMBER, MINT, ROSE, CREAM, ORANGE, MIST)[: 6 if size > 80 else 5], "#7fa9b5")
    c.line([(330 + 112, 330 + 60), (560, 480)], "#7fa9b5", 11)
    c.fill(circle(570, 486, 32), MINT)
    c.fill(ellipse(1200, 1240, 1010, 300), INK, 0.35)
    c.fill(ellipse(1200, 1190, 1000, 300), "#0f3049")
    c.fill(ellipse(1200, 1160, 1000, 300), STEEL)
    c.fill(ellipse(1200, 1160, 960, 272), "#3c7497")
    c.fill(ellipse(1200, 1160, 640, 168), STEEL)
    c.fill(ellipse(1200, 1172, 610, 156), NAVY)
    for angle in range(0, 360, 9):
        x, y = polar(0, 0, 1, angle)
        inner, outer = (1200 + x * 650, 1160 + y * 172), (1200 + x * 950, 1160 + y * 268)
        c.line([inner, outer], "#2f6184", 5)
    for a, b, colour in ((200, 255, AMBER), (285, 340, MINT), (25, 70, ROSE), (110, 155, AMBER)):
        _flow(c, a, b, colour)
    chip(c, 520, 1040, 120, INK, AMBER, TEAL)
    cog(c, 760, 1330, 92, 10, ORANGE, NAVY)
    chip(c, 1660, 1330, 130, INK, AMBER, RED)
    cog(c, 1930, 1080, 82, 9, MINT, NAVY)
    robot(c, 1200, 1240, 640, ((-0.36, -0.84), (0.32, -1.16), (0.62, -0.72)), ORANGE)
    chip(c, 1597, 962, 118, INK, AMBER, MINT)
    for radius in (110, 150, 190):
        c.line(arc(1200 + 0.32 * 640, 1240 - 1.16 * 640, radius, -70, -20), AMBER, 9)


def _flow(c: Canvas, start: float, end: float, colour: str) -> None:
    points = [(1200 + 800 * x, 1160 + 220 * y) for x, y in arc(0, 0, 1, start, end)]
    c.line(points, colour, 16)
    (x, y), (px, py) = points[-1], points[-4]
    dx, dy = x - px, y - py
    length = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / length, dy / length
    c.fill([(x + ux * 52, y + uy * 52), (x - uy * 34, y + ux * 34), (x + uy * 34, y - ux * 34)], colour)
