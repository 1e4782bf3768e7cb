"""Decodes a photograph once and scales it down step by step, each step from the one above."""

from __future__ import annotations

from PIL import Image

from plugins.pictures import colours, decoding
from plugins.pictures.picture import Limits
from plugins.pictures.sniff import Kind

BASE = 2560
"""Longer side of the first step, in pixels."""
STEPS = (1600, 960, 480)
"""Widths of the steps below. They are fixed, not taken from the renditions wanted, so that the bytes of
one rendition never depend on which others are made in the same run."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation -> what brings the picture upright."""


class Scaler:
    """The sizes of one picture, upright and in sRGB, each made when it is first asked for.

    ``size`` is that of the upright original. Methods raise ``ContentError`` where it cannot be decoded.
    """

    def __init__(self, data: bytes, name: str, kind: Kind, limits: Limits) -> None:
        self._data, self._name, self._kind, self._limits = data, name, kind, limits
        header = decoding.open_header(data, name, kind, limits)
        self._orientation = decoding.orientation_of(header, kind)
        self._stored = header.size
        self.size = header.size[::-1] if self._orientation >= 5 else header.size
        self._steps: dict[int, Image.Image] = {}

    def at_least(self, scale: float) -> Image.Image:
        """The smallest step that holds the picture at that scale (1.0 = the original) or more."""
        width = self.size[0]
        longest = max(self.size)
        if longest > BASE and scale > BASE / longest * 1.0001:
            return self._decoded(longest)
        chosen = BASE
        for step in STEPS:
            if step < self._base_width() and step >= scale * width * 0.9999:
                chosen = step
        return self._step(chosen)

    def _base_width(self) -> int:
        return max(1, round(self.size[0] * min(1.0, BASE / max(self.size))))

    def _step(self, width: int) -> Image.Image:
        if width not in self._steps:
            self._steps[width] = self._decoded(BASE) if width == BASE else self._scaled(width)
        return self._steps[width]

    def _scaled(self, width: int) -> Image.Image:
        """The step of that width, from the next one above."""
        above = min((step for step in STEPS if width < step < self._base_width()), default=BASE)
        height = max(1, round(width * self.size[1] / self.size[0]))
        return self._step(above).resize((width, height), Image.Resampling.LANCZOS)

    def _decoded(self, longest: int) -> Image.Image:
        """The picture within a square of that side; colours last, when there are fewer pixels."""
        scale = min(1.0, longest / max(self._stored))
        target = tuple(max(1, round(side * scale)) for side in self._stored)
        header = decoding.open_header(self._data, self._name, self._kind, self._limits)
        loaded = decoding.decode(header, self._name, self._kind, (target[0], target[1]))
        profile = decoding.profile_of(loaded)
        image = colours.simple(loaded)
        if image.size != target:
            image = image.resize((target[0], target[1]), Image.Resampling.LANCZOS)
        if self._orientation in TURNS:
            image = image.transpose(TURNS[self._orientation])
        return colours.to_srgb(image, profile)
