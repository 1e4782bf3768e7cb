"""When the newsroom next changes by itself: a report's day comes, a right in a picture ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from plugins.newsroom.model import Person, Report, Status
from plugins.pictures.usable import last_day

HERO_NOTICE = dt.timedelta(days=30)
"""Before the last day of a hero, from which the newsroom is told of it."""
REPORTED_BY = dt.timedelta(days=5)
"""After the end of an event, until which nobody asks for its report."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A moment from which readers see something else, and why."""

    at: dt.datetime
    path: str
    """The report's folder, or people.yaml."""
    reason: str


def moments(reports: Iterable[Report], timezone: str, people: Iterable[Person] = ()) -> tuple[Moment, ...]:
    """All of them, past and to come, in order. Drafts change nothing."""
    zone = ZoneInfo(timezone)
    of_reports = (m for r in reports if r.status is not Status.DRAFT for m in _of(r, zone))
    return tuple(sorted((*of_reports, *_departures(people, zone))))


def _departures(people: Iterable[Person], zone: ZoneInfo) -> Iterator[Moment]:
    for person in people:
        if person.until is not None and person.until < dt.date.max:
            leaves = _midnight(person.until + dt.timedelta(days=1), zone)
            yield Moment(leaves, "people.yaml", f"{person.name} has left, and is no contact any longer")


def _of(report: Report, zone: ZoneInfo) -> Iterator[Moment]:
    why = "its embargo ends" if report.embargo == report.public_from else "its day comes"
    yield Moment(report.public_from, report.path, why)
    yield from _event(report, zone)
    yield from _documents(report, zone)
    for photo in report.photos:
        day = last_day(photo)
        if day is not None:
            ends = _midnight(day + dt.timedelta(days=1), zone)
            yield Moment(ends, report.path, f"the picture {photo.file} may no longer be used")
            if photo.file == report.hero:
                yield Moment(_midnight(day - HERO_NOTICE, zone), report.path, "its hero may soon be used no longer")
        if photo.credit.usable_from is not None:
            yield Moment(
                _midnight(photo.credit.usable_from, zone), report.path, f"the picture {photo.file} may be used"
            )


def _midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), zone)


def _documents(report: Report, zone: ZoneInfo) -> Iterator[Moment]:
    for document in report.documents:
        if document.usable_until is not None:
            ends = dt.datetime.combine(document.usable_until + dt.timedelta(days=1), dt.time(), zone)
            yield Moment(ends, report.path, f"the document {document.file} is no longer handed out")


def _event(report: Report, zone: ZoneInfo) -> Iterator[Moment]:
    event = report.event
    if event is None:
        return
    place = ZoneInfo(event.timezone) if event.timezone else zone
    over = event.ends_at(place)
    yield Moment(over, report.path, "its event is over")
    yield Moment(over + REPORTED_BY, report.path, "its event is to be reported")
    if event.registration is not None:
        yield Moment(event.closes_at(place), report.path, "registration closes")


def after(found: Iterable[Moment], now: dt.datetime) -> Moment | None:
    """The first that is still to come."""
    return min((moment for moment in found if moment.at > now), default=None)
