"""Dates, ranges and names as each language writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.newsroom.model import Event
from plugins.pages.dates import country_name, day_range, direction_of, endonym, event_when, language_name

D = dt.date


@pytest.mark.parametrize(
    ("lang", "start", "end", "expected"),
    [
        ("de", D(2026, 3, 3), D(2026, 3, 5), "3.–5. März 2026"),
        ("de", D(2021, 6, 8), D(2021, 6, 8), "8. Juni 2021"),
        ("nl", D(2026, 3, 3), D(2026, 3, 5), "3–5 maart 2026"),
        ("en", D(2026, 3, 3), D(2026, 3, 5), "3–5 March 2026"),
        ("de", D(2026, 4, 30), D(2026, 5, 2), "30. April – 2. Mai 2026"),
        ("nl", D(2024, 4, 30), D(2024, 5, 2), "30 april – 2 mei 2024"),
        ("en", D(2023, 12, 30), D(2024, 1, 2), "30 December 2023 – 2 January 2024"),
        ("fr", D(2024, 2, 3), D(2024, 2, 5), "3–5 février 2024"),
    ],
)
def test_ranges(lang: str, start: dt.date, end: dt.date, expected: str) -> None:
    """The month in full; common parts once."""
    assert " ".join(day_range(start, end, lang).replace("\u2009", " ").split()) == expected


def test_an_event_with_times_shows_them() -> None:
    """On one day, from and to."""
    zone = dt.timezone(dt.timedelta(hours=2))
    event = Event(dt.datetime(2024, 5, 2, 18, tzinfo=zone), dt.datetime(2024, 5, 2, 20, 30, tzinfo=zone))
    assert event_when(event, "de") == "2. Mai 2024, 18:00–20:30"


def test_an_event_of_several_days_shows_its_times() -> None:
    """A night is not told as two whole days."""
    zone = dt.timezone(dt.timedelta(hours=1))
    event = Event(dt.datetime(2026, 3, 3, 18, tzinfo=zone), dt.datetime(2026, 3, 4, 2, tzinfo=zone))
    assert event_when(event, "nl").replace("\u2009", " ") == "3 maart 2026, 18:00 – 4 maart 2026, 02:00"


def test_an_evening_that_ends_at_midnight_is_of_one_day() -> None:
    """Until 24:00, as people write it; what goes on until later is of two days."""
    zone = dt.timezone(dt.timedelta(hours=1))
    start, end = dt.datetime(2026, 3, 5, 20, tzinfo=zone), dt.datetime(2026, 3, 6, tzinfo=zone)
    assert event_when(Event(start, end), "de") == "5. März 2026, 20:00–24:00"
    late = event_when(Event(start, end + dt.timedelta(minutes=1)), "de")
    assert "6. März" in late


def test_names_are_in_the_readers_language() -> None:
    """Languages, countries, and each language's name for itself."""
    assert language_name("de", "nl") == "Duits"
    assert country_name("DE", "en") == "Germany"
    assert [endonym(lang) for lang in ("de", "nl", "en", "fr")] == ["Deutsch", "Nederlands", "English", "Français"]
    assert (direction_of("de"), direction_of("he")) == ("ltr", "rtl")
