"""Opening files within limits."""

from __future__ import annotations

import io
import warnings

import pytest
from PIL import Image

from plugins.newsroom.problem import ContentError
from plugins.pictures import decoding
from plugins.pictures.picture import LIMITS
from plugins.pictures.sniff import Kind
from tests.unit.pictures import samples


def header(data: bytes, kind: Kind) -> Image.Image:
    """The picture, opened."""
    return decoding.open_header(data, "a", kind, LIMITS)


def test_only_the_header_is_read() -> None:
    """Opening decodes nothing, so that limits hold before memory is spent."""
    data = samples.saved(samples.corners(800, 600))
    assert header(data[:700], Kind.JPEG).size == (800, 600)


def test_another_decoder_is_never_tried() -> None:
    """Bytes are opened as what they are, never by guessing among all decoders."""
    with pytest.raises(ContentError):
        header(samples.saved(samples.corners(), "PNG"), Kind.JPEG)


def test_pillow_s_own_limit_becomes_our_sentence() -> None:
    """A bomb that Pillow itself refuses is told in our words, with its size."""
    with pytest.raises(ContentError) as caught:
        header(samples.png_claiming(24_000, 24_000), Kind.PNG)
    assert caught.value.problems[0].found == "576 million pixels"


def test_no_warning_escapes() -> None:
    """A large but allowed picture does not trip a build that treats warnings as fatal."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert header(samples.png_claiming(10_000, 10_000), Kind.PNG).size == (10_000, 10_000)


def test_jpeg_is_decoded_small() -> None:
    """A JPEG is decoded at the eighth when that is enough."""
    image = header(samples.saved(samples.corners(1600, 1200)), Kind.JPEG)
    assert decoding.decode(image, "a", Kind.JPEG, (150, 150)).size == (200, 150)


@pytest.mark.parametrize("value", [0, 9, 77])
def test_nonsense_orientation_is_none(value: int) -> None:
    """An orientation that does not exist turns nothing."""
    data = samples.saved(samples.corners(), exif=samples.exif(value))
    assert decoding.orientation_of(header(data, Kind.JPEG), Kind.JPEG) == 1


def test_orientation_in_xmp_alone() -> None:
    """Some programs write the orientation into XMP only."""
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>'
        b"</rdf:RDF></x:xmpmeta>"
    )
    data = samples.saved(samples.corners(), xmp=packet)
    assert decoding.orientation_of(header(data, Kind.JPEG), Kind.JPEG) == 6


def test_damaged_exif_turns_nothing() -> None:
    """EXIF that cannot be read says nothing about how the camera was held."""
    data = samples.saved(samples.corners(), exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")
    assert decoding.orientation_of(header(data, Kind.JPEG), Kind.JPEG) == 1


def test_profile_that_is_no_bytes() -> None:
    """A damaged TIFF with a number for a profile has none."""
    image = Image.open(io.BytesIO(samples.saved(samples.corners())))
    image.info["icc_profile"] = 7
    assert decoding.profile_of(image) is None
