"""Events as iCalendar (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import icalendar

from plugins.newsroom.model import Event


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a calendar shows of one report's event, in one language."""

    uid: str
    event: Event
    title: str
    summary: str
    address: str
    """Absolute in a published site."""
    stamp: dt.datetime
    """Publication: the same in each build, so that the file is too."""


def _component(appointment: Appointment) -> icalendar.Event:
    event = appointment.event
    found = icalendar.Event()
    found.add("uid", appointment.uid)
    found.add("dtstamp", appointment.stamp.astimezone(dt.UTC))
    found.add("summary", appointment.title)
    found.add("description", appointment.summary)
    found.add("dtstart", event.start)
    # RFC 5545, 3.6.1: the end of whole days is the day after the last one.
    whole_days = not isinstance(event.end, dt.datetime)
    found.add("dtend", event.end + dt.timedelta(days=1) if whole_days else event.end)
    place = ", ".join(part for part in (event.venue, event.city, event.country) if part)
    if place:
        found.add("location", place)
    found.add("url", appointment.address)
    return found


def calendar(name: str, appointments: tuple[Appointment, ...]) -> bytes:
    """A calendar of appointments in the order given."""
    found = icalendar.Calendar()
    found.add("prodid", "-//Dreiklang//Newsroom//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    for appointment in appointments:
        found.add_component(_component(appointment))
    return bytes(found.to_ical())
