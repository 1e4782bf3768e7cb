"""Trees, clouds, houses, water: what stands around."""

from __future__ import annotations

from random import Random

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.palette import AMBER, CREAM, INK, NAVY, RUST, SAND, STEEL, TEAL, WHITE
from tools.drawing.shapes import circle, curve, ellipse, polar, rect, turn


def fir(c: Canvas, x: float, y: float, height: float, colour: str = TEAL) -> None:
    """A conifer in three tiers, its right half in shade."""
    width = height * 0.42
    c.fill(rect(x - height * 0.025, y - height * 0.14, height * 0.05, height * 0.14), RUST)
    for top, low, part in ((1.0, 0.6, 0.58), (0.8, 0.34, 0.8), (0.58, 0.1, 1.0)):
        half = width * part / 2
        c.fill([(x, y - height * top), (x + half, y - height * low), (x - half, y - height * low)], colour)
        c.fill([(x, y - height * top), (x + half, y - height * low), (x, y - height * low)], INK, 0.2)


def tree(c: Canvas, x: float, y: float, height: float, colour: str = TEAL) -> None:
    """A round tree."""
    c.line([(x, y), (x, y - height * 0.5)], RUST, height * 0.045)
    c.fill(ellipse(x, y - height * 0.64, height * 0.27, height * 0.36), colour)
    c.fill(
        curve(
            (x, y - height),
            (x + height * 0.27, y - height * 0.64),
            (x, y - height * 0.28),
            (x + height * 0.12, y - height * 0.64),
            closed=True,
        ),
        INK,
        0.18,
    )
    c.line([(x, y - height * 0.3), (x, y - height * 0.66)], RUST, height * 0.025)
    c.line([(x, y - height * 0.46), (x - height * 0.1, y - height * 0.58)], RUST, height * 0.02)


def cloud(c: Canvas, x: float, y: float, width: float, colour: str = WHITE, alpha: float = 0.9) -> None:
    """A flat-bottomed cloud whose base is centred on (x, y)."""
    bumps = [
        (-0.5, 0),
        (-0.42, -0.13),
        (-0.26, -0.15),
        (-0.12, -0.28),
        (0.1, -0.3),
        (0.22, -0.17),
        (0.4, -0.15),
        (0.5, 0),
    ]
    points = curve(*((x + px * width, y + py * width) for px, py in bumps), steps=16)
    c.fill([*points, (x + width * 0.5, y), (x - width * 0.5, y)], colour, alpha)


def ripples(
    c: Canvas, box: tuple[float, float, float, float], count: int, colour: str, rng: Random, alpha: float = 1
) -> None:
    """Short strokes on water inside (left, top, right, bottom), longer towards the front."""
    left, top, right, bottom = box
    for i in range(count):
        depth = (i + rng.random()) / count
        y = top + (bottom - top) * depth
        length = (30 + 150 * depth) * (0.6 + rng.random())
        x = rng.uniform(left, right - length)
        c.fill(rect(x, y, length, 4 + 7 * depth, 6), colour, alpha)


def gable(
    c: Canvas, x: float, y: float, width: float, height: float, wall: str, roof: str, windows: str = AMBER
) -> None:
    """A house with a pitched roof; (x, y) is the foot of its left wall."""
    eaves = y - height * 0.66
    c.fill(rect(x, eaves, width, y - eaves), wall)
    c.fill(rect(x + width * 0.68, eaves, width * 0.32, y - eaves), INK, 0.1)
    c.fill([(x - width * 0.06, eaves), (x + width / 2, y - height), (x + width * 1.06, eaves)], roof)
    c.fill([(x + width / 2, y - height), (x + width * 1.06, eaves), (x + width * 0.68, eaves)], INK, 0.16)
    rows = max(1, round((y - eaves) / (width * 0.55)))
    for row in range(rows):
        for column in (0.18, 0.6):
            top = eaves + (y - eaves) * (row + 0.25) / (rows + 0.15)
            c.fill(rect(x + width * column, top, width * 0.22, width * 0.28, 3), windows)


def stepped(c: Canvas, x: float, y: float, width: float, height: float, wall: str, windows: str = CREAM) -> None:
    """A town house with a stepped gable."""
    body = height * 0.7
    c.fill(rect(x, y - body, width, body), wall)
    for i in range(1, 4):
        inset = width * 0.14 * i
        c.fill(rect(x + inset, y - body - height * 0.075 * i, width - 2 * inset, height * 0.08 * i), wall)
    c.fill(rect(x + width * 0.7, y - body, width * 0.3, body), INK, 0.12)
    for row in range(3):
        for column in (0.16, 0.43, 0.7):
            c.fill(rect(x + width * column, y - body * (0.92 - 0.26 * row), width * 0.15, body * 0.16, 3), windows)
    c.fill(rect(x + width * 0.4, y - body * 0.17, width * 0.2, body * 0.17), INK)


def tower_block(
    c: Canvas, x: float, y: float, width: float, height: float, wall: str | Fade, windows: str = AMBER, seed: int = 1
) -> None:
    """An office building, some of its windows lit."""
    rng = Random(seed)  # noqa: S311 (decoration, not secrecy)
    c.fill(rect(x, y - height, width, height), wall)
    c.fill(rect(x + width * 0.75, y - height, width * 0.25, height), INK, 0.14)
    columns, rows = max(2, round(width / 42)), max(2, round(height / 56))
    for i in range(columns * rows):
        column, row = i % columns, i // columns
        lit = rng.random() < 0.6
        left = x + width * (column + 0.25) / columns
        top = y - height + height * (row + 0.3) / (rows + 0.3)
        c.fill(rect(left, top, width / columns * 0.5, height / rows * 0.5), windows if lit else INK, 1 if lit else 0.25)


def turbine(c: Canvas, x: float, y: float, height: float, start: float = 20, colour: str = WHITE) -> None:
    """A wind turbine."""
    c.fill(
        [
            (x - height * 0.018, y),
            (x + height * 0.018, y),
            (x + height * 0.008, y - height),
            (x - height * 0.008, y - height),
        ],
        colour,
    )
    c.fill([(x, y), (x + height * 0.018, y), (x + height * 0.008, y - height), (x, y - height)], INK, 0.15)
    for blade in range(3):
        outline = [(0, -0.02), (0.1, -0.045), (0.5, -0.008), (0.5, 0.008), (0.1, 0.02), (0, 0.02)]
        turned = turn([(px * height, py * height) for px, py in outline], start + 120 * blade)
        c.fill([(x + px, y - height + py) for px, py in turned], colour)
    c.fill(circle(x, y - height, height * 0.03), colour)


def lighthouse(c: Canvas, x: float, y: float, height: float, stripe: str) -> None:
    """A striped lighthouse with its lamp lit."""

    def half(t: float) -> float:
        return height * (0.13 - 0.055 * t)

    for i in range(5):
        low, high = i / 5 * 0.78, (i + 1) / 5 * 0.78
        c.fill(
            [
                (x - half(low), y - height * low),
                (x + half(low), y - height * low),
                (x + half(high), y - height * high),
                (x - half(high), y - height * high),
            ],
            stripe if i % 2 == 0 else CREAM,
        )
    c.fill(
        [
            (x + half(0) * 0.3, y),
            (x + half(0), y),
            (x + half(0.78), y - height * 0.78),
            (x + half(0.78) * 0.3, y - height * 0.78),
        ],
        INK,
        0.16,
    )
    c.fill(rect(x - height * 0.1, y - height * 0.8, height * 0.2, height * 0.03), INK)
    c.fill(rect(x - height * 0.05, y - height * 0.91, height * 0.1, height * 0.11), AMBER)
    c.fill([(x - height * 0.075, y - height * 0.91), (x, y - height), (x + height * 0.075, y - height * 0.91)], NAVY)


def sun(c: Canvas, x: float, y: float, radius: float, colour: str = AMBER, halo: str = SAND) -> None:
    """A sun with two soft rings."""
    c.fill(circle(x, y, radius * 1.9), halo, 0.35)
    c.fill(circle(x, y, radius * 1.42), halo, 0.5)
    c.fill(circle(x, y, radius), colour)


def car(c: Canvas, x: float, y: float, length: float, colour: str) -> None:
    """A small electric car seen from the side, driving right; (x, y) is the ground under its middle."""

    def at(px: float, py: float) -> tuple[float, float]:
        return x + px * length, y + py * length

    c.fill(ellipse(x, y, length * 0.54, length * 0.03), INK, 0.2)
    c.fill(
        curve(
            at(-0.5, -0.1),
            at(-0.5, -0.25),
            at(-0.38, -0.29),
            at(-0.2, -0.46),
            at(0.12, -0.47),
            at(0.3, -0.3),
            at(0.48, -0.25),
            at(0.5, -0.1),
            at(0.3, -0.085),
            at(-0.3, -0.085),
            closed=True,
        ),
        colour,
    )
    c.fill([at(-0.28, -0.3), at(-0.17, -0.42), at(-0.03, -0.43), at(-0.03, -0.3)], "#bcdce0")
    c.fill([at(0.0, -0.43), at(0.11, -0.43), at(0.23, -0.3), at(0.0, -0.3)], "#bcdce0")
    c.fill(rect(*at(-0.5, -0.15), length, length * 0.05), INK, 0.15)
    for wheel in (-0.3, 0.3):
        c.fill(circle(*at(wheel, -0.09), length * 0.095), INK)
        c.fill(circle(*at(wheel, -0.09), length * 0.045), STEEL)


def glow(c: Canvas, x: float, y: float, radius: float, colour: str, strength: float = 0.5) -> None:
    """Light that fades outwards in rings."""
    for i in range(6):
        c.fill(circle(x, y, radius * (1 - i / 6)), colour, strength / 6)


def beam(c: Canvas, x: float, y: float, angle: float, length: float, spread: float, colour: str, alpha: float) -> None:
    """A ray of light from a point."""
    c.fill([(x, y), polar(x, y, length, angle - spread), polar(x, y, length, angle + spread)], colour, alpha)


def birds(c: Canvas, colour: str, *flock: tuple[float, float, float]) -> None:
    """Gulls far away: (x, y, half of the span) each."""
    for x, y, size in flock:
        left = curve((x - size, y - size * 0.3), (x - size * 0.4, y - size * 0.45), (x, y))
        right = curve((x, y), (x + size * 0.4, y - size * 0.45), (x + size, y - size * 0.3))
        c.line([*left, *right], colour, size * 0.19)
