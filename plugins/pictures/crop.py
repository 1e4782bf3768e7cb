"""Finds the part of a picture to show in a given shape, around its point of interest."""

from __future__ import annotations

from plugins.newsroom.record import record

Point = tuple[float, float]
"""Fractions of width and height from the top left, each 0..1."""


@record
class Box:
    """A part of an upright picture in its own pixels; right and bottom lie outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top


def crop(width: int, height: int, shape: tuple[int, int], focus: Point | None = None) -> Box:
    """The largest part of the shape (width to height) that has the focus as near its middle as can be.

    Without a focus the middle counts, in an upright picture the upper third, where faces are.
    """
    wide, high = shape
    part_width = max(1, min(width, round(height * wide / high)))
    part_height = max(1, min(height, round(width * high / wide)))
    x, y = focus if focus is not None else (0.5, 0.5 if width >= height else 1 / 3)
    left = _start(x, width, part_width)
    top = _start(y, height, part_height)
    return Box(left, top, left + part_width, top + part_height)


def within(point: Point | None, width: int, height: int, part: Box) -> Point:
    """The focus as fractions of a part of the picture: what a style sheet's object-position needs."""
    x, y = point if point is not None else (0.5, 0.5)
    return (
        min(1.0, max(0.0, round((x * width - part.left) / part.width, 3))),
        min(1.0, max(0.0, round((y * height - part.top) / part.height, 3))),
    )


def _start(fraction: float, whole: int, part: int) -> int:
    return min(whole - part, max(0, round(fraction * whole - part / 2)))
