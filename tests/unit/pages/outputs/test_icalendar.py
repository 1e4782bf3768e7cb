"""Calendars, read back by a library that knows the format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.outputs.icalendar import LINE, Appointment, calendar, single, vevent
from tests.calendars import event_of

BERLIN = ZoneInfo("Europe/Berlin")
NOON = dt.datetime(2024, 4, 22, 12, tzinfo=BERLIN)
DAYS = Appointment(
    uid="a@example.org",
    start=dt.date(2024, 4, 22),
    end=dt.date(2024, 4, 23),
    title="Lunch",
    summary="",
    place="Halle 9, Hannover, Deutschland",
    address="https://example.org/de/a/?b=1;2,3",
    stamp=NOON,
    modified=NOON,
)
HOURS = replace(DAYS, start=NOON, end=NOON + dt.timedelta(hours=2))
words = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\x85"), max_size=200)


def _read(appointment: Appointment) -> Mapping[str, Any]:
    return event_of(calendar("Kalender", (vevent(appointment),)))


def test_whole_days_end_on_the_day_after() -> None:
    """RFC 5545, 3.6.1."""
    found = _read(DAYS)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2024, 4, 22), dt.date(2024, 4, 24))


def test_no_end_where_none_was_given() -> None:
    """RFC 5545, 3.8.2.2: an end is later than the start, or absent."""
    assert "DTEND" not in _read(replace(HOURS, end=None))


def test_whole_days_do_not_block_the_reader() -> None:
    """They are free time, hours are not."""
    assert (_read(DAYS)["TRANSP"], _read(HOURS)["TRANSP"]) == ("TRANSPARENT", "OPAQUE")


def test_times_need_no_time_zone() -> None:
    """They are told in UTC: a local time would want a VTIMEZONE beside it."""
    assert b"DTSTART:20240422T100000Z\r\n" in calendar("K", (vevent(HOURS),))


def test_a_time_is_the_same_moment() -> None:
    """What a calendar program understands."""
    assert _read(HOURS)["DTSTART"].dt == NOON


def test_an_address_stays_as_it_is() -> None:
    """A URI is no text: nothing in it is escaped; Outlook, which shows none, finds it in the description."""
    found = _read(DAYS)
    assert found["URL"] == found["DESCRIPTION"] == "https://example.org/de/a/?b=1;2,3"


def test_a_change_is_told() -> None:
    """By number, by moment, and by its status."""
    later = NOON + dt.timedelta(days=2)
    found = _read(replace(DAYS, sequence=2, modified=later, cancelled=True))
    assert (found["SEQUENCE"], found["LAST-MODIFIED"].dt, found["STATUS"]) == (2, later, "CANCELLED")
    assert _read(replace(DAYS, tentative=True))["STATUS"] == "TENTATIVE"


def test_one_event_names_no_calendar() -> None:
    """A name makes Outlook open another calendar for it."""
    assert b"CALNAME" not in single(DAYS)
    assert b"\r\nNAME:" not in single(DAYS)


def test_a_calendar_says_how_often_to_ask() -> None:
    """RFC 7986, 5.7."""
    found = icalendar.Calendar.from_ical(calendar("K", (vevent(DAYS),)))
    assert found["REFRESH-INTERVAL"].to_ical() == b"PT6H"
    assert found["X-WR-CALNAME"] == found["NAME"] == "K"


@given(title=words, summary=words)
def test_words_come_back(title: str, summary: str) -> None:
    """Whatever signs they have."""
    found = _read(replace(DAYS, title=title, summary=summary))
    assert found["SUMMARY"] == title
    assert found["DESCRIPTION"] == (f"{summary}\n\n{DAYS.address}" if summary else DAYS.address)


@given(title=words)
def test_lines_are_short_enough(title: str) -> None:
    """RFC 5545, 3.1: 75 octets without the end."""
    made = calendar(title, (vevent(replace(DAYS, title=title, summary=title)),))
    assert max(map(len, made.split(b"\r\n"))) <= LINE


def test_a_break_in_a_text_is_kept() -> None:
    """However it was typed."""
    assert _read(replace(DAYS, summary="eins\r\nzwei\rdrei"))["DESCRIPTION"].startswith("eins\nzwei\ndrei\n\n")
