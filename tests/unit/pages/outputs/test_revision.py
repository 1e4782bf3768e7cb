"""What calendars are told of changes grows with each of them, and comes from the content alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.model import Edition, Event, EventChange, Kind, Report, Status
from plugins.pages.outputs.revision import least_modified, sequence

PUBLISHED = dt.datetime(2024, 5, 2, 9, 30, tzinfo=dt.UTC)
REPORT = Report(
    "messe", "", PUBLISHED, True, "de", Kind.REPORT, Status.PUBLISHED, (Edition("de", "Messe", "Kurz.", "", "messe"),)
)
days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC))


def event(start: dt.date | dt.datetime, changes: tuple[EventChange, ...] = ()) -> Event:
    """An event without an end."""
    return Event(start, start, has_end=False, changes=changes)


@given(st.lists(st.one_of(days, moments), min_size=2, max_size=8))
def test_every_move_that_is_written_down_is_seen(starts: list[dt.date | dt.datetime]) -> None:
    """To a later or an earlier time, or to the same."""
    told: list[tuple[int, dt.datetime]] = []
    changes: tuple[EventChange, ...] = ()
    for place, start in enumerate(starts):
        if place:
            changes = (*changes, EventChange(PUBLISHED.date(), starts[place - 1]))
        now = event(start, changes)
        told.append((sequence(REPORT, now), least_modified(REPORT, now)))
    assert all(one[0] < other[0] and one[1] <= other[1] for one, other in pairwise(told))
    assert told[0][0] >= 0 and told[0][1] >= PUBLISHED


def test_a_move_to_a_later_time_is_seen_without_a_word() -> None:
    """Whoever edits the start alone, by a week or by half an hour."""
    start = dt.datetime(2024, 9, 8, 10, tzinfo=dt.timezone(dt.timedelta(hours=-4)))
    first, later = event(start), event(start + dt.timedelta(days=7))
    assert sequence(REPORT, later) > sequence(REPORT, first)
    assert sequence(REPORT, event(start + dt.timedelta(minutes=30))) > sequence(REPORT, first)
    assert least_modified(REPORT, later) - least_modified(REPORT, first) == dt.timedelta(seconds=7 * 24)


def test_a_new_day_of_publication_lowers_nothing() -> None:
    """The announcement's day gives way to that of the report."""
    after = replace(REPORT, published=PUBLISHED + dt.timedelta(days=60))
    one = event(dt.datetime(2024, 6, 10, 10, tzinfo=dt.UTC))
    assert sequence(after, one) == sequence(REPORT, one)
    assert least_modified(after, one) > least_modified(REPORT, one)
