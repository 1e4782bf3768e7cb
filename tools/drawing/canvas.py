"""A sheet that outlines are painted on, larger than the picture so that edges come out smooth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw

from tools.drawing.shapes import Outline, Point

WIDTH, HEIGHT = 2400, 1600


@dataclass(frozen=True, slots=True)
class Fade:
    """A vertical gradient over the height of what is painted."""

    top: str
    bottom: str


Paint = str | Fade


class Canvas:
    """The sheet; units are those of the finished picture."""

    def __init__(self, background: Paint, oversampling: float = 2) -> None:
        self.scale = oversampling
        size = (round(WIDTH * oversampling), round(HEIGHT * oversampling))
        self._image = _texture(background, size)

    def fill(self, outline: Outline, paint: Paint, alpha: float = 1) -> None:
        """Paint an outline's inside; ``alpha`` from 0 (nothing) to 1 (opaque)."""
        points = [(x * self.scale, y * self.scale) for x, y in outline]
        if alpha >= 1 and isinstance(paint, str):
            ImageDraw.Draw(self._image).polygon(points, fill=paint)
            return
        box = self._box(points)
        if box is None:
            return
        size = (box[2] - box[0], box[3] - box[1])
        mask = Image.new("L", size)
        shifted = [(x - box[0], y - box[1]) for x, y in points]
        ImageDraw.Draw(mask).polygon(shifted, fill=round(255 * alpha))
        self._image.paste(_texture(paint, size), box[:2], mask)

    def fills(self, paint: Paint, *outlines: Outline, alpha: float = 1) -> None:
        """Paint several outlines alike."""
        for outline in outlines:
            self.fill(outline, paint, alpha)

    def line(self, points: Outline, paint: str, width: float, alpha: float = 1) -> None:
        """A line with round joints and ends."""
        if alpha < 1:
            before = self._image.copy()
            self.line(points, paint, width)
            self._image = Image.blend(before, self._image, alpha)
            return
        draw, half = ImageDraw.Draw(self._image), width * self.scale / 2
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        for start, end in pairwise(scaled):
            draw.line([start, end], fill=paint, width=max(1, round(2 * half)))
        for x, y in scaled:
            draw.ellipse((x - half, y - half, x + half, y + half), fill=paint)

    def dashes(self, points: Outline, paint: str, width: float, on: float, off: float) -> None:
        """A line of dashes of length ``on`` with gaps of ``off``."""
        for dash in _dashes(points, on, off):
            self.line(dash, paint, width)

    @contextmanager
    def inside(self, outline: Outline) -> Iterator[None]:
        """Whatever is painted meanwhile shows inside the outline only."""
        before = self._image.copy()
        yield
        mask = Image.new("L", self._image.size)
        ImageDraw.Draw(mask).polygon([(x * self.scale, y * self.scale) for x, y in outline], fill=255)
        self._image = Image.composite(self._image, before, mask)

    def picture(self) -> Image.Image:
        """The finished picture, 2400 by 1600 pixels."""
        return self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)

    def _box(self, points: Outline) -> tuple[int, int, int, int] | None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (
            max(0, int(min(xs))),
            max(0, int(min(ys))),
            min(self._image.width, int(max(xs)) + 2),
            min(self._image.height, int(max(ys)) + 2),
        )
        return box if box[0] < box[2] and box[1] < box[3] else None


def _texture(paint: Paint, size: tuple[int, int]) -> Image.Image:
    if isinstance(paint, str):
        return Image.new("RGB", size, paint)
    ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
    top, bottom = (Image.new("RGB", size, ImageColor.getrgb(c)) for c in (paint.top, paint.bottom))
    return Image.composite(bottom, top, ramp)


def _dashes(points: Outline, on: float, off: float) -> Iterator[Outline]:
    dash: Outline = [points[0]]
    drawing, left = True, on
    for start, end in pairwise(points):
        for piece in _pieces(start, end):
            step = ((piece[0] - dash[-1][0]) ** 2 + (piece[1] - dash[-1][1]) ** 2) ** 0.5
            dash.append(piece)
            left -= step
            if left <= 0:
                if drawing:
                    yield dash
                drawing, left, dash = not drawing, (off if drawing else on), [piece]
    if drawing and len(dash) > 1:
        yield dash


def _pieces(start: Point, end: Point) -> Iterator[Point]:
    (x0, y0), (x1, y1) = start, end
    count = max(1, int(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 / 3))
    for i in range(1, count + 1):
        yield x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
