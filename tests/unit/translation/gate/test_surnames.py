"""A surname that is another one behind the same given name."""

from __future__ import annotations

import pytest

from plugins.translation.gate.surnames import given_names, renamed


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        ("Der Vertrag mit Anna Weber gilt.", "Het contract met Anna Visser geldt.", ("Weber", "Visser")),
        ("The contract with Peter Jansen", "Der Vertrag mit Peter Huber", ("Jansen", "Huber")),
        ("Eva van den Berg kwam.", "Eva Bakker came.", ("Berg", "Bakker")),
    ],
)
def test_another_surname_is_found(source: str, target: str, pair: tuple[str, str]) -> None:
    """Also where both are words of their languages, which no dictionary tells from names."""
    assert [(one.raw, other.raw) for one, other in renamed(source, target)] == [pair]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Der Vertrag mit Anna Weber gilt.", "The contract with Anna Weber applies."),
        ("Anna Webers Rede", "Anna Weber's speech"),
        ("Alexander Lukaschenko sprach.", "Alexander Lukashenko spoke."),
        ("Jörg Groß kam.", "Jörg Gross came."),
        ("Anna Weber kam.", "Anna came, and Weber."),
        ("Die Emma-Preise", "The Emma Awards"),
        ("Weber, Anna", "Anna Weber"),
    ],
)
def test_the_same_surname_in_another_spelling_or_place(source: str, target: str) -> None:
    """Transliterated, with an ending, apart, or no surname at all."""
    assert list(renamed(source, target)) == []


def test_given_names_of_several_countries_are_known() -> None:
    """The list is read as it stands."""
    assert {"Anna", "Jürgen", "Joost", "Agnieszka"} <= given_names()
