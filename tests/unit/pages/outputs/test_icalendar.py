"""Calendars, read back by a library that knows the format."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.model import Event
from plugins.pages.outputs.icalendar import LINE, Appointment, calendar

BERLIN = ZoneInfo("Europe/Berlin")
NOON = dt.datetime(2024, 4, 22, 12, tzinfo=BERLIN)
DAY = Event(dt.date(2024, 4, 22), dt.date(2024, 4, 23), "Halle 9", "Hannover", "DE")
words = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\x85"), max_size=200)


def _appointment(event: Event = DAY, title: str = "Lunch", summary: str = "") -> Appointment:
    return Appointment("a@example.org", event, title, summary, "https://example.org/de/a/?b=1;2,3", NOON)


def _read(appointment: Appointment) -> icalendar.Event:
    return icalendar.Calendar.from_ical(calendar("Kalender", (appointment,))).walk("VEVENT")[0]


def test_whole_days_end_on_the_day_after() -> None:
    """RFC 5545, 3.6.1."""
    found = _read(_appointment())
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2024, 4, 22), dt.date(2024, 4, 24))


def test_times_need_no_time_zone() -> None:
    """They are told in UTC: a local time would want a VTIMEZONE beside it."""
    event = Event(NOON, NOON + dt.timedelta(hours=2), "", "", "")
    assert b"DTSTART:20240422T100000Z\r\n" in calendar("K", (_appointment(event),))


def test_a_time_is_the_same_moment() -> None:
    """What a calendar program understands."""
    event = Event(NOON, NOON + dt.timedelta(hours=2), "", "", "")
    assert _read(_appointment(event))["DTSTART"].dt == NOON


def test_an_address_stays_as_it_is() -> None:
    """A URI is no text: nothing in it is escaped."""
    assert _read(_appointment())["URL"] == "https://example.org/de/a/?b=1;2,3"


def test_a_place_is_named_in_full() -> None:
    """Venue, city, country."""
    assert _read(_appointment())["LOCATION"] == "Halle 9, Hannover, DE"


@given(title=words, summary=words)
def test_words_come_back(title: str, summary: str) -> None:
    """Whatever signs they have."""
    found = _read(_appointment(title=title, summary=summary))
    assert (found["SUMMARY"], found.get("DESCRIPTION", "")) == (title, summary)


@given(title=words)
def test_lines_are_short_enough(title: str) -> None:
    """RFC 5545, 3.1: 75 octets without the end."""
    made = calendar(title, (_appointment(title=title, summary=title),))
    assert max(map(len, made.split(b"\r\n"))) <= LINE


def test_a_break_in_a_text_is_kept() -> None:
    """However it was typed."""
    assert _read(_appointment(summary="eins\r\nzwei\rdrei"))["DESCRIPTION"] == "eins\nzwei\ndrei"
