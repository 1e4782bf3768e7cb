"""Tests of plugins/newsroom/moments.py."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.codes import Code
from plugins.newsroom.moments import is_before, local_time, parse_day, parse_instant, parse_moment
from plugins.newsroom.refusal import RefusalError

BERLIN = ZoneInfo("Europe/Berlin")


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_a_day_is_read_as_it_is_written(day: dt.date) -> None:
    """Year, month, day: no other reading."""
    assert parse_day(day.isoformat()) == day


@given(st.datetimes(dt.datetime(1980, 1, 1), dt.datetime(2100, 1, 1)))
def test_a_time_is_local_to_the_newsroom_or_refused(naive: dt.datetime) -> None:
    """Where the clocks leave one reading it is taken; else the editor is asked."""
    naive = naive.replace(second=0, microsecond=0)
    try:
        moment = parse_moment(naive.isoformat(timespec="minutes"), BERLIN)
    except RefusalError as error:
        assert error.code in (Code.TIME_TWICE, Code.TIME_SKIPPED)
        assert naive.month in (3, 4, 9, 10)
    else:
        assert isinstance(moment, dt.datetime)
        assert moment.replace(tzinfo=None) == naive
        assert moment.astimezone(dt.UTC).astimezone(BERLIN) == moment


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2024-10-27T02:30+02:00", 2),
        ("2024-10-27T02:30+01:00", 1),
        ("2024-10-27 02:30:00 +0100", 1),
        ("2024-10-27T02:30Z", 0),
    ],
)
def test_a_written_zone_settles_the_hour_that_comes_twice(text: str, offset: int) -> None:
    """Both readings can be written."""
    moment = parse_moment(text, BERLIN)
    assert isinstance(moment, dt.datetime)
    assert moment.utcoffset() == dt.timedelta(hours=offset)


def test_the_fix_of_a_doubled_hour_names_both_readings() -> None:
    """The editor can copy the one that is meant."""
    with pytest.raises(RefusalError) as caught:
        parse_moment("2024-10-27T02:30", BERLIN)
    assert "2024-10-27T02:30+02:00" in caught.value.fix
    assert "2024-10-27T02:30+01:00" in caught.value.fix


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("05.03.2026", "2026-03-05"),
        ("2.12.2026 10:00", "2026-12-02T10:00"),
        ("2026-03-05T10:30 CET", "2026-03-05T10:30."),
        ("2026-12-02 10:00 Europe/Berlin", "2026-12-02T10:00."),
        ("2026/03/05", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("5. 3. 2026", "2026-03-05"),
        ("2024-5-2", "2024-05-02"),
        ("5/3/2026", "year first"),
        ("2024-31-12", "2024-12-31"),
        ("2023-02-29", "February 2023 has no day 29"),
        ("0224-05-02", "Check the year"),
        ("morgen", "2024-05-02"),
    ],
)
def test_a_day_in_another_form_is_refused_with_the_right_one(text: str, hint: str) -> None:
    """``05.03.2026`` is never read as the 3rd of May."""
    with pytest.raises(RefusalError) as caught:
        parse_day(text)
    assert caught.value.code is Code.BAD_DATE
    assert hint in caught.value.fix


@pytest.mark.parametrize(("day", "offset"), [("2024-05-02", 2), ("2024-12-02", 1)])
def test_an_embargo_is_local_to_the_newsroom(day: str, offset: int) -> None:
    """In summer and in winter: nobody has to know the difference to universal time."""
    assert parse_instant(f"{day}T10:00", BERLIN).utcoffset() == dt.timedelta(hours=offset)


def test_an_embargo_has_a_time() -> None:
    """A day alone could end at different moments."""
    with pytest.raises(RefusalError) as caught:
        parse_instant("2024-05-02", BERLIN)
    assert caught.value.code is Code.EMBARGO_TIME
    assert caught.value.fix.endswith("2024-05-02T10:00")


def test_an_embargo_in_the_hour_that_comes_twice_is_asked_about() -> None:
    """It would end an hour early or late."""
    with pytest.raises(RefusalError) as caught:
        parse_instant("2024-10-27T02:30", BERLIN)
    assert caught.value.code is Code.TIME_TWICE


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2026-12-02T10:00+02:00", "09:00"),
        ("2026-07-02T10:00+01:00", "11:00"),
        ("2026-12-02T10:00Z", "11:00"),
        ("2026-12-02T10:00+01:00", None),
        ("2026-12-02T10:00", None),
        ("2026-12-02", None),
        ("2026-12-02T10:61+02:00", None),
        ("heute", None),
    ],
)
def test_another_offset_than_that_of_the_day_is_seen(text: str, local: str | None) -> None:
    """Berlin is an hour before universal time in winter, two in summer."""
    found = local_time(text, BERLIN)
    assert (found and f"{found:%H:%M}") == local


@pytest.mark.parametrize("text", ["2026-03-05T10:00:00.000Z", "2026-03-05T10:00:00.0+00:00", "2026-03-05 10:00:00Z"])
def test_a_time_of_another_program_is_taken(text: str) -> None:
    """Content systems write milliseconds that are always nought."""
    assert parse_moment(text, BERLIN) == dt.datetime(2026, 3, 5, 10, tzinfo=dt.UTC)


def test_a_real_fraction_of_a_second_is_refused_with_the_right_line() -> None:
    """Nothing that was typed is dropped in silence."""
    with pytest.raises(RefusalError) as caught:
        parse_moment("2026-03-05T10:00:00.123Z", BERLIN)
    assert "2026-03-05T10:00:00Z" in caught.value.fix


@pytest.mark.parametrize("text", ["2024-05-02T10:00+25:00", "2024-05-02T10:61", "2024-05-02T24:00", "2024-05-02T10"])
def test_a_time_that_does_not_exist_is_refused(text: str) -> None:
    """Hours, minutes and zones have bounds."""
    with pytest.raises(RefusalError):
        parse_moment(text, BERLIN)


def test_a_time_lies_within_its_day() -> None:
    """A day and a time of that day do not exclude each other."""
    day, time = dt.date(2024, 5, 2), dt.datetime(2024, 5, 2, 10, tzinfo=BERLIN)
    assert not is_before(day, time) and not is_before(time, day)
    assert is_before(time, dt.date(2024, 5, 3))
    assert is_before(time, time + dt.timedelta(minutes=1))


@pytest.mark.parametrize("text", ["2026-03-05\u00a0", "\u200b2026-03-05", "\ufeff2026-03-05\u202c"])
def test_nothing_unseen_around_a_day_is_in_its_way(text: str) -> None:
    """It comes along when the day is copied."""
    assert parse_day(text) == dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2026–03–05", "2026-03-05."),
        ("2026\u201103\u201105T10:00", "2026-03-05T10:00."),
        ("２０２６-０３-０５", "2026-03-05."),
        ("٢٠٢٦-٠٣-٠٥", "2026-03-05."),
        ("5. März 2026", "2026-03-05."),
        ("5 maart 2026", "2026-03-05."),
        ("March 5th, 2026", "2026-03-05."),
        ("21:00", "2024-05-02T21:00."),
        ("9.30 Uhr", "2024-05-02T09:30."),
        ("2026-03-05T10:00+1", "2026-03-05T10:00."),
        ("2026-03-05T10:00[Europe/Berlin]", "2026-03-05T10:00."),
    ],
)
def test_the_fix_names_what_was_meant(text: str, hint: str) -> None:
    """Also where signs only look like those of the keyboard."""
    with pytest.raises(RefusalError) as caught:
        parse_moment(text, BERLIN)
    assert hint in caught.value.fix
