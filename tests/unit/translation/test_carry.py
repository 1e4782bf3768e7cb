"""Changes of numbers, months and names brought into a person's sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.translation.carry import carried
from plugins.translation.catalogue import Catalogue, Entry, Header, Origin, digest
from plugins.translation.gate.checks import Rules

RULES = Rules("de", "nl", names=("Anna Beck", "Petra Kurz"))


def behind(previous: str, source: str, target: str) -> Entry:
    """A person's sentence whose source has changed."""
    return Entry("body/paragraph#1", source, target, fuzzy=True, own=digest(target), previous=previous)


def carry(previous: str, source: str, target: str) -> Entry:
    """What becomes of it."""
    before = behind(previous, source, target)
    assert before.origin is Origin.BEHIND
    return carried(Catalogue(Header("r", "de", "nl"), (before,)), RULES).entries[0]


@pytest.mark.parametrize(
    ("previous", "source", "target", "wanted"),
    [
        ("Es kamen 40 Gäste.", "Es kamen 60 Gäste.", "Er kwamen 40 gasten.", "Er kwamen 60 gasten."),
        ("Es waren 3,5 Prozent.", "Es waren 4,5 Prozent.", "Het was 3,5 procent.", "Het was 4,5 procent."),
        ("Sie kommt im März.", "Sie kommt im April.", "Ze komt in maart.", "Ze komt in april."),
        ("Es sprach Anna Beck.", "Es sprach Petra Kurz.", "Anna Beck sprak.", "Petra Kurz sprak."),
    ],
)
def test_a_sure_change_is_carried_and_told(previous: str, source: str, target: str, wanted: str) -> None:
    """The finding waits for a person."""
    after = carry(previous, source, target)
    assert after.target == wanted
    assert after.origin is Origin.PERSON
    assert after.open[0].startswith("answer: carried: ")


@pytest.mark.parametrize(
    ("previous", "source", "target"),
    [
        ("Es kamen 40 Gäste.", "Es kamen 60 Besucher.", "Er kwamen 40 gasten."),
        ("Es kamen 40 Gäste.", "Es kamen 60 Gäste.", "Er kwamen veertig gasten."),
        ("Von 40 kamen 20.", "Von 50 kamen 20.", "Van 40 kwamen 20, van 40!"),
        ("Es gab 1 Preis.", "Es gab 2 Preis.", "Er was 1 prijs."),
        ("Es kamen 40 Gäste.", "Es kamen 60 Gäste.", "Er kwamen 50 gasten."),
        ("Es sprach Uwe Lang.", "Es sprach Rolf Kern.", "Uwe Lang sprak."),
    ],
)
def test_a_doubtful_one_is_left_to_a_person(previous: str, source: str, target: str) -> None:
    """More than a number, another spelling, a number twice, a plural, a sentence that was wrong, unknown names."""
    assert carry(previous, source, target) == behind(previous, source, target)


def test_nothing_else_is_touched() -> None:
    """Only sentences of people that stand for former words."""
    person = Entry("body/paragraph#1", "Es kamen 60 Gäste.", "Er kwamen 40 gasten.")
    machine = replace(person, fuzzy=True, engine="e", mark=digest(person.target), previous="Es kamen 40 Gäste.")
    for entry in (person, machine):
        assert carried(Catalogue(Header("r", "de", "nl"), (entry,)), RULES).entries == (entry,)
