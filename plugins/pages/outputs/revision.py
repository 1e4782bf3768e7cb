"""How a calendar program sees that an event has changed: from the content alone, so that each build says the same."""

from __future__ import annotations

import datetime as dt

from plugins.newsroom.model import Event, Report

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_MINUTE = dt.timedelta(minutes=1)


def _moment(start: dt.date | dt.datetime) -> dt.datetime:
    if isinstance(start, dt.datetime):
        return start
    return dt.datetime.combine(start, dt.time(), dt.UTC)


def _latest(event: Event) -> dt.datetime:
    """The latest start that it has, or had before it was moved."""
    former = (change.start for change in event.changes if change.start is not None)
    return max(_moment(start) for start in (event.start, *former))


def sequence(report: Report, event: Event) -> int:
    """SEQUENCE (RFC 5545, 3.8.7.4), which only grows: with each change and correction that is written down.

    It begins with the minutes from 2000 to the latest start there was. So it grows, too, for whoever moves an event to
    a later time and writes down no change; one that is moved to an earlier time needs its entry in ``changes``.
    """
    return max(0, (_latest(event) - _EPOCH) // _MINUTE) + len(event.changes) + len(report.original.corrections)


def least_modified(report: Report, event: Event) -> dt.datetime:
    """LAST-MODIFIED where no day of a change is written down: a second after publication for each hour until the start.

    Nobody knows the day of such a change; that there was one has to be told all the same.
    """
    ahead = _latest(event) - report.public_from
    return report.public_from + max(ahead, dt.timedelta()) / 3600
