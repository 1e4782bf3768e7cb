"""What takes place, from its announcement to the report."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from plugins.newsroom.record import record
from plugins.newsroom.words import Words


class EventStatus(StrEnum):
    """How an event stands (schema.org ``eventStatus``)."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    HAPPENED = "happened"


OPEN = (None, EventStatus.PLANNED)
"""What an event is as long as one can register for it."""


class Attendance(StrEnum):
    """Where one takes part in an event (schema.org ``eventAttendanceMode``)."""

    ONSITE = "onsite"
    ONLINE = "online"
    MIXED = "mixed"


@record
class Registration:
    """Where to register for an event, and until when."""

    url: str
    until: dt.date | dt.datetime | None = None


@record
class EventChange:
    """What an event was before it was moved, postponed or cancelled, and when that was made known."""

    date: dt.date | dt.datetime
    start: dt.date | dt.datetime | None = None
    """Former start."""
    status: EventStatus | None = None
    """Former status."""


@record
class Event:
    """What takes place; ``start`` and ``end`` are dates, or datetimes in the zone of the place."""

    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    """The start again where none is given (``has_end``)."""
    venue: str = ""
    city: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2."""
    has_end: bool = True
    name: Words = Words()
    """Empty: the report's headline."""
    url: str = ""
    status: EventStatus | None = None
    attendance: Attendance = Attendance.ONSITE
    registration: Registration | None = None
    stream: str = ""
    recording: str = ""
    timezone: str = ""
    """IANA name of the place's zone; empty: the site's."""
    changes: tuple[EventChange, ...] = ()
    over: bool = False
    """Whether it had ended at the moment of the build."""

    def ends_at(self, zone: dt.tzinfo) -> dt.datetime:
        """The moment from which it is over; a day ends at midnight of ``zone``."""
        if isinstance(self.end, dt.datetime):
            return self.end
        return dt.datetime.combine(self.end + dt.timedelta(days=1), dt.time(), zone)

    def closes_at(self, zone: dt.tzinfo) -> dt.datetime:
        """The moment at which registration closes: with ``until``, which counts as a whole day, or with the start."""
        until = self.registration.until if self.registration else None
        moment = self.start if until is None else until
        if isinstance(moment, dt.datetime):
            return moment
        after = dt.timedelta(days=0 if until is None else 1)
        return dt.datetime.combine(moment + after, dt.time(), zone)
