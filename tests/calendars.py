"""Calendar files as a reader sees them: the values of events, without icalendar's union of all types a value may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import icalendar
import ics
import vobject


def events_of(text: str | bytes) -> list[Mapping[str, Any]]:
    """The events of a calendar file, in its order."""
    return [*icalendar.Calendar.from_ical(text).walk("VEVENT")]


def event_of(text: str | bytes) -> Mapping[str, Any]:
    """The only event of a calendar file."""
    (event,) = events_of(text)
    return event


def three_readings(data: bytes, report: str) -> dict[str, Any]:
    """What icalendar, ics and vobject read of a report's event; they have to agree."""
    text = data.decode()
    ours = next(e for e in events_of(data) if str(e["UID"]).startswith(f"{report}@"))
    theirs = next(e for e in ics.Calendar(text).events if e.uid == str(ours["UID"]))
    other = next(e for e in vobject.readOne(text).contents["vevent"] if e.uid.value == str(ours["UID"]))
    start = ours["DTSTART"].dt
    assert other.dtstart.value == start == (theirs.begin.datetime if hasattr(start, "hour") else theirs.begin.date())
    assert theirs.status == other.status.value == ours["STATUS"]
    assert theirs.name == other.summary.value == ours["SUMMARY"]
    assert (theirs.location or "") == (other.location.value if "location" in other.contents else "")
    assert int(other.sequence.value) == ours["SEQUENCE"]
    assert theirs.last_modified.datetime == ours["LAST-MODIFIED"].dt
    return {key: str(ours[key]) for key in ("UID", "STATUS", "SUMMARY")} | {
        "sequence": int(ours["SEQUENCE"]),
        "modified": ours["LAST-MODIFIED"].dt,
        "start": start,
        "place": theirs.location or "",
    }
