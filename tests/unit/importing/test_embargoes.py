"""Embargoes: read, converted, or asked about; never passed over."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.importing.background import Background
from plugins.importing.proposal import Proposal
from plugins.importing.read import read

BODY = "Kai 7 ist eröffnet\n\nDie Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser."


def proposal(line: str, **answers: str) -> Proposal:
    """A text below a line."""
    return read(f"{line}\n\n{BODY}".encode(), "kai.txt", Background(today=dt.date(2026, 1, 31)), answers=answers)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Sperrfrist: 2. Mai 2024, 10 Uhr", "2024-05-02T10:00"),
        ("SPERRFRIST: Donnerstag, 02.05.2024, 10.30 Uhr MESZ", "2024-05-02T10:30"),
        ("*** Sperrfrist bis 2. Mai 2024, 24:00 Uhr ***", "2024-05-03T00:00"),
        ("Embargoed until 2 May 2024, 10:00 CET", "2024-05-02T10:00"),
        ("EMBARGO: May 2, 2024 at 9 am GMT", "2024-05-02T11:00"),
        ("Onder embargo tot 2 mei 2024 om 10.00 uur", "2024-05-02T10:00"),
        ("Nicht vor dem 2. Mai 2024, 8 Uhr veröffentlichen", "2024-05-02T08:00"),
        ("Achtung, Sperrfrist 2. Mai 2024 10:00 Uhr", "2024-05-02T10:00"),
        ("Achtung Sperrfrist!\nNicht vor dem 02.05.2024 um 10h veröffentlichen.", "2024-05-02T10:00"),
        ("Frei ab 2. Mai 2024, 10 Uhr", "2024-05-02T10:00"),
    ],
)
def test_an_embargo_is_read(line: str, moment: str) -> None:
    """On the newsroom's clock; its line leaves the text."""
    found = proposal(line)
    assert found.facts.embargo == moment
    assert line not in found.edition.body
    assert found.edition.title == "Kai 7 ist eröffnet"


@pytest.mark.parametrize(
    "line", ["Sperrfrist: Beginn der Rede", "Sperrfrist: 2. Mai 2024", "Embargo until 5/3/2024, 10:00", "Embargo: 2 May 2024, 9 am PST", "Sperrfrist: 31.03.2024, 02:30 Uhr"]
)  # fmt: skip
def test_an_embargo_that_cannot_be_read_is_asked_about(line: str) -> None:
    """Nothing is written before somebody has said when it ends."""
    found = proposal(line)
    [decision] = [d for d in found.decisions if d.is_blocking]
    assert decision.excerpt == line
    answered = proposal(line, **{decision.key: "2024-05-02T11:00"})
    assert answered.facts.embargo == "2024-05-02T11:00"
    assert not answered.is_blocked
    assert not proposal(line, **{decision.key: "none"}).is_blocked


def test_an_answer_that_is_no_moment_is_none() -> None:
    """The question stays."""
    line = "Sperrfrist: Beginn der Rede"
    key = proposal(line).decisions[0].key
    assert proposal(line, **{key: "morgen früh"}).is_blocked


@pytest.mark.parametrize(
    "line",
    [
        "Sperrfrist: keine",
        "Frei ab sofort",
        "Zur sofortigen Veröffentlichung frei",
        "FOR IMMEDIATE RELEASE",
        "Per direct vrij",
        "Das Embargo gegen den Hafen war lange ein Thema der Stadt, sagte sie.",
        "Nicht vor Ort waren zwei Gäste.",
    ],
)
def test_what_is_no_embargo(line: str) -> None:
    """The word alone sets none."""
    found = proposal(line)
    assert found.facts.embargo == ""
    assert not found.is_blocked
    assert not found.edition.kicker
