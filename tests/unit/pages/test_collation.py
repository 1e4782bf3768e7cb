"""Tests of plugins/pages/collation.py."""

from __future__ import annotations

import random

import pytest
import pyuca
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.collation import ordered

WHOLE = pyuca.Collator()
LATIN = st.text(st.characters(max_codepoint=0x36F) | st.characters(min_codepoint=0x2000, max_codepoint=0x206F))


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


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("sv", "Andersson Ohlsson Übel Ytter Zander Åkesson Ärlig Öberg"),
        ("sv-FI", "Zander Åkesson Ärlig Öberg"),
        ("da", "Andersen Olsen Vestergaard Zachariassen Ærø Ørsted Aabenraa Åkjær"),
        ("nb", "Berg Olsen Zahl Æsøy Øverland Åsen Aasen"),
        ("fi", "Aalto Virtanen Vuori Wirtanen Zetterberg Åberg Äijälä Öhman"),
        ("is", "Anna Árni Ásta Oddur Óskar Þór Ævar Ögmundur"),
        ("et", "Saar Šmidt Zoova Žukov Tamm Vaher Õunapuu Ärm Öpik Ünt"),
        ("pl", "Azor Ąk Czarny Ćwik Lutz Łukasz Szulc Świt Zając Źrebak Żak"),
        ("cs", "Cimrman Čapek Hus Chalupa Irma Ryba Řezník Suk Šimek Zeman Žižka"),
        ("hu", "Cukor Czuczor Csaba Guba Gyula Olga Örs Suba Szabó Zuba Zsolt"),
        ("es", "Nuez Núñez Nuzo Ñíguez Oñate"),
        ("tr", "Can Çelik Gül Ğaz Ilgaz İnan Oz Öz Sun Şen Uz Ünal"),
        ("hr", "Cvek Čović Ćosić Dvor Džaja Đurić Luka Ljubić Novak Njegoš Suk Šimić"),
        ("de", "Mueller Muller Müller Ohler Öhler Strasse Straße Zander"),
        ("de-AT", "Ohler Öhler Zander"),
        ("nl", "Ibsen IJmuiden IJsselstein Ikea Izaak Jansen"),
        ("fr", "Ça Cb Étienne Eto Œuvre Ofe"),
    ],
)
def test_names_stand_as_the_language_files_them(lang: str, names: str) -> None:
    """In the order that ICU gives with the rules of CLDR, whatever the order before."""
    right = names.split()
    mixed = random.Random(1).sample(right, len(right))
    assert list(ordered(mixed, lang)) == right


def test_decomposed_letters_are_the_same_letters() -> None:
    """As a Mac writes them."""
    assert ordered(["O\u0308berg", "Zander"], "sv") == ("Zander", "O\u0308berg")


@given(st.lists(LATIN, min_size=2, max_size=6, unique=True))
def test_latin_names_stand_as_the_whole_table_files_them(names: list[str]) -> None:
    """For them a part of the table is read; the longer a worker's start, the longer every build."""
    assert list(ordered([*names, "é"])) == sorted([*names, "é"], key=lambda name: (WHOLE.sort_key(name), name))


def test_names_in_other_letters_stand_behind() -> None:
    """They are looked up in the whole table."""
    assert ordered(["Дом", "Zander", "Ωμέγα", "Äpfel"]) == ("Äpfel", "Zander", "Ωμέγα", "Дом")
