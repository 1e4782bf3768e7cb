"""Events as iCalendar (RFC 5545, RFC 7986), as Outlook, Google Calendar and Apple's read them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LINE = 75
"""Octets a line may have without its end (RFC 5545, 3.1)."""
REFRESH = "PT6H"
"""How often a subscriber should ask again (RFC 7986, 5.7)."""
_MEANING = (("\\", "\\\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n"))
"""Characters with a meaning of their own in a text (RFC 5545, 3.3.11)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a calendar shows of one report's event, in one language."""

    uid: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime | None
    """The last day of whole days, or the end; ``None``: none was given."""
    title: str
    summary: str
    place: str
    address: str
    """Of the report; absolute in a published site."""
    stamp: dt.datetime
    """Publication: the same in each build, so that the file is too."""
    modified: dt.datetime
    """The last change that was made known."""
    sequence: int = 0
    """How often it was changed (RFC 5545, 3.8.7.4)."""
    cancelled: bool = False
    tentative: bool = False


def text(value: str) -> str:
    """A value of the type TEXT; control characters, which it cannot hold, are left out."""
    value = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    for sign, written in _MEANING:
        value = value.replace(sign, written)
    return value


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _when(name: str, moment: dt.date) -> str:
    """A line with a day, or with a moment in UTC: a local one would want its whole time zone told (3.2.19)."""
    if isinstance(moment, dt.datetime):
        return f"{name}:{_utc(moment)}"
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
    start, end = appointment.start, appointment.end
    whole_days = not isinstance(start, dt.datetime)
    yield "BEGIN:VEVENT"
    yield f"UID:{text(appointment.uid)}"
    yield f"DTSTAMP:{_utc(appointment.stamp)}"
    yield f"LAST-MODIFIED:{_utc(appointment.modified)}"
    yield f"SEQUENCE:{appointment.sequence}"
    yield _when("DTSTART", start)
    if end is not None:
        # RFC 5545, 3.6.1: the end of whole days is the day after the last one.
        yield _when("DTEND", end + dt.timedelta(days=1) if whole_days else end)
    yield f"SUMMARY:{text(appointment.title)}"
    # Outlook shows no URL: the address stands in the description, too.
    words = (appointment.summary, _CONTROL.sub("", appointment.address))
    yield "DESCRIPTION:" + text("\n\n".join(word for word in words if word))
    if appointment.place:
        yield f"LOCATION:{text(appointment.place)}"
    yield f"URL:{_CONTROL.sub('', appointment.address)}"
    status = "CANCELLED" if appointment.cancelled else "TENTATIVE" if appointment.tentative else "CONFIRMED"
    yield f"STATUS:{status}"
    yield f"TRANSP:{'TRANSPARENT' if whole_days else 'OPAQUE'}"
    yield "END:VEVENT"


def vevent(appointment: Appointment) -> str:
    """The lines of one appointment (RFC 5545, 3.6.1), each with its end."""
    return _written(_lines(appointment))


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{fold(line)}\r\n" for line in lines)


def _file(head: tuple[str, ...], events: Iterable[str]) -> bytes:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dreiklang//Newsroom//EN", "CALSCALE:GREGORIAN", *head)
    return "".join((_written(lines), *events, _written(("END:VCALENDAR",)))).encode()


def single(appointment: Appointment) -> bytes:
    """One event, to be put into a calendar that has a name already."""
    return _file(("METHOD:PUBLISH",), (vevent(appointment),))


def calendar(name: str, events: Iterable[str]) -> bytes:
    """A calendar to subscribe to, with its name; events as ``vevent`` writes them, in the order given."""
    head = (
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    )
    return _file(head, events)
