"""Calendar files as a reader sees them: the values of events, without icalendar's union of all types a value may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import icalendar


def events_of(text: str | bytes) -> list[Mapping[str, Any]]:
    """The events of a calendar file, in its order."""
    return [*icalendar.Calendar.from_ical(text).walk("VEVENT")]


def event_of(text: str | bytes) -> Mapping[str, Any]:
    """The only event of a calendar file."""
    (event,) = events_of(text)
    return event
