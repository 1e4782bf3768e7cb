"""The values that pictures are described by before anything is rendered."""

from __future__ import annotations

from plugins.newsroom.problem import Problem
from plugins.newsroom.record import record
from plugins.pictures.metadata import Metadata


@record
class Limits:
    """How large a picture may be.

    The largest sensors of press cameras have about 100 million pixels; decoded, a limit of 120
    million costs a worker at most half a gigabyte.
    """

    bytes: int = 100_000_000
    pixels: int = 120_000_000
    side: int = 25_000
    """Of the longer side, in pixels."""


LIMITS = Limits()


@record
class Picture:
    """A picture that was opened, decoded once at a small size, and found sound."""

    file: str
    """As the editor knows it."""
    digest: str
    """Of the bytes, as ``plugins.cache.digest.digest_bytes`` gives it."""
    kind: str
    """E.g. ``JPEG``, by content."""
    width: int
    """In pixels, upright (after the orientation was applied)."""
    height: int
    colour: str
    """The average colour, ``#rrggbb`` in sRGB: what to paint before the picture is there."""
    metadata: Metadata


@record
class Examined:
    """What became of examining a file: a picture, or why there is none; warnings either way."""

    picture: Picture | None
    problems: tuple[Problem, ...] = ()
