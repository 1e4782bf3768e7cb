"""People without faces: standing, or seen from above."""

from __future__ import annotations

from dataclasses import dataclass

from tools.drawing.canvas import Canvas
from tools.drawing.palette import HAIRS, INK, SKINS, WHITE
from tools.drawing.shapes import Outline, circle, curve, ellipse, place, polar, turn


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody is dressed."""

    coat: str
    trousers: str = INK
    skin: str = SKINS[0]
    hair: str = HAIRS[0]
    long_hair: bool = False
    skirt: bool = False


def standing(c: Canvas, x: float, y: float, height: float, look: Look, arms: str = "down", flip: bool = False) -> None:
    """Somebody whose feet are at (x, y); ``arms`` is ``down``, ``point``, ``tablet``, ``talk`` or ``wave``."""

    def at(outline: Outline) -> Outline:
        return place(outline, x, y, height, flip)

    c.fill(ellipse(x + height * 0.06, y, height * 0.2, height * 0.022), INK, 0.18)
    if look.long_hair:
        c.fill(
            at(curve((-0.085, -0.93), (0, -1.0), (0.085, -0.93), (0.095, -0.78), (-0.095, -0.78), closed=True)),
            look.hair,
        )
    _legs(c, look, at)
    back, front = _ARMS[arms]
    _arm(c, look, at(list(back)), height, shade=0.22)
    c.fill(at(_TORSO if not look.skirt else _DRESS), look.coat)
    c.fill(at(_SHADE if not look.skirt else _DRESS_SHADE), INK, 0.14)
    c.fill(at([(-0.035, -0.87), (0.035, -0.87), (0.04, -0.8), (0, -0.775), (-0.04, -0.8)]), look.skin)
    c.fill(at([(-0.03, -0.815), (0.03, -0.815), (0, -0.7)]), WHITE)
    c.fill(at(ellipse(0, -0.92, 0.058, 0.072)), look.skin)
    c.fill(at(_FRINGE if look.long_hair else _SHORT), look.hair)
    _arm(c, look, at(list(front)), height)
    if arms == "tablet":
        c.fill(at(turn([(0.1, -0.66), (0.26, -0.66), (0.26, -0.55), (0.1, -0.55)], -18, 0.18, -0.6)), INK)
        c.fill(at(turn([(0.112, -0.65), (0.248, -0.65), (0.248, -0.56), (0.112, -0.56)], -18, 0.18, -0.6)), "#bcdce0")


_TORSO = curve(
    (-0.06, -0.825),
    (0.06, -0.825),
    (0.128, -0.78),
    (0.125, -0.6),
    (0.105, -0.45),
    (0.0, -0.435),
    (-0.105, -0.45),
    (-0.125, -0.6),
    (-0.128, -0.78),
    closed=True,
)
_SHADE = curve((0.06, -0.82), (0.128, -0.78), (0.125, -0.6), (0.105, -0.45), (0.05, -0.437), (0.065, -0.6), closed=True)
_DRESS = curve(
    (-0.055, -0.825),
    (0.055, -0.825),
    (0.115, -0.78),
    (0.09, -0.6),
    (0.15, -0.27),
    (0.0, -0.25),
    (-0.15, -0.27),
    (-0.09, -0.6),
    (-0.115, -0.78),
    closed=True,
)
_DRESS_SHADE = curve(
    (0.055, -0.82), (0.115, -0.78), (0.09, -0.6), (0.15, -0.27), (0.06, -0.255), (0.045, -0.6), closed=True
)
_SHORT = curve(
    (-0.063, -0.9),
    (-0.066, -0.95),
    (-0.03, -1.0),
    (0.03, -1.003),
    (0.068, -0.96),
    (0.062, -0.9),
    (0.045, -0.945),
    (0, -0.955),
    (-0.04, -0.945),
    closed=True,
)
_FRINGE = curve(
    (-0.068, -0.88),
    (-0.07, -0.95),
    (-0.03, -1.002),
    (0.03, -1.002),
    (0.07, -0.95),
    (0.068, -0.88),
    (0.05, -0.935),
    (-0.01, -0.965),
    (-0.05, -0.93),
    closed=True,
)
_ARMS = {
    "down": (((0.115, -0.77), (0.14, -0.62), (0.13, -0.47)), ((-0.115, -0.77), (-0.145, -0.62), (-0.135, -0.47))),
    "point": (((-0.115, -0.77), (-0.14, -0.62), (-0.13, -0.47)), ((0.11, -0.77), (0.2, -0.72), (0.32, -0.79))),
    "tablet": (((-0.115, -0.77), (-0.12, -0.61), (0.06, -0.58)), ((0.115, -0.77), (0.145, -0.62), (0.14, -0.58))),
    "talk": (((-0.115, -0.77), (-0.15, -0.62), (-0.12, -0.49)), ((0.115, -0.77), (0.15, -0.63), (0.25, -0.68))),
    "wave": (((-0.115, -0.77), (-0.14, -0.62), (-0.13, -0.47)), ((0.115, -0.77), (0.2, -0.83), (0.22, -0.98))),
}


def _legs(c: Canvas, look: Look, at: object) -> None:
    assert callable(at)
    colour = look.skin if look.skirt else look.trousers
    c.fill(at([(-0.1, -0.48), (0.0, -0.48), (-0.015, -0.02), (-0.075, -0.02)]), colour)
    c.fill(at([(0.0, -0.48), (0.1, -0.48), (0.075, -0.02), (0.015, -0.02)]), colour)
    c.fill(at([(0.0, -0.46), (0.1, -0.48), (0.075, -0.02), (0.015, -0.02)]), INK, 0.16)
    for side in (-0.04, 0.05):
        c.fill(at(ellipse(side, -0.014, 0.045, 0.018)), INK)


def _arm(c: Canvas, look: Look, points: Outline, height: float, shade: float = 0) -> None:
    c.fill(circle(*points[-1], height * 0.026), look.skin)
    sleeve = curve(*points)[:-8]
    c.line(sleeve, look.coat if not shade else _darker(look.coat, shade), height * 0.052)


def _darker(colour: str, by: float) -> str:
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    ink = (int(INK[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(p * (1 - by) + q * by):02x}" for p, q in zip(parts, ink, strict=True))


def seated(c: Canvas, x: float, y: float, size: float, angle: float, look: Look) -> None:
    """Somebody on a chair seen from above, looking in the direction of ``angle`` (degrees)."""

    def at(outline: Outline) -> Outline:
        return place(turn(outline, angle), x, y, size)

    c.fill(at(ellipse(-0.26, 0.06, 0.46, 0.5)), INK, 0.16)
    c.fill(at(ellipse(-0.2, 0, 0.3, 0.44)), "#b9824d")
    c.fill(at(ellipse(-0.16, 0, 0.25, 0.38)), "#d9a468")
    for side in (-1, 1):
        hand = (0.5, side * 0.2)
        c.fill(circle(*at([hand])[0], size * 0.075), look.skin)
        c.line(at(curve((0, side * 0.42), (0.26, side * 0.43), (0.42, side * 0.25))), look.coat, size * 0.17)
    c.fill(at(ellipse(0, 0, 0.25, 0.52)), look.coat)
    c.fill(at(curve((-0.06, -0.5), (-0.24, -0.2), (-0.24, 0.2), (-0.06, 0.5), (-0.13, 0), closed=True)), INK, 0.16)
    c.fill(at(ellipse(0.19, 0, 0.1, 0.13)), look.skin)
    if look.long_hair:
        c.fill(at(ellipse(-0.13, 0, 0.22, 0.2)), look.hair)
    c.fill(at(circle(0.03, 0, 0.215)), look.hair)
    shine = [polar(0.03, 0, 0.14, a) for a in range(190, 260, 5)]
    c.line(at(shine), _lighter(look.hair), size * 0.03)


def _lighter(colour: str) -> str:
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{min(255, p + 34):02x}" for p in parts)
