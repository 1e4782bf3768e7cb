"""Who says what must not change."""

from __future__ import annotations

import pytest

from plugins.translation.gate.passage import Passage
from plugins.translation.gate.speakers import check


def found(source: str, target: str, direction: str = "de-en") -> bool:
    """Whether two people have changed places."""
    from_, to = direction.split("-")
    return bool(list(check(Passage(source), Passage(target), from_, to, 1)))


@pytest.mark.parametrize(
    ("source", "target", "direction"),
    [
        ("„Gut“, sagte Habeck zu Lindner.", "“Good,” said Lindner to Habeck.", "de-en"),
        ("Anna Beck dankte Peter Kurz.", "Peter Kurz thanked Anna Beck.", "de-en"),
        ("According to Rutte, Merkel left.", "Volgens Merkel is Rutte vertrokken.", "en-nl"),
        ("Rutte kwam. Merkel zei niets.", "Merkel came. Rutte said nothing.", "nl-en"),
    ],
)
def test_two_people_in_each_others_place(source: str, target: str, direction: str) -> None:
    """In one sentence where somebody speaks, and across sentences."""
    assert found(source, target, direction)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("„Gut“, sagte Habeck zu Lindner.", "“Good,” Habeck told Lindner."),
        ("Anna Beck dankte Peter Kurz.", "Anna Beck thanked Peter Kurz."),
        ("In Bonn traf Beck auf Kurz.", "Beck met Kurz in Bonn."),
        ("„Gut“, sagte Beck zu Beck.", "“Good,” said Beck to Beck."),
        ("„Gut“, sagte Habeck.", "“Good,” said Habeck."),
    ],
)
def test_people_in_their_places(source: str, target: str) -> None:
    """Grammar moves words; where nobody speaks, the order of names says nothing."""
    assert not found(source, target)
