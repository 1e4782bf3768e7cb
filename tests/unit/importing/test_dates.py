"""Days and times as three languages write them."""

from __future__ import annotations

import pytest

from plugins.importing.dates import days, only_day, time_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("22. April 2024", "2024-04-22"),
        ("Dienstag, den 2. Mai 2024", "2024-05-02"),
        ("02.05.2024", "2024-05-02"),
        ("2.5.24", "2024-05-02"),
        ("2 mei 2024", "2024-05-02"),
        ("3 mrt. 2024", "2024-03-03"),
        ("May 2nd, 2024", "2024-05-02"),
        ("2 May 2024", "2024-05-02"),
        ("2024-05-02", "2024-05-02"),
        ("1. März 2026", "2026-03-01"),
        ("1. Jänner 2026", "2026-01-01"),
    ],
)
def test_a_day_is_read(text: str, iso: str) -> None:
    """In the ways of the three languages."""
    found = only_day(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text", ["31. Februar 2024", "Kai 7", "1.234.567", "Version 2.13.2024", "im Mai", "99.99.2024"]
)
def test_what_is_no_day(text: str) -> None:
    """Numbers alone, months alone, days that there are not."""
    found = only_day(text)
    assert found is None or not found.iso


def test_a_slashed_day_may_be_two() -> None:
    """05/03/2024 is 5 March or May 3."""
    [day] = days("05/03/2024")
    assert day.is_ambiguous
    assert not next(days("25/03/2024")).is_ambiguous


def test_several_days_stand_in_their_order() -> None:
    """From left to right."""
    assert [day.iso for day in days("vom 2. Mai 2024 bis 4. Mai 2024")] == ["2024-05-02", "2024-05-04"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2. Mai 2024, 10 Uhr", ("10:00", "")),
        ("2. Mai 2024, 10.30 Uhr", ("10:30", "")),
        ("02.05.2024 00:01", ("00:01", "")),
        ("2 mei 2024 om 14.00 uur", ("14:00", "")),
        ("2 May 2024, 3 pm CET", ("15:00", "CET")),
        ("2 May 2024 12 am", ("00:00", "")),
        ("02.05.2024", ("", "")),
        ("am 2. Mai mit 300 Gästen", ("", "")),
    ],
)
def test_a_time_is_read(text: str, time: tuple[str, str]) -> None:
    """With its zone as written; the numbers of a day are no time."""
    assert time_of(text) == time
