"""The pictures that are shipped are the ones the script draws, and say that they are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from plugins.pictures.reading import read_metadata
from tests.founding.newsroom import CONTENT
from tools.illustrations import LARGEST, MOTIFS, Motif, main, paint


def file_of(motif: Motif) -> Path:
    """Where a motif is kept."""
    return CONTENT / motif.report / "photos" / f"{motif.name}.jpg"


def test_every_picture_can_be_drawn_again() -> None:
    """No picture is shipped without its motif, and no motif without its picture."""
    assert {file_of(motif) for motif in MOTIFS} == set(CONTENT.glob("reports/*/*/photos/*"))


@pytest.mark.parametrize("motif", MOTIFS, ids=lambda m: m.name)
def test_a_picture_says_that_it_is_drawn(motif: Motif) -> None:
    """Its metadata carries the IPTC term and the credit; its size is kept small."""
    data = file_of(motif).read_bytes()
    rights = read_metadata(data).rights
    assert rights.source_term == "algorithmicMedia"
    assert rights.credit == "Illustration: Dreiklang"
    assert len(data) < LARGEST


def test_the_script_draws_what_is_shipped() -> None:
    """A motif painted anew differs from its file by no more than the compression."""
    motif = next(m for m in MOTIFS if m.name == "atlantik")
    shipped = Image.open(file_of(motif)).convert("RGB")
    difference = ImageStat.Stat(ImageChops.difference(paint(motif), shipped))
    assert max(difference.mean) < 3


def test_a_name_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Asking for an unknown picture draws nothing, and lists those there are."""
    assert main(["--only", "mona-lisa", "--content", str(tmp_path)]) == 2
    assert "atlantik" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
