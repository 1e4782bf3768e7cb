"""What kind of file some bytes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pictures.sniff import SUFFIXES, Kind, sniff
from tests.unit.pictures import samples


@pytest.mark.parametrize("kind", sorted(SUFFIXES))
def test_what_pillow_writes(kind: Kind) -> None:
    """Every kind that is read is told by content."""
    assert sniff(samples.saved(samples.corners(), {Kind.HEIC: "HEIF"}.get(kind, kind.name))) is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", Kind.AVIF),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", Kind.HEIC),
        (b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom", Kind.RAW),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x01isommp42", Kind.UNKNOWN),
        (b"FUJIFILMCCD-RAW 0201", Kind.RAW),
        (b"\x1f\x8b\x08", Kind.ARCHIVE),
        (b"\xff\xfe<\x00s\x00v\x00g\x00", Kind.SVG),
        (b"<html><body><svg>", Kind.SVG),
        (b"<note/>", Kind.UNKNOWN),
        (b"RIFF\x00\x00\x00\x00WAVE", Kind.UNKNOWN),
    ],
)
def test_look_alikes(data: bytes, kind: Kind) -> None:
    """Files that begin alike are told apart."""
    assert sniff(data) is kind


def test_raw_by_its_ending() -> None:
    """A camera raw file is a TIFF in all but its name."""
    tiff = samples.saved(samples.corners(), "TIFF")
    assert sniff(tiff, ".NEF") is Kind.RAW
    assert sniff(tiff, ".tif") is Kind.TIFF


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(data: bytes) -> None:
    """Nothing raises."""
    assert sniff(data) in Kind
