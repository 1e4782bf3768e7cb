"""How long to wait."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.translation.engines.pace import Pace, seconds_in

NOON = dt.datetime(2024, 5, 2, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("Thu, 02 May 2024 12:00:30 GMT", 30.0),
        ("Thu, 02 May 2024 11:00:00 GMT", 0.0),
        ("Thursday, 02-May-24 12:00:05 GMT", 5.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    """Seconds or a date; a date gone by means now; nonsense means nothing."""
    assert seconds_in(header, NOON) == seconds


def test_waits_double_and_end() -> None:
    """One, two, four seconds, then enough."""
    pace = Pace(tries=4)
    assert [pace.wait(tried) for tried in (1, 2, 3, 4)] == [1.0, 2.0, 4.0, None]


def test_waits_have_a_longest() -> None:
    """Doubling stops somewhere."""
    assert Pace(tries=99).wait(40) == 120.0


def test_the_server_is_obeyed_within_reason() -> None:
    """A minute is waited, a day is not."""
    pace = Pace(now=lambda: NOON)
    assert pace.wait(1, "60") == 60.0
    assert pace.wait(1, "86400") is None
    assert pace.wait(1, "Thu, 02 May 2024 12:01:00 GMT") == 60.0


def test_a_long_wait_is_told_part_by_part() -> None:
    """A person who waits sees how long."""
    slept: list[float] = []
    told: list[str] = []
    Pace(sleep=slept.append).pause(70, told.append)
    assert slept == [30, 30, 10]
    assert told == ["waiting, 40 s more", "waiting, 10 s more"]


def test_seconds_may_have_a_fraction() -> None:
    """As chat servers send them."""
    now = dt.datetime(2024, 5, 2, tzinfo=dt.UTC)
    assert (seconds_in("1.5", now), seconds_in("20s", now), seconds_in("soon", now)) == (1.5, 20.0, None)
