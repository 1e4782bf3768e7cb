"""Captions and credits, apart."""

from __future__ import annotations

import pytest

from plugins.importing.credits import from_file_name, is_credit, split


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Der Kai (Foto: Hafenamt | Muster)", "Der Kai", "Hafenamt | Muster"),
        ("Der Kai. Foto: © Mia Muster/Agentur", "Der Kai.", "Mia Muster/Agentur"),
        ("© Hafenamt | Muster", "", "Hafenamt | Muster"),
        ("Bild 1: Der Kai © Hafenamt", "Der Kai", "Hafenamt"),
        ("The quay. Photo: Mia Muster (CC BY 4.0)", "The quay.", "Mia Muster (CC BY 4.0)"),
        ("De kade. Fotograaf: Jan de Vries", "De kade.", "Jan de Vries"),
        ("De kade (foto: Gemeente)", "De kade", "Gemeente"),
        ("Der Kai (Quelle: Hafenamt (HA))", "Der Kai", "Hafenamt (HA)"),
        ("Bildnachweis: Hafenamt", "", "Hafenamt"),
        ("Picture: Jane Doe", "", "Jane Doe"),
        ("Photo by Jane Doe", "", "Jane Doe"),
        ("The quay at night. Photograph by Jane Doe/Port", "The quay at night.", "Jane Doe/Port"),
        ("Der Kai am Abend (Foto von Mia Muster)", "Der Kai am Abend", "Mia Muster"),
        ("De kade | Foto's door Jan de Vries", "De kade", "Jan de Vries"),
        ("Foto Muster", "", "Muster"),
        ("Bild: Mia Muster / Agentur", "", "Mia Muster / Agentur"),
        ("Ein Tag am Kai", "Ein Tag am Kai", ""),
        ("Das Foto von Mia Muster zeigt den Kai.", "Das Foto von Mia Muster zeigt den Kai.", ""),
        ("Foto des Tages vom Kai", "Foto des Tages vom Kai", ""),
    ],
)
def test_a_line_is_split(line: str, caption: str, credit: str) -> None:
    """Nothing of it is lost but labels."""
    found = split(line)
    assert (found.caption, found.credit) == (caption, credit)


@pytest.mark.parametrize("sign", ["A", "A ", "A&", "A/", "A, ", "(A", ". ", "von "])
def test_a_line_of_names_is_read_in_one_way_only(sign: str) -> None:
    """However long it is: with several ways to read it, this would not end."""
    for start in ("Photo by ", "Foto "):
        assert split(f"{start}{sign * 280}!").credit == ""


def test_a_credit_alone() -> None:
    """A line that is nothing else."""
    assert is_credit("(Foto: Mia Muster)")
    assert not is_credit("Der Kai. Foto: Mia Muster")
    assert is_credit("Photo by Mia Muster")
    assert not is_credit("Fotografie ist ein Handwerk")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("0815_ERIKA_M_MUSTER", "Erika M. Muster"),
        ("IMG_2327", ""),
        ("kai-am-abend", ""),
        ("A_B", ""),
        ("DSC_HDR", "Dsc Hdr"),
    ],
)
def test_a_name_in_a_file_name(stem: str, name: str) -> None:
    """Capitals at its end; a person is asked, since it may be none."""
    assert from_file_name(stem) == name
