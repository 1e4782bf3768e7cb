"""Tests of plugins/pages/collation.py."""

from __future__ import annotations

from plugins.pages.collation import ordered


def test_letters_with_marks_stand_beside_those_without() -> None:
    """Öhler before Zander, as in a telephone book of each of the three languages."""
    assert ordered(["Zander, Zoe", "Öhler, Olaf", "Ohler, Ida", "Çelik, Can"]) == (
        "Çelik, Can",
        "Ohler, Ida",
        "Öhler, Olaf",
        "Zander, Zoe",
    )


def test_capitals_do_not_come_first() -> None:
    """A name with a small first letter has its place among the others."""
    assert ordered(["Zander", "de Vries", "Adams"]) == ("Adams", "de Vries", "Zander")
    assert ordered(["Zänder", "de Vries", "Adams"]) == ("Adams", "de Vries", "Zänder")
