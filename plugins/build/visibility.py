"""What may be seen at this moment: no drafts, nothing whose day has not come, no picture past its last day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from plugins.build.bundle_record import Prepared
from plugins.build.schedule import moments
from plugins.build.state import Span
from plugins.cache.digest import digest
from plugins.newsroom.event import OPEN
from plugins.newsroom.model import Edition, Event, Report, Status
from plugins.newsroom.staff import on_day
from plugins.pages.entry import Entry, PageEntry
from plugins.pages.index import Index
from plugins.pages.urls import Urls
from plugins.pictures.usable import is_usable

if TYPE_CHECKING:
    from plugins.build.check import Gathered


def is_visible(report: Report, now: dt.datetime) -> bool:
    """Published or withdrawn, its day and the end of its embargo have come, and so has each language it waits for."""
    return report.status is not Status.DRAFT and report.public_from <= now and not report.waits_for


def event_at(event: Event, now: dt.datetime, zone: dt.tzinfo) -> Event:
    """An event as it stands at a moment: over or to come, with its registration as long as that is open."""
    place = ZoneInfo(event.timezone) if event.timezone else zone
    over = event.ends_at(place) <= now
    is_open = event.registration is not None and now < event.closes_at(place) and event.status in OPEN
    if not over and (is_open or event.registration is None):
        return event
    return replace(event, over=over, registration=event.registration if is_open and not over else None)


def entry_of(made: Prepared, now: dt.datetime, zone: dt.tzinfo, *, drafts: bool = False) -> Entry | None:
    """A report with its event as it stands, and what may be shown of it: the rest leaves no trace."""
    report = made.report
    if report is None:
        return None
    today = now.astimezone(zone).date()
    mark = made.digest
    if report.status is Status.WITHDRAWN:
        return bare_entry(made, report, report.editions if drafts else report.released)
    if report.event is not None:
        event = event_at(report.event, now, zone)
        if event is not report.event:
            report = replace(report, event=event)
            mark = digest((made.digest, event))
    gone = {photo.file for photo in report.photos if not is_usable(photo, today)}
    editions = report.editions if drafts else report.released
    over = [d for d in report.documents if d.usable_until is not None and d.usable_until < today]
    if over:
        report = replace(report, documents=tuple(d for d in report.documents if d not in over))
        mark = digest((mark, report.documents))
    if not gone and len(editions) == len(report.editions):
        return Entry(report, made.bodies, made.shots, mark)
    shown = replace(
        report,
        photos=tuple(p for p in report.photos if p.file not in gone),
        hero="" if report.hero in gone else report.hero,
        editions=tuple(replace(e, photos=tuple(w for w in e.photos if w.file not in gone)) for e in editions),
    )
    shots = tuple(s for s in made.shots if s.file not in gone)
    languages = {edition.lang for edition in editions}
    bodies = tuple(body for body in made.bodies if body.lang in languages)
    return Entry(shown, bodies, shots, digest((shown, shots)))


def bare_entry(made: Prepared, report: Report, seen: tuple[Edition, ...]) -> Entry:
    """What is left of a withdrawn report: headline, day, reason, whom to ask; so that no output can show more."""
    editions = tuple(
        Edition(
            lang=edition.lang,
            title=edition.title,
            teaser="",
            body="",
            slug=edition.slug,
            corrections=tuple(replace(correction, text="") for correction in edition.corrections),
            path=edition.path,
        )
        for edition in seen
    )
    languages = {edition.lang for edition in seen}
    event = report.event
    bare = replace(
        report,
        editions=editions,
        event=event and Event(event.start, event.end, has_end=event.has_end, changes=event.changes),
        authors=(),
        organisers=(),
        sources=(),
        photos=(),
        documents=(),
        video=None,
        hero="",
    )
    bodies = tuple(replace(body, links=(), pictures=()) for body in made.bodies if body.lang in languages)
    return Entry(bare, bodies, (), digest(bare))


def entry_seen(made: Prepared, now: dt.datetime, timezone: str, *, drafts: bool) -> Entry | None:
    """A report as it may be seen now, if it may; with ``drafts`` every one, as if it were published."""
    if made.report is None:
        return None
    zone = ZoneInfo(timezone)
    if is_visible(made.report, now):
        return entry_of(made, now, zone, drafts=drafts)
    shown = replace(made, report=replace(made.report, status=Status.PUBLISHED))
    return entry_of(shown, now, zone, drafts=True) if drafts else None


def entry_ahead(made: Prepared, now: dt.datetime, timezone: str) -> Entry | None:
    """A report under embargo as it will be seen; none that is not finished, or open already."""
    report = made.report
    if report is None or report.status is not Status.PUBLISHED or report.waits_for:
        return None
    if report.embargo is None or report.public_from <= now:
        return None
    return entry_of(made, now, ZoneInfo(timezone))


def make_index(found: Gathered, now: dt.datetime, *, drafts: bool = False, ahead: bool = False) -> Index:
    """The newsroom as readers may see it now; with ``drafts`` also what they may not, as if it were published.

    With ``ahead`` the reports under embargo alone.
    """
    pages = tuple(PageEntry(made.page, made.bodies, made.digest) for made in found.prepared if made.page)
    zone = found.site.timezone
    seen = (
        entry_ahead(made, now, zone) if ahead else entry_seen(made, now, zone, drafts=drafts) for made in found.prepared
    )
    entries = tuple(sorted((entry for entry in seen if entry), key=lambda e: e.report.id))
    people = on_day(found.people, now.astimezone(ZoneInfo(zone)).date())
    return Index(found.site, people, found.topics, pages, entries)


def span(found: Gathered, now: dt.datetime) -> Span:
    """The time around ``now`` in which the newsroom is seen as it is: until a report's day comes, or a right ends."""
    reports = [made.report for made in found.prepared if made.report is not None]
    every = [moment.at for moment in moments(reports, found.site.timezone, found.people)]
    return Span(max((m for m in every if m <= now), default=None), min((m for m in every if m > now), default=None))


def unseen(found: Gathered, urls: Urls, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """(address, why) of every page that readers may not see now."""
    hidden = (made.report for made in found.prepared if made.report and not is_visible(made.report, now))
    hidden_pages = tuple(
        (urls.report(report, e.lang), why_unseen(report)) for report in hidden for e in report.editions
    )
    seen = (made.report for made in found.prepared if made.report and is_visible(made.report, now))
    held = ((report, e) for report in seen for e in report.editions if e not in report.released)
    return (*hidden_pages, *((urls.report(report, e.lang), "held until it is reviewed") for report, e in held))


def why_unseen(report: Report) -> str:
    """Why readers may not see a report yet."""
    if report.status is Status.DRAFT:
        return "a draft"
    if report.waits_for:
        return f"held until all its languages are there; it lacks {', '.join(report.waits_for)}"
    reason = "under embargo" if report.embargo == report.public_from else "dated ahead, and held back"
    return f"{reason} until {report.public_from:%Y-%m-%d %H:%M %z}"
