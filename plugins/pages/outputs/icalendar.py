"""Events as iCalendar (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom.model import Event

LINE = 75
"""Octets a line may have without its end (RFC 5545, 3.1)."""
_MEANING = (("\\", "\\\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n"))
"""Characters with a meaning of their own in a text (RFC 5545, 3.3.11)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


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


def _text(text: str) -> str:
    """A value of the type TEXT; control characters, which it cannot hold, are left out."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign, written in _MEANING:
        text = text.replace(sign, written)
    return text


def _when(name: str, moment: dt.date) -> str:
    """A line with a day, or with a moment in UTC: a local one would want its whole time zone told (3.2.19)."""
    if isinstance(moment, dt.datetime):
        return f"{name}:{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    return f"{name};VALUE=DATE:{moment:%Y%m%d}"


def fold(line: str) -> str:
    """A content line in pieces of at most ``LINE`` octets, no character cut in two."""
    if len(line) <= LINE and (line.isascii() or len(line.encode()) <= LINE):
        return line
    pieces: list[str] = []
    rest = line.encode()
    while len(rest) > LINE - bool(pieces):
        end = LINE - bool(pieces)
        while rest[end] & 0xC0 == 0x80:  # the middle of a character in UTF-8
            end -= 1
        pieces.append(rest[:end].decode())
        rest = rest[end:]
    return "\r\n ".join((*pieces, rest.decode()))


def _lines(appointment: Appointment) -> Iterator[str]:
    event = appointment.event
    # RFC 5545, 3.6.1: the end of whole days is the day after the last one.
    whole_days = not isinstance(event.end, dt.datetime)
    place = ", ".join(part for part in (event.venue, event.city, event.country) if part)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(appointment.uid)}"
    yield _when("DTSTAMP", appointment.stamp)
    yield _when("DTSTART", event.start)
    yield _when("DTEND", event.end + dt.timedelta(days=1) if whole_days else event.end)
    yield f"SUMMARY:{_text(appointment.title)}"
    if appointment.summary:
        yield f"DESCRIPTION:{_text(appointment.summary)}"
    if place:
        yield f"LOCATION:{_text(place)}"
    yield f"URL:{_CONTROL.sub('', appointment.address)}"
    yield "END:VEVENT"


def calendar(name: str, appointments: tuple[Appointment, ...]) -> bytes:
    """A calendar of appointments in the order given."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dreiklang//Newsroom//EN", f"X-WR-CALNAME:{_text(name)}"]
    for appointment in appointments:
        lines += _lines(appointment)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()
