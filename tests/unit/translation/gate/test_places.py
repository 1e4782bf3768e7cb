"""Places under the names that each language has for them."""

from __future__ import annotations

import itertools

import pytest

from plugins.translation.gate import Level, check_lines
from plugins.translation.gate.lexicon.exonyms import BODIES, COUNTRIES, EVERYWHERE, LANGUAGES, TABLE
from plugins.translation.gate.places import geography, places, replaced

SENTENCE = {
    "de": "Die Firmen aus {} kamen gestern.",
    "nl": "De bedrijven uit {} kwamen gisteren.",
    "en": "The companies from {} came yesterday.",
}
ROWS = [
    tuple(column.split("/")[0] for column in row.partition("=")[2].split("|") if column)
    or tuple(column.split("/")[0] for column in row.split("|"))
    for row in (*TABLE.split("\n"), *BODIES.split("\n"), *COUNTRIES.split("\n"))
    if row
]
_BODIES = ("ECB", "NATO", "World Bank")
DIRECTIONS = list(itertools.permutations(range(3), 2))


def findings(source: str, target: str, direction: tuple[int, int]) -> list[str]:
    """What the gate says of a sentence about one place with a translation about another."""
    langs = LANGUAGES[direction[0]], LANGUAGES[direction[1]]
    texts = [SENTENCE[lang].format(name) for lang, name in zip(langs, (source, target), strict=True)]
    found = check_lines([texts[0]], [texts[1]], *langs)
    return [finding.evidence for finding in found if finding.level is not Level.HINT]


@pytest.mark.parametrize("direction", DIRECTIONS, ids=lambda d: f"{LANGUAGES[d[0]]}-{LANGUAGES[d[1]]}")
def test_a_place_under_its_name_in_the_other_language_raises_nothing(direction: tuple[int, int]) -> None:
    """Rhein, Rijn and Rhine are one river: no row of the table, in no direction."""
    left, right = direction
    assert {row: told for row in ROWS if (told := findings(row[left], row[right], direction))} == {}


@pytest.mark.parametrize("direction", DIRECTIONS, ids=lambda d: f"{LANGUAGES[d[0]]}-{LANGUAGES[d[1]]}")
def test_another_place_in_its_stead_is_asked_about(direction: tuple[int, int]) -> None:
    """Also where the dictionary knows both; a body is held against bodies alone."""
    left, right = direction
    pairs = [("Köln", "Keulen", "Cologne"), ("München", "München", "Munich"), ("Rhein", "Rijn", "Rhine"),
             ("Brüssel", "Brussel", "Brussels"), ("Dortmund", "Dortmund", "Dortmund"), ("Athen", "Athene", "Athens"),
             ("EZB", "ECB", "ECB"), ("NATO", "NAVO", "NATO"), ("Weltbank", "Wereldbank", "World Bank"),
             ("Niedersachsen", "Nedersaksen", "Lower Saxony"), ("Den Haag", "Den Haag", "The Hague")]  # fmt: skip
    for one, other in itertools.permutations(pairs, 2):
        if (one[2] in _BODIES) is (other[2] in _BODIES):
            assert findings(one[left], other[right], direction), (one[left], other[right])


@pytest.mark.parametrize(
    ("source", "target", "direction"),
    [
        ("Die Regierung der Niederlande sprach.", "The Dutch government spoke.", "de-en"),
        ("Die Kölner Messe beginnt.", "The Cologne fair begins.", "de-en"),
        ("Firmen aus den USA kamen.", "American companies came.", "de-en"),
        ("Bedrijven uit Tsjechië kwamen.", "Firmen aus der Tschechischen Republik kamen.", "nl-de"),
        ("Frankreichs Wirtschaft wächst.", "France's economy is growing.", "de-en"),
        ("Das Rheinland und Südtirol", "Rijnland en Zuid-Tirol", "de-nl"),
        ("Berlin hat zugestimmt.", "Germany has agreed.", "de-en"),
        ("Luxemburg, die Hauptstadt", "Luxembourg, the capital", "de-en"),
        ("in 's-Gravenhage", "in Den Haag", "nl-de"),
    ],
)
def test_people_languages_and_governments_speak_of_their_places(source: str, target: str, direction: str) -> None:
    """Only a place without any trace has been replaced."""
    assert list(replaced(source, target, *direction.split("-"))) == []


@pytest.mark.parametrize(
    ("source", "target", "direction"),
    [
        ("Gäste aus Frankreich kamen.", "Guests from Belgium came.", "de-en"),
        ("Gäste aus Schweden kamen.", "Gasten uit Zwitserland kwamen.", "de-nl"),
    ],
)
def test_a_country_in_the_place_of_another(source: str, target: str, direction: str) -> None:
    """They are told by their names."""
    assert len(list(replaced(source, target, *direction.split("-")))) == 1


def test_the_longest_name_counts() -> None:
    """North Rhine-Westphalia is no river."""
    assert [place.raw for place in places("Nordrhein-Westfalen und Rheins Ufer", "de")] == [
        "Nordrhein Westfalen",
        "Rheins",
    ]


def test_names_of_the_table_are_geography_and_unknown_languages_have_none() -> None:
    """The table has three languages; CLDR knows countries in others."""
    assert {"rijn", "keulen", "nederland"} <= geography("nl")
    assert "frankrike" in geography("sv") and geography("zz") == frozenset()


def test_the_table_has_a_name_in_every_language() -> None:
    """And says no place twice."""
    assert all(len(row) == 3 and all(row) for row in ROWS)
    assert len(set(EVERYWHERE)) == len(EVERYWHERE)
