"""Renders a picture into the renditions that were planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageFilter

from plugins.newsroom.problem import ContentError
from plugins.pictures import colours, complaints
from plugins.pictures.crop import Box
from plugins.pictures.encode import encode
from plugins.pictures.metadata import Rights
from plugins.pictures.picture import LIMITS, Limits
from plugins.pictures.plan import RenditionSpec, Use
from plugins.pictures.scaling import Scaler
from plugins.pictures.sniff import SUFFIXES, sniff
from plugins.pictures.writing import imprint


def render(
    data: bytes,
    name: str,
    specs: Iterable[RenditionSpec],
    rights: Rights,
    limits: Limits = LIMITS,
) -> Iterator[tuple[RenditionSpec, bytes]]:
    """Each rendition with its bytes, in the order asked; the picture is decoded once.

    Raises ``ContentError`` where the picture cannot be decoded.
    """
    kind = sniff(data, Path(name).suffix)
    if kind not in SUFFIXES:
        raise ContentError((complaints.of_kind(name, kind),))
    scaler, stamp = Scaler(data, name, kind, limits), imprint(rights)
    for spec in specs:
        yield spec, encode(_drawn(scaler, spec), spec, stamp)


def _drawn(scaler: Scaler, spec: RenditionSpec) -> Image.Image:
    scale = 1.0 if spec.padded else spec.width / spec.part.width
    step = scaler.at_least(scale)
    size = (spec.part.width, spec.part.height) if spec.padded else (spec.width, spec.height)
    image = _cut(step, spec.part, step.width / scaler.size[0], size)
    if spec.use is not Use.LOGO:
        image = colours.flatten(image)
    return _padded(image, (spec.width, spec.height)) if spec.padded else image


def _cut(image: Image.Image, part: Box, scale: float, size: tuple[int, int]) -> Image.Image:
    """The part at that size; without scaling where the step has it already."""
    box = (
        part.left * scale,
        part.top * scale,
        min(image.width, part.right * scale),
        min(image.height, part.bottom * scale),
    )
    if abs(box[2] - box[0] - size[0]) < 1 and abs(box[3] - box[1] - size[1]) < 1:
        left, top = min(round(box[0]), image.width - size[0]), min(round(box[1]), image.height - size[1])
        return image.crop((left, top, left + size[0], top + size[1]))
    return image.resize(size, Image.Resampling.LANCZOS, box=box)


def _padded(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture unscaled upon a blurred ground made of itself, for shapes it is too small to fill."""
    ground = image.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(40))
    ground.paste(image, ((size[0] - image.width) // 2, (size[1] - image.height) // 2))
    return ground
