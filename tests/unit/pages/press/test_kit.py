"""Sizes and names of what lies in a press kit."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.entry import Shot
from plugins.pages.parts import PictureView
from plugins.pages.press.kit import archive, picture_name, size_of

NAMES = st.text("abcäöü 1-_", min_size=1, max_size=20)
MOMENT = dt.datetime(2024, 5, 2, 12, 30, 31, tzinfo=dt.UTC)


@given(st.lists(st.tuples(NAMES, st.binary(max_size=300)), unique_by=lambda file: file[0]))
def test_the_size_is_known_before_the_archive_is_made(files: list[tuple[str, bytes]]) -> None:
    """For all names and contents."""
    made = archive(files, MOMENT)
    assert size_of(files) == len(made)
    assert archive(files, MOMENT) == made


def test_a_report_from_before_1980_has_a_kit_too() -> None:
    """Archives know no earlier day."""
    assert archive([("a", b"b")], dt.datetime(1969, 1, 1, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("file", "credit", "name"),
    [
        ("Großes Foto 1.jpg", "Stadt | Müller", "messe_03_grosses-foto-1_stadt-mueller.jpg"),
        ("写真.jpg", "", "messe_03_xie-zhen.jpg"),
        ("!!!.png", "©", "messe_03_picture_c.jpg"),
        ("a.jpg", "x" * 300, f"messe_03_a_{'x' * 80}.jpg"),
    ],
)
def test_a_picture_is_named_for_its_desk(file: str, credit: str, name: str) -> None:
    """In small letters, digits and hyphens, whatever it was called."""
    assert picture_name("messe", 3, Shot(file, PictureView("/a.jpg", 1, 1)), credit) == name
