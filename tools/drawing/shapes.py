"""Outlines as lists of points, on a sheet of 2400 by 1600 units."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

Point = tuple[float, float]
Outline = list[Point]


def rect(x: float, y: float, width: float, height: float, radius: float = 0) -> Outline:
    """A rectangle from its top left corner, its corners rounded by ``radius``."""
    if radius <= 0:
        return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    radius = min(radius, width / 2, height / 2)
    corners = (
        (x + width - radius, y + radius, -90),
        (x + width - radius, y + height - radius, 0),
        (x + radius, y + height - radius, 90),
        (x + radius, y + radius, 180),
    )
    return [point for cx, cy, start in corners for point in arc(cx, cy, radius, start, start + 90)]


def arc(cx: float, cy: float, radius: float, start: float, end: float, steps: int = 0) -> Outline:
    """Part of a circle, from angle to angle in degrees, clockwise from three o'clock."""
    steps = steps or max(8, int(abs(end - start) / 2))
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]


def circle(cx: float, cy: float, radius: float) -> Outline:
    """A full circle."""
    return arc(cx, cy, radius, 0, 360, 160)[:-1]


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Outline:
    """A full ellipse."""
    return [(cx + (x - cx) * rx, cy + (y - cy) * ry) for x, y in circle(cx, cy, 1)]


def ring(cx: float, cy: float, outer: float, inner: float, start: float, end: float) -> Outline:
    """A band between two radii, from angle to angle."""
    return arc(cx, cy, outer, start, end) + arc(cx, cy, inner, end, start)


def star(cx: float, cy: float, points: int, outer: float, inner: float, start: float = -90) -> Outline:
    """A star (or, with equal radii, a regular polygon)."""
    steps = points * 2
    return [polar(cx, cy, outer if i % 2 == 0 else inner, start + 360 * i / steps) for i in range(steps)]


def polar(cx: float, cy: float, radius: float, angle: float) -> Point:
    """The point at that distance and angle (degrees, clockwise from three o'clock)."""
    return cx + radius * math.cos(math.radians(angle)), cy + radius * math.sin(math.radians(angle))


def curve(*knots: Point, closed: bool = False, steps: int = 24) -> Outline:
    """A smooth line through the knots (Catmull-Rom)."""
    count = len(knots)
    spans = count if closed else count - 1
    points: Outline = []
    for i in range(spans):
        at = [_knot(knots, i + offset, closed) for offset in (-1, 0, 1, 2)]
        points += [_between(at, step / steps) for step in range(steps)]
    return points if closed else [*points, knots[-1]]


def _knot(knots: Sequence[Point], index: int, closed: bool) -> Point:
    count = len(knots)
    return knots[index % count] if closed else knots[min(max(index, 0), count - 1)]


def _between(at: Sequence[Point], t: float) -> Point:
    def axis(p: float, q: float, r: float, s: float) -> float:
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)

    xs, ys = zip(*at, strict=True)
    return axis(*xs), axis(*ys)


def bow(start: Point, end: Point, height: float, steps: int = 60) -> Outline:
    """A line from point to point that rises by ``height`` in the middle."""
    (x0, y0), (x1, y1) = start, end
    return [
        (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t - 4 * height * t * (1 - t))
        for t in (i / steps for i in range(steps + 1))
    ]


def land(level: Callable[[float], float], bottom: float = 1620, left: float = -20, right: float = 2420) -> Outline:
    """Ground whose surface at ``x`` lies at ``level(x)``, down to ``bottom``."""
    count = 240
    xs = [left + (right - left) * i / count for i in range(count + 1)]
    return [(x, level(x)) for x in xs] + [(right, bottom), (left, bottom)]


def turn(outline: Outline, degrees: float, cx: float = 0, cy: float = 0) -> Outline:
    """The outline turned clockwise about a point."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in outline]


def place(outline: Outline, x: float, y: float, scale: float = 1, flip: bool = False) -> Outline:
    """An outline drawn about the origin, scaled, mirrored where asked, and moved."""
    sign = -1 if flip else 1
    return [(x + px * scale * sign, y + py * scale) for px, py in outline]


def path(text: str) -> Outline:
    """Points written as ``"x y, x y, …"``."""
    pairs = (pair.split() for pair in text.split(","))
    return [(float(x), float(y)) for x, y in pairs]


def wave(level: float, height: float, length: float, phase: float) -> Outline:
    """Water whose surface swings about ``level``, down to the foot of the sheet."""
    return land(lambda x: level + height * math.sin(x / length + phase))
