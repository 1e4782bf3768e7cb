"""Encodes pixels as JPEG, AVIF or PNG with the rights inside, always to the same bytes."""

from __future__ import annotations

import io
from functools import cache

import exiv2
import PIL
from PIL import Image, PngImagePlugin, features

from plugins.cache.code import source_digest
from plugins.pictures.plan import Format, RenditionSpec
from plugins.pictures.writing import Imprint

_STEPS = ("render", "decoding", "colours", "crop", "encode", "entries", "writing", "segments", "scaling", "plan")
"""Our modules between a file and its renditions: where one is edited, old renditions are made anew."""


@cache
def encoder_version() -> str:
    """Everything besides picture, rights and spec that the bytes of a rendition depend on."""
    parts = [f"pillow {PIL.__version__}", f"exiv2 {exiv2.version()}"]
    parts += [f"{name} {features.version(name)}" for name in ("jpg", "avif", "zlib", "littlecms2")]
    parts.append(f"code {source_digest(f'plugins.pictures.{step}' for step in _STEPS)}")
    return ", ".join(parts)


def encode(image: Image.Image, spec: RenditionSpec, imprint: Imprint) -> bytes:
    """The file's bytes. Nothing of the original goes in but its pixels and the imprint."""
    image.info.clear()
    out = io.BytesIO()
    if spec.format is Format.JPEG:
        _jpeg(image, spec.quality, imprint, out)
    elif spec.format is Format.AVIF:
        _avif(image, spec.quality, imprint, out)
    else:
        _png(image, imprint, out)
    return out.getvalue()


def _jpeg(image: Image.Image, quality: int, imprint: Imprint, out: io.BytesIO) -> None:
    image.save(
        out,
        "JPEG",
        quality=quality,
        progressive=True,
        optimize=True,
        exif=imprint.exif,
        xmp=imprint.xmp,
        extra=imprint.photoshop,
    )


def _avif(image: Image.Image, quality: int, imprint: Imprint, out: io.BytesIO) -> None:
    """One thread: the work is spread over processes, and the bytes stay the same on any machine."""
    image.save(out, "AVIF", quality=quality, speed=8, max_threads=1, exif=imprint.exif, xmp=imprint.xmp)


def _png(image: Image.Image, imprint: Imprint, out: io.BytesIO) -> None:
    text = PngImagePlugin.PngInfo()
    if imprint.xmp:
        text.add_itxt("XML:com.adobe.xmp", imprint.xmp.decode())
    image.save(out, "PNG", optimize=True, pnginfo=text, exif=imprint.exif)
