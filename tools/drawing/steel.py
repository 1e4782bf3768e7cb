"""Motifs of the report on the meeting of clusters and regions in Düsseldorf."""

from __future__ import annotations

import math
from random import Random

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.devices import chip, cog, loop
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
    SKINS,
    STEEL,
    TEAL,
    WHITE,
)
from tools.drawing.people import Look, seated
from tools.drawing.scenery import cloud, glow, sun, tree, turbine
from tools.drawing.shapes import arc, circle, curve, ellipse, land, path, place, polar, rect, ring


def works(c: Canvas, rng: Random) -> None:
    """A steel works from which bubbles of hydrogen rise instead of smoke."""
    sun(c, 1830, 980, 190, ORANGE, AMBER)
    for x, y, width in ((2080, 560, 420), (1560, 420, 300)):
        cloud(c, x, y, width, CREAM, 0.6)
    c.fill(land(lambda x: 1130 + 36 * math.sin(x / 420 + 1)), "#c77f5e")
    for x, y, height, start in ((1990, 1140, 330, 15), (2170, 1150, 410, 50), (2330, 1150, 300, 80)):
        turbine(c, x, y, height, start, CREAM)
    _halls(c)
    _furnace(c, 700, 1330)
    _stoves(c, 1010, 1330)
    _stack(c, 330, 1330, 880)
    _stack(c, 460, 1330, 720)
    _gasholder(c, 1800, 1330)
    _pipes(c)
    c.fill(rect(-20, 1325, 2440, 300), Fade("#4a3a40", "#241f2b"))
    c.fill(rect(-20, 1325, 2440, 12), "#6d565a")
    for y, gap in ((1440, 70), (1540, 96)):
        for x in range(-40, 2440, gap):
            c.fill(rect(x, y - 8, gap * 0.34, 34, 4), "#5b474b")
        c.fill(rect(-20, y, 2440, 9), "#a98f86")
    _ladle(c, 1290, 1300)
    for x in (90, 1960, 2130, 2290):
        tree(c, x, 1345, 150 if x % 20 else 190, TEAL)
    for i, (bx, by, radius) in enumerate(_bubbles(rng)):
        _bubble(c, bx, by, radius, labelled=radius > 62, pale=i % 2 == 0)


def _bubbles(rng: Random) -> list[tuple[float, float, float]]:
    found: list[tuple[float, float, float]] = []
    while len(found) < 26:
        y = rng.uniform(60, 620)
        x = 330 + (620 - y) * 0.75 + rng.gauss(0, 70 + (620 - y) * 0.33)
        radius = rng.choice((22, 30, 40, 52, 66, 84, 100)) * (0.75 + (620 - y) / 1500)
        clear = all((x - a) ** 2 + (y - b) ** 2 > (radius + r + 14) ** 2 for a, b, r in found)
        if clear and radius + 20 < x < 1500 and y - radius > 20 and not (300 < x < 490 and y > 420):
            found.append((x, y, radius))
    return found


def _bubble(c: Canvas, x: float, y: float, radius: float, labelled: bool, pale: bool) -> None:
    c.fill(circle(x, y, radius), MIST if pale else WHITE, 0.62)
    c.line(arc(x, y, radius, 0, 360), WHITE, max(4, radius * 0.08))
    c.line(arc(x, y, radius * 0.72, 195, 250), WHITE, radius * 0.12)
    if not labelled:
        return
    stroke = radius * 0.13
    for px in (-0.42, -0.04):
        c.line([(x + radius * px, y - radius * 0.36), (x + radius * px, y + radius * 0.3)], NAVY, stroke)
    c.line([(x - radius * 0.42, y - radius * 0.03), (x - radius * 0.04, y - radius * 0.03)], NAVY, stroke)
    two = curve((0.18, 0.12), (0.28, 0.02), (0.4, 0.1), (0.34, 0.26), (0.18, 0.42))
    c.line([*place(two, x, y, radius), (x + radius * 0.44, y + radius * 0.42)], NAVY, stroke * 0.75)


def _halls(c: Canvas) -> None:
    for x, width, height, colour in (
        (-40, 330, 250, "#5b3b3f"),
        (1130, 520, 300, "#6a4442"),
        (1880, 560, 210, "#5b3b3f"),
    ):
        c.fill(rect(x, 1330 - height, width, height), colour)
        teeth = round(width / 110)
        for i in range(teeth):
            left = x + width * i / teeth
            c.fill([(left, 1330 - height), (left, 1330 - height - 62), (left + width / teeth, 1330 - height)], colour)
            c.fill(
                [(left + 8, 1330 - height - 8), (left + 8, 1330 - height - 44), (left + 60, 1330 - height - 8)],
                AMBER,
                0.8,
            )
        for i in range(teeth * 2):
            c.fill(
                rect(x + width * (i + 0.25) / (teeth * 2), 1330 - height + 60, width / teeth / 4, 70, 4),
                AMBER,
                0.75 if i % 3 else 0.3,
            )


def _stack(c: Canvas, x: float, y: float, height: float) -> None:
    c.fill([(x - 46, y), (x + 46, y), (x + 28, y - height), (x - 28, y - height)], "#8a4a3c")
    c.fill([(x + 10, y), (x + 46, y), (x + 28, y - height), (x + 6, y - height)], INK, 0.25)
    for i in range(3):
        top = y - height + 26 + i * 92
        c.fill(rect(x - 33 - i * 2, top, 66 + i * 4, 40), CREAM)
        c.fill(rect(x + 8, top, 25 + i * 2, 40), INK, 0.2)
    c.fill(rect(x - 36, y - height - 8, 72, 18, 8), INK)


def _furnace(c: Canvas, x: float, y: float) -> None:
    frame = "#2b2f3d"
    c.fills(frame, *(rect(x + px - 13, y - 700, 26, 700) for px in (-150, 150)))
    for i in range(5):
        top = y - 690 + i * 140
        c.fill(rect(x - 175, top, 350, 16), frame)
        c.line([(x - 150, top + 16), (x + 150, top + 140)], frame, 9)
        c.line([(x + 150, top + 16), (x - 150, top + 140)], frame, 9)
    right = curve(*path("60 -690, 64 -560, 118 -330, 124 -240, 100 -150, 104 0"))
    left, middle = [(-px, py) for px, py in right], [(px * 0.44, py) for px, py in right]
    c.fill(place([*left, *reversed(right)], x, y), "#7f4f49")
    c.fill(place([*middle, *reversed(right)], x, y), INK, 0.28)
    for top, half in ((-560, 66), (-430, 98), (-330, 118), (-240, 124), (-150, 102)):
        c.fill(rect(x - half, y + top, half * 2, 12), INK, 0.3)
    c.fill(rect(x - 90, y - 760, 180, 78, 14), frame)
    c.line(place(path("-60 -750, -60 -860, 300 -860, 300 -500"), x, y), "#8d6a60", 36)
    hoist = place(path("-640 10, -110 -740"), x, y)
    c.line(hoist, frame, 30)
    c.line(hoist, AMBER, 6)
    glow(c, x, y - 60, 190, ORANGE, 0.9)
    c.fill([*arc(x, y - 60, 56, 180, 360), (x + 56, y), (x - 56, y)], AMBER)
    c.fill([*arc(x, y - 52, 34, 180, 360), (x + 34, y), (x - 34, y)], CREAM)


def _stoves(c: Canvas, x: float, y: float) -> None:
    for i in range(3):
        left = x + i * 104 - 60
        c.fill(
            [*arc(left + 46, y - 470, 46, 180, 360), (left + 92, y), (left, y)], ("#a05a45", "#8f4d3d", "#a05a45")[i]
        )
        c.fill(rect(left + 62, y - 470, 30, 470), INK, 0.22)
        for j in range(3):
            c.fill(rect(left, y - 420 + j * 140, 92, 14), INK, 0.25)


def _gasholder(c: Canvas, x: float, y: float) -> None:
    c.fill(circle(x, y - 170, 150), CREAM)
    c.fill([*arc(x, y - 170, 150, -70, 110)], INK, 0.14)
    for offset in (-0.5, 0, 0.5):
        c.line(
            [
                (x - 150 * math.cos(offset), y - 170 + 150 * math.sin(offset)),
                (x + 150 * math.cos(offset), y - 170 + 150 * math.sin(offset)),
            ],
            MINT,
            9,
        )
    for px in (-110, -36, 36, 110):
        c.line([(x + px, y - 70), (x + px * 1.15, y)], STEEL, 15)
    _bubble(c, x, y - 180, 76, labelled=True, pale=False)


def _pipes(c: Canvas) -> None:
    for y, colour in ((1190, MINT), (1222, TEAL)):
        c.line([(860, y), (1560, y), (1640, y - 40)], colour, 20)
    for x in range(900, 1600, 170):
        c.line([(x, 1176), (x, 1330)], INK, 13)


def _ladle(c: Canvas, x: float, y: float) -> None:
    c.fill(rect(x - 330, y - 236, 660, 30, 8), INK)
    c.line([(x - 90, y - 206), (x - 90, y - 120)], INK, 12)
    c.line([(x + 70, y - 206), (x + 70, y - 120)], INK, 12)
    c.fill([(x - 120, y - 120), (x + 100, y - 120), (x + 70, y + 20), (x - 90, y + 20)], "#2b2f3d")
    c.fill(ellipse(x - 10, y - 120, 110, 20), AMBER)
    c.fill(ellipse(x - 10, y - 120, 84, 12), CREAM)
    stream = curve((x + 92, y - 122), (x + 150, y - 90), (x + 172, y + 30), (x + 176, y + 150))
    c.line(stream, ORANGE, 40)
    c.line(stream, AMBER, 22)
    glow(c, x + 176, y + 150, 170, AMBER, 0.8)
    c.fill([(x + 30, y + 130), (x + 330, y + 130), (x + 300, y + 250), (x + 60, y + 250)], "#3b4253")
    c.fill(ellipse(x + 180, y + 130, 150, 26), ORANGE)
    c.fill(ellipse(x + 180, y + 130, 116, 17), AMBER)


def exchange(c: Canvas, _rng: Random) -> None:
    """Small tables with people in conversation, joined by dotted paths, seen from above."""
    for i in range(16):
        for j in range(11):
            c.fill(circle(i * 164 + (j % 2) * 82, j * 164, 40), "#f4e2bf" if (i + j) % 2 else "#f7e9cd")
    tables = (
        (430, 380, TEAL),
        (1200, 330, AMBER),
        (1970, 380, RED),
        (430, 1210, ORANGE),
        (1200, 1250, NAVY),
        (1970, 1210, MINT),
    )
    hub = (1200, 800)
    for x, y, _ in tables:
        c.dashes([hub, (x, y)], STEEL, 10, 4, 30)
    for a, b in ((0, 1), (1, 2), (3, 4), (4, 5), (0, 3), (2, 5)):
        c.dashes([tables[a][:2], tables[b][:2]], STEEL, 10, 4, 30)
    for number, (x, y, colour) in enumerate(tables):
        _table(c, x, y, colour, number)
    c.fill(circle(1216, 822, 186), INK, 0.16)
    c.fill(circle(1200, 800, 186), WHITE)
    loop(c, 1200, 800, 128, 36, (TEAL, NAVY, ORANGE))
    cog(c, 1200, 800, 74, 9, AMBER, WHITE)
    for x, y in ((815, 600), (1585, 600), (815, 1005), (1585, 1005)):
        c.fill(circle(x, y, 44), CREAM)
        c.fill(ring(x, y, 44, 34, 0, 360), STEEL)
        c.line([(x, y - 22), (x, y), (x + 16, y + 8)], NAVY, 8)


def _table(c: Canvas, x: float, y: float, colour: str, number: int) -> None:
    coats = (NAVY, RED, CREAM, TEAL, ORANGE, STEEL, AMBER, ROSE)
    seats = 3 + number % 2
    c.fill(circle(x, y, 300), colour, 0.22)
    c.fill(circle(x + 12, y + 18, 128), INK, 0.2)
    for i in range(seats):
        angle = 360 / seats * i + number * 37
        px, py = polar(x, y, 190, angle)
        coat = coats[(number * 3 + i * 2) % 8]
        look = Look(
            coat if coat != colour else CREAM,
            skin=SKINS[(number + i) % 4],
            hair=HAIRS[(number * 2 + i) % 5],
            long_hair=(number + i) % 2 == 0,
        )
        seated(c, px, py, 165, angle + 180, look)
    c.fill(circle(x, y, 120), WHITE)
    c.fill(ring(x, y, 120, 106, 0, 360), colour)
    if number % 3 == 0:
        cog(c, x, y, 56, 9, colour, WHITE)
    elif number % 3 == 1:
        chip(c, x, y, 76, NAVY if colour != NAVY else STEEL, AMBER, MINT)
    else:
        c.fill(curve((x - 46, y + 46), (x - 40, y - 30), (x + 46, y - 46), (x + 34, y + 34), closed=True), TEAL)
        c.line([(x - 44, y + 46), (x + 22, y - 20)], CREAM, 7)
