"""Calendar files: one of a report's event, and those of a language and of a topic to subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache, partial

from plugins.newsroom.model import Attendance, Edition, Event, EventStatus, Lang, Status
from plugins.pages.changes import updated
from plugins.pages.entry import Entry
from plugins.pages.funding import statements
from plugins.pages.identity import event_uid
from plugins.pages.language import Language
from plugins.pages.moved import Moved
from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.icalendar import Appointment, calendar, single, vevent
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts
from plugins.pages.outputs.revision import least_modified, sequence
from plugins.pages.places import place_line

_REMEMBERED = 1024
"""Events whose lines are remembered: a megabyte at most."""


def _title(entry: Entry, edition: Edition, language: Language) -> str:
    """The event's name, else the headline; marked where it is in another language than the calendar."""
    event = entry.report.event
    name = event.name.get(language.lang) if event else ""
    if name or edition.lang == language.lang:
        return name or edition.title
    return f"{edition.title} ({language.only_in(edition.lang)})"


def appointment(context: OutputContext, entry: Entry, language: Language) -> Appointment:
    """A report's event for readers of a language; without an edition of theirs, the original's words."""
    report, site = entry.report, context.index.site
    event = report.event
    if event is None:
        raise LookupError(f"{report.id} has no event")
    edition = language.edition(report)
    withdrawn = report.status is Status.WITHDRAWN
    cancelled = withdrawn or event.status is EventStatus.CANCELLED
    live = f"{language.labels.text('Watch online')}: {event.stream}" if event.stream and not withdrawn else ""
    words = (edition.teaser, live, *statements(language, report))
    return Appointment(
        uid=event_uid(site, report.lasting_id),
        start=event.start,
        end=_end(event),
        title=_title(entry, edition, language),
        summary="\n\n".join(part for part in words if part),
        place=_place(event, language),
        address=context.urls.absolute(context.urls.report(report, edition.lang)),
        stamp=report.published,
        modified=max(updated(report, edition, site.timezone), least_modified(report, event)),
        sequence=sequence(report, event) + cancelled,
        cancelled=cancelled,
        tentative=event.status is EventStatus.POSTPONED,
    )


def _place(event: Event, language: Language) -> str:
    """Where one takes part: what is online has an address on the web, whatever else is said of a place."""
    if event.attendance is Attendance.ONLINE:
        return event.stream or event.url or language.labels.text("Online")
    return place_line(event, language.lang)


def _end(event: Event) -> dt.date | dt.datetime | None:
    """The end, where one was given that is not the very moment of the start."""
    lasts = event.end > event.start or not isinstance(event.start, dt.datetime)
    return event.end if event.has_end and lasts else None


class EventCalendar(Kind):
    """``event.ics`` beside a report's page."""

    for_journalists = False
    name = "event"

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """A file per edition, if the report has an event."""
        if entry.report.event is None:
            return
        for body in entry.bodies:
            address = self.context.urls.report(entry.report, body.lang) + "event.ics"
            parts = self._parts(entry, body.lang)
            yield self.job(address, (body.lang, entry.report.id), parts)

    def _parts(self, entry: Entry, lang: Lang) -> Parts:
        funding = ("funding", self.context.funding(entry.report.funding))
        return (*self.context.data(lang), ("report", entry.digest), funding)

    def of_moved(self, old: Moved) -> Iterator[Job]:
        """The file where it was while the report stood there."""
        entry = self.context.index.by_id.get(old.report)
        if entry is not None and entry.report.event is not None:
            address = self.context.urls.at(old.address.lstrip("/")) + "event.ics"
            parts = self._parts(entry, old.lang)
            yield self.job(address, (old.lang, old.report), parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The event alone."""
        language = self.context.renderer.languages[lang]
        return single(appointment(self.context, self.context.index.by_id[ident], language))


class LanguageCalendar(Kind):
    """``/<lang>/calendar.ics`` and ``/<lang>/topics/<topic>/calendar.ics``."""

    for_journalists = False
    name = "calendar"

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._event = lru_cache(_REMEMBERED)(self._make_event)  # an event stands in the calendar of each of its topics

    def of_site(self) -> Iterator[Job]:
        """A file per language, and one for each of its topics."""
        context = self.context
        for lang in context.renderer.languages:
            yield self._calendar(lang, "", context.urls.home(lang))
            for topic in context.index.topics_of_events:
                yield self._calendar(lang, topic, context.urls.topic(lang, topic))

    def _calendar(self, lang: Lang, topic: str, base: str) -> Job:
        return self.job(base + "calendar.ics", (lang, topic), partial(self._parts, lang, topic))

    def _parts(self, lang: Lang, topic: str) -> Parts:
        reports = ("reports", self.context.cards(self.context.index.events(topic)))
        named = ("topic", self.context.topic(topic) if topic else "")
        return (*self.context.base(lang), reports, named)

    def make(self, lang: Lang, topic: str) -> bytes:
        """The latest events, those of reports that lack the language too; a withdrawn one is cancelled."""
        language = self.context.renderer.languages[lang]
        name = language.site.name.nearest(lang, language.order)[1]
        title = f"{name}: {language.topic_label(topic)}" if topic else name
        return calendar(title, (self._event(entry.report.id, lang) for entry in self.context.index.events(topic)))

    def _make_event(self, ident: str, lang: Lang) -> str:
        return vevent(appointment(self.context, self.context.index.by_id[ident], self.context.renderer.languages[lang]))
