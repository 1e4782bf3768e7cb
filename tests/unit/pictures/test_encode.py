"""Encoding pixels as files."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plugins.pictures.crop import Box
from plugins.pictures.encode import encode, encoder_version
from plugins.pictures.plan import Format, RenditionSpec, Use
from plugins.pictures.writing import Imprint
from tests.unit.pictures import samples


def spec(format_: Format, quality: int = 78) -> RenditionSpec:
    """A rendition of a whole small picture."""
    return RenditionSpec(Use.FIGURE, format_, 320, 240, Box(0, 0, 320, 240), quality)


@pytest.mark.parametrize("format_", list(Format))
def test_nothing_of_the_original_slips_through(format_: Format) -> None:
    """Comment, profile, resolution and metadata of the pixels' origin are not written."""
    image = samples.corners()
    image.info |= {"comment": b"secret", "icc_profile": b"secret", "exif": b"secret", "xmp": b"secret", "dpi": (1, 1)}
    data = encode(image, spec(format_), Imprint())
    assert b"secret" not in data
    assert not {"comment", "icc_profile", "exif", "xmp"} & set(Image.open(io.BytesIO(data)).info)


def test_jpeg_is_progressive() -> None:
    """A slow line shows the whole picture early."""
    assert Image.open(io.BytesIO(encode(samples.corners(), spec(Format.JPEG), Imprint()))).info["progressive"]


@pytest.mark.parametrize("format_", [Format.JPEG, Format.AVIF])
def test_quality_counts(format_: Format) -> None:
    """A lower quality is a smaller file."""
    soft = samples.corners().resize((40, 30)).resize((320, 240), Image.Resampling.BICUBIC)
    sizes = [len(encode(soft.copy(), spec(format_, quality), Imprint())) for quality in (20, 90)]
    assert sizes[0] < sizes[1]


def test_version_names_the_encoders() -> None:
    """Another Pillow, libjpeg or AV1 encoder makes other bytes, so it is part of every key."""
    assert all(name in encoder_version() for name in ("pillow", "jpg", "avif", "exiv2"))
