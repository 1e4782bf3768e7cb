"""Names keep their letters."""

from __future__ import annotations

import pytest

from plugins.translation.gate.names import slips
from plugins.translation.gate.slips import is_slip


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Gestern sprach Provenzano dort.", "Provenzeno spoke there yesterday."),
        ("Gestern sprach Provenzano dort.", "Provenazno spoke there yesterday."),
        ("Gestern sprach Jakub Boratynski dort.", "Jakub Boratynsko spoke there yesterday."),
        ("Die Firma Hendriks lud ein.", "The company Hendiks invited."),
        ("Die Messe in China war gut.", "The fair in Chnna was good."),
        ("Die RSPCA lud ein.", "The RSPAC invited."),
    ],
)
def test_a_slip_in_a_name_is_found(source: str, target: str) -> None:
    """A letter replaced or lost, two letters that changed places, in any word with a capital."""
    assert len(slips(source, target, "de", "en")) == 1


@pytest.mark.parametrize(
    ("source", "target", "target_lang"),
    [
        ("Provenzanos Rede", "Provenzano's speech", "en"),
        ("Irland und Kanada", "Ireland and Canada", "en"),
        ("Die Grönländer kamen.", "The Greenlanders came.", "en"),
        ("Der Präsident der Republik", "The President of the Republic", "en"),
        ("Köln und München", "Cologne and Munich", "en"),
        ("Kalifornien und London", "Californië en Londen", "nl"),
        ("Der Tempel im Zentrum", "The Temple in the Center", "en"),
        ("Die UNO lud ein.", "The UN invited.", "en"),
        ("Supermärkte öffnen früh.", "Supermarkets open early.", "en"),
    ],
)
def test_a_translated_name_is_no_slip(source: str, target: str, target_lang: str) -> None:
    """Countries, their people, places with a name of their own, loans: no slip."""
    assert slips(source, target, "de", target_lang) == []


def test_a_neighbour_that_stays_is_evidence() -> None:
    """Beside a given name that is the same, the last letter of the surname counts too."""
    assert is_slip("boratynski", "boratynska", near=True)
    assert not is_slip("boratynski", "boratynska")
