"""A motif of the business lunch: plans on a desk."""

from __future__ import annotations

from random import Random

from tools.drawing.canvas import Canvas
from tools.drawing.devices import gear, leaf, loop
from tools.drawing.palette import (
    AMBER,
    CREAM,
    INK,
    MIST,
    NAVY,
    ORANGE,
    RED,
    WHITE,
)
from tools.drawing.shapes import arc, circle, curve, place, polar, rect, ring, turn


def agreement(c: Canvas, rng: Random) -> None:
    """Two plans that overlap on a desk, pens and cups beside them."""
    for i in range(9):
        y = i * 180
        c.fill(rect(-20, y, 2440, 178), ("#b9824d", "#b27b47", "#bd8852")[i % 3])
        for _ in range(5):
            x = rng.uniform(0, 2200)
            c.fill(rect(x, y + rng.uniform(20, 160), rng.uniform(120, 420), 4, 2), "#9c6a3a", 0.6)
    _plan(c, 830, 830, -7, NAVY, red=False)
    _plan(c, 1560, 800, 6, RED, red=True)
    overlap = turn(rect(1090, 470, 220, 640, 10), 0, 1200, 800)
    c.fill(overlap, AMBER, 0.0)
    c.fill(circle(1195, 815, 196), INK, 0.14)
    c.fill(circle(1188, 800, 196), WHITE)
    loop(c, 1188, 800, 128, 38, (RED, NAVY))
    c.fill(gear(1188, 800, 74, 9), AMBER)
    c.fill(circle(1188, 800, 26), WHITE)
    _cup(c, 330, 300, 130, RED)
    _cup(c, 2080, 1350, 130, NAVY)
    _pen(c, 560, 1420, -28, RED)
    _pen(c, 1830, 190, 160, NAVY)
    _glasses(c, 1180, 1420)
    _leafplate(c, 1190, 190)


def _plan(c: Canvas, x: float, y: float, angle: float, colour: str, red: bool) -> None:
    def at(outline: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return place(turn(outline, angle), x, y)

    c.fill(place(at(rect(-450, -540, 900, 1080, 8)), 22, 30), INK, 0.22)
    c.fill(at(rect(-450, -540, 900, 1080, 8)), CREAM if red else MIST)
    for i in range(1, 12):
        c.line(at([(-440, -540 + i * 90), (440, -540 + i * 90)]), "#f0dfc2" if red else "#b9d7d5", 3)
    for i in range(1, 10):
        c.line(at([(-450 + i * 90, -530), (-450 + i * 90, 530)]), "#f0dfc2" if red else "#b9d7d5", 3)
    c.fill(at(rect(-390, -480, 430, 34, 17)), colour)
    c.fill(at(rect(-390, -420, 270, 20, 10)), colour, 0.5)
    for i, share in enumerate((0.8, 0.64, 0.72, 0.4)):
        c.fill(at(rect(-390, 300 + i * 52, 620 * share, 18, 9)), colour, 0.45)
    sketch = (-150, -120) if not red else (160, -90)
    if red:
        corners = [polar(*sketch, 150, 60 * i) for i in range(6)]
        c.line(at([*corners, corners[0]]), colour, 12)
        c.line(at([corners[0], (sketch[0] + 250, sketch[1] - 90)]), colour, 12)
        for corner in (*corners, (sketch[0] + 250, sketch[1] - 90)):
            c.fill(circle(*at([corner])[0], 36), CREAM)
            c.fill(circle(*at([corner])[0], 27), colour)
    else:
        c.fill(at(gear(*sketch, 190, 12)), colour)
        c.fill(at(gear(*sketch, 172, 12)), MIST)
        c.fill(at(ring(*sketch, 84, 70, 0, 360)), colour)
        c.fill(at(ring(*sketch, 128, 120, 0, 360)), colour)


def _cup(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    c.fill(circle(x + 12, y + 18, size * 1.32), INK, 0.2)
    c.fill(circle(x, y, size * 1.32), CREAM)
    c.fill(circle(x, y, size * 1.02), "#efe0c4")
    c.line([(x + size * 0.6, y - size * 0.5), (x + size * 1.08, y - size * 0.92)], WHITE, size * 0.22)
    c.fill(circle(x, y, size * 0.8), WHITE)
    c.fill(ring(x, y, size * 0.8, size * 0.72, 0, 360), colour)
    c.fill(circle(x, y, size * 0.62), "#5a3824")
    c.fill(
        curve(
            (x - size * 0.4, y - size * 0.2),
            (x, y - size * 0.4),
            (x + size * 0.3, y - size * 0.1),
            (x - size * 0.1, y - size * 0.05),
            closed=True,
        ),
        "#7b5236",
    )


def _pen(c: Canvas, x: float, y: float, angle: float, colour: str) -> None:
    def at(outline: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return place(turn(outline, angle), x, y)

    c.fill(place(at(rect(-190, -19, 380, 38, 18)), 10, 14), INK, 0.22)
    c.fill(at(rect(-190, -19, 340, 38, 12)), colour)
    c.fill(at(rect(-190, -19, 340, 12, 6)), WHITE, 0.25)
    c.fill(at([(150, -19), (215, -4), (215, 4), (150, 19)]), INK)
    c.fill(at(rect(-190, -19, 46, 38, 12)), AMBER)


def _glasses(c: Canvas, x: float, y: float) -> None:
    for side in (-1, 1):
        c.fill(ring(x + side * 105 + 8, y + 12, 88, 72, 0, 360), INK, 0.2)
        c.fill(circle(x + side * 105, y, 82), "#bcdce0", 0.35)
        c.fill(ring(x + side * 105, y, 88, 72, 0, 360), INK)
    c.line(arc(x, y - 10, 26, 190, 350), INK, 14)


def _leafplate(c: Canvas, x: float, y: float) -> None:
    c.fill(circle(x + 10, y + 16, 118), INK, 0.18)
    c.fill(circle(x, y, 118), WHITE)
    c.fill(circle(x, y, 86), MIST)
    for px, py, size in ((-26, -8, 44), (30, 22, 38)):
        c.fill(place(leaf(0, 0, 1), x + px, y + py, size), RED if px < 0 else ORANGE)
