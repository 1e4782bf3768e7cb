"""When an edition last changed in a way that readers should hear of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plugins.newsroom.model import Edition, Report, Status


def updated(report: Report, edition: Edition, timezone: str) -> dt.datetime:
    """The latest of publication, corrections, translation, addition, review and withdrawal, in the site's zone.

    A day without a time counts from its midnight; if that is the day of publication, from a second after it,
    so that what came later that day is news, too. From the content alone: the same in each build.
    """
    zone = ZoneInfo(timezone)
    first = report.public_from.astimezone(zone)
    moments = [_moment(day, first, zone) for day in _days(report, edition)]
    return max([first, *moments])


def last_news(report: Report, edition: Edition, timezone: str) -> dt.datetime:
    """The same for a feed, whose entry held the original until this language came, a day that may not be known."""
    own = updated(report, edition, timezone)
    if edition.lang == report.source_language or edition.provenance is not None or edition.added is not None:
        return own
    return max(own, updated(report, report.original, timezone))


def _days(report: Report, edition: Edition) -> Iterator[dt.date | dt.datetime]:
    yield from (correction.date for correction in edition.corrections)
    origin = edition.provenance
    if edition.added is not None:
        yield edition.added
    if origin is not None and edition.lang != report.source_language:
        yield from (day for day in (origin.date, origin.reviewed_on) if day is not None)
    if report.event is not None:
        yield from (change.date for change in report.event.changes)
    if report.status is Status.WITHDRAWN and report.withdrawal.date is not None:
        yield report.withdrawal.date


def _moment(day: dt.date | dt.datetime, first: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    if isinstance(day, dt.datetime):
        return day.astimezone(zone)
    if day == first.date():
        return first + dt.timedelta(seconds=1)
    return dt.datetime.combine(day, dt.time(), zone)
