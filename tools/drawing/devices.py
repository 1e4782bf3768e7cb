"""Gears, leaves, arrows, chips, robots: things that stand for an idea."""

from __future__ import annotations

from tools.drawing.canvas import Canvas
from tools.drawing.palette import AMBER, CREAM, INK, MIST, NAVY, ORANGE, STEEL, WHITE
from tools.drawing.shapes import Outline, arc, circle, ellipse, place, polar, rect, ring

_LEAF_HALF = (
    (0, -1),
    (0.16, -0.68),
    (0.36, -0.78),
    (0.27, -0.3),
    (0.52, -0.55),
    (0.58, -0.4),
    (0.86, -0.44),
    (0.76, -0.16),
    (0.9, -0.06),
    (0.46, 0.3),
    (0.52, 0.46),
    (0.05, 0.38),
    (0.04, 0.92),
)


def leaf(x: float, y: float, size: float) -> Outline:
    """A maple leaf of three lobes a side, ``size`` from centre to tip."""
    left = tuple((-px, py) for px, py in reversed(_LEAF_HALF[1:]))
    return place([*_LEAF_HALF, *left], x, y, size)


def gear(x: float, y: float, radius: float, teeth: int, start: float = 0) -> Outline:
    """The outline of a cog wheel."""
    points: Outline = []
    step = 360 / teeth
    for i in range(teeth):
        a = start + i * step
        points += [
            polar(x, y, radius * 0.82, a - step * 0.32),
            polar(x, y, radius, a - step * 0.2),
            polar(x, y, radius, a + step * 0.2),
            polar(x, y, radius * 0.82, a + step * 0.32),
        ]
    return points


def cog(c: Canvas, x: float, y: float, radius: float, teeth: int, colour: str, hole: str, start: float = 0) -> None:
    """A cog wheel with a hub."""
    c.fill(gear(x + radius * 0.05, y + radius * 0.07, radius, teeth, start), INK, 0.2)
    c.fill(gear(x, y, radius, teeth, start), colour)
    c.fill(ring(x, y, radius * 0.66, radius * 0.56, 0, 360), INK, 0.14)
    c.fill(circle(x, y, radius * 0.28), hole)


def loop(
    c: Canvas, x: float, y: float, radius: float, width: float, colours: tuple[str, ...], start: float = -90
) -> None:
    """Arrows that follow one another in a circle."""
    share = 360 / len(colours)
    for i, colour in enumerate(colours):
        a, b = start + i * share + 8, start + (i + 1) * share - 18
        c.fill(ring(x, y, radius + width / 2, radius - width / 2, a, b), colour)
        tip = [polar(x, y, radius + width, b), polar(x, y, radius, b + 17), polar(x, y, radius - width, b)]
        c.fill(tip, colour)


def chip(c: Canvas, x: float, y: float, size: float, face: str = NAVY, pins: str = AMBER, core: str = STEEL) -> None:
    """A microchip centred on (x, y)."""
    for i in range(5):
        offset = -0.375 + 0.17 * i
        for outline in (rect(-0.66, offset, 1.32, 0.07, 0.02), rect(offset, -0.66, 0.07, 1.32, 0.02)):
            c.fill(place(outline, x, y, size), pins)
    c.fill(rect(x - size / 2, y - size / 2, size, size, size * 0.08), face)
    c.fill(rect(x - size * 0.27, y - size * 0.27, size * 0.54, size * 0.54, size * 0.05), core)
    c.fill(circle(x - size * 0.38, y - size * 0.38, size * 0.045), CREAM)


def robot(
    c: Canvas,
    x: float,
    y: float,
    size: float,
    joints: tuple[tuple[float, float], ...],
    colour: str = ORANGE,
    flip: bool = False,
) -> None:
    """An arm on a pedestal; ``joints`` are the ends of its limbs in units of ``size`` from its foot."""
    at = place([(0, -0.28), *joints], x, y, size, flip)
    c.fill(place(ellipse(0, 0.0, 0.34, 0.1), x, y, size), INK, 0.45)
    c.fill(place(ellipse(0, -0.03, 0.27, 0.075), x, y, size), MIST)
    c.fill(place([(-0.17, -0.05), (0.17, -0.05), (0.1, -0.3), (-0.1, -0.3)], x, y, size), MIST)
    c.fill(place([(0.05, -0.05), (0.17, -0.05), (0.1, -0.3), (0.03, -0.3)], x, y, size), INK, 0.2)
    widths = (0.15, 0.12, 0.085)
    for start, end, width in zip(at, at[1:], widths, strict=False):
        c.line([start, end], colour, size * width)
        c.line(
            [(start[0], start[1] + size * width * 0.28), (end[0], end[1] + size * width * 0.28)],
            "#b94f20",
            size * width * 0.3,
        )
    for point, width in zip(at, (0.12, 0.1, 0.075, 0.055), strict=False):
        c.fill(circle(*point, size * width), NAVY)
        c.fill(circle(*point, size * width * 0.45), CREAM)
    _gripper(c, at[-1], size)


def _gripper(c: Canvas, at: tuple[float, float], size: float) -> None:
    x, y = at
    c.line([(x, y), (x, y + size * 0.11)], INK, size * 0.04)
    for side in (-1, 1):
        claw = [
            (x, y + size * 0.1),
            (x + side * size * 0.09, y + size * 0.13),
            (x + side * size * 0.075, y + size * 0.22),
        ]
        c.line(claw, INK, size * 0.03)


def molecule(c: Canvas, x: float, y: float, size: float, start: float, atoms: tuple[str, ...], bond: str = INK) -> None:
    """Atoms on the corners of a ring, joined by bonds."""
    corners = [polar(x, y, size, start + 360 / len(atoms) * i) for i in range(len(atoms))]
    c.line([*corners, corners[0]], bond, size * 0.09)
    for corner, colour in zip(corners, atoms, strict=True):
        c.fill(circle(*corner, size * 0.25), colour)
        c.line(arc(*corner, size * 0.15, 190, 260), WHITE, size * 0.04)


def play_tile(
    c: Canvas, x: float, y: float, width: float, height: float, backdrop: str, coat: str, skin: str, hair: str
) -> None:
    """A tile of a video call with one person in it."""
    tile = rect(x - width / 2, y - height / 2, width, height, width * 0.07)
    c.fill(place(tile, width * 0.025, width * 0.035), INK, 0.22)
    c.fill(tile, WHITE)
    inner = rect(x - width * 0.46, y - height * 0.45, width * 0.92, height * 0.9, width * 0.05)
    with c.inside(inner):
        c.fill(inner, backdrop)
        c.fill(circle(x, y + height * 0.62, width * 0.36), coat)
        c.fill(rect(x - width * 0.055, y + height * 0.04, width * 0.11, height * 0.2), skin)
        c.fill(circle(x, y + height * 0.235, width * 0.055), skin)
        c.fill(rect(x - width * 0.055, y + height * 0.13, width * 0.11, height * 0.06), INK, 0.12)
        c.fill(circle(x, y - height * 0.05, width * 0.15), skin)
        c.fill(ring(x, y - height * 0.06, width * 0.165, width * 0.075, 178, 362), hair)
        c.fill(arc(x, y - height * 0.06, width * 0.165, 185, 355), hair)
