"""Projects what takes place into its view, and into lines for what has no layout: feeds, plain text, PDFs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from plugins.newsroom.model import Attendance, Event, EventStatus, Report
from plugins.pages.dates import country_name, event_when, short_month, timed_view, zone_name
from plugins.pages.labels import Labels
from plugins.pages.language import Language
from plugins.pages.typography import spaced
from plugins.pages.views import EventView

EVENT_STATUS = {EventStatus.POSTPONED: "Postponed", EventStatus.CANCELLED: "Cancelled"}


def event_view(report: Report, event: Event, language: Language, calendar: str) -> EventView:
    """When and where, in the reader's language."""
    first, last = event.start, event.end
    lang = language.lang
    off = event.status in EVENT_STATUS
    closes = event.registration.until if event.registration else None
    former = next((change.start for change in reversed(event.changes) if change.start is not None), None)
    days = [str(first.day)]
    if (first.year, first.month) == (last.year, last.month) and first.day != last.day:
        days.append(str(last.day))
    return EventView(
        when=event_when(event, language.lang),
        start_iso=event.start.isoformat(),
        end_iso=event.end.isoformat() if event.has_end else "",
        venue=event.venue,
        city=event.city,
        country=country_name(event.country, language.lang) if event.country else "",
        calendar="" if event.over or event.status is EventStatus.CANCELLED else calendar,
        name=spaced(event.name.get(lang), lang),
        status=language.labels.text(EVENT_STATUS[event.status]) if event.status in EVENT_STATUS else "",
        cancelled=off,
        moved_from=event_when(replace(event, start=former, end=former, has_end=False), lang) if former else "",
        zone=zone_note(event, language),
        url=event.url,
        registration=event.registration.url if event.registration else "",
        registration_until=timed_view(closes, lang) if closes else None,
        stream="" if event.over else event.stream,
        recording=event.recording,
        online=language.labels.text("Online") if event.attendance is not Attendance.ONSITE else "",
        onsite=event.attendance is not Attendance.ONLINE,
        file_name=f"{report.id}-{first:%Y-%m-%d}.ics",
        day="–".join(days),
        month=short_month(first, language.lang),
        year=str(first.year),
    )


def event_lines(view: EventView | None, t: Labels) -> tuple[str, ...]:
    """How it stands, what, when and where it is, and when it should have been; nothing that changes with the hour."""
    if view is None:
        return ()
    when = f"{view.when} ({view.zone})" if view.zone else view.when
    place = ", ".join(part for part in (view.venue, view.city, view.country) if part and view.onsite)
    moved = t.text("Moved from {date}", date=view.moved_from) if view.moved_from else ""
    return tuple(line for line in (view.status, view.name, when, place, view.online, moved) if line)


def zone_note(event: Event, language: Language) -> str:
    """The zone of an event's times, where clocks there show another time than the newsroom's."""
    start = event.start
    if not isinstance(start, dt.datetime):
        return ""
    if start.utcoffset() == start.astimezone(ZoneInfo(language.site.timezone)).utcoffset():
        return ""
    return f"{language.labels.text('local time')}, {zone_name(start, language.lang)}"
