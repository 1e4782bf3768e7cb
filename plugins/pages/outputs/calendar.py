"""Calendar files: one of a report's event, and one of the latest events of a language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Edition, Lang
from plugins.pages.entry import Entry
from plugins.pages.moved import Moved
from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.icalendar import Appointment, calendar
from plugins.pages.outputs.kind import Job, Kind


def _appointment(context: OutputContext, entry: Entry, edition: Edition) -> Appointment:
    report = entry.report
    if report.event is None:
        raise LookupError(f"{report.id} has no event")
    return Appointment(
        uid=f"{report.id}@{context.index.site.url.partition('://')[2].partition('/')[0]}",
        event=report.event,
        title=edition.title,
        summary=edition.teaser,
        address=context.urls.absolute(context.urls.report(report, edition.lang)),
        stamp=report.published,
    )


class EventCalendar(Kind):
    """``event.ics`` beside a report's page."""

    name = "event"

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """A file per edition, if the report has an event."""
        if entry.report.event is None:
            return
        for body in entry.bodies:
            address = self.context.urls.report(entry.report, body.lang) + "event.ics"
            parts = (*self.context.base(body.lang), ("report", entry.digest))
            yield self.job(address, (body.lang, entry.report.id), parts)

    def of_moved(self, old: Moved) -> Iterator[Job]:
        """The file where it was while the report stood there."""
        entry = self.context.index.by_id.get(old.report)
        if entry is not None and entry.report.event is not None:
            address = self.context.urls.at(old.address.lstrip("/")) + "event.ics"
            parts = (*self.context.base(old.lang), ("report", entry.digest))
            yield self.job(address, (old.lang, old.report), parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The event alone, under the edition's title."""
        entry = self.context.index.by_id[ident]
        edition = entry.report.edition(lang) or entry.report.original
        return calendar(edition.title, (_appointment(self.context, entry, edition),))


class LanguageCalendar(Kind):
    """``/<lang>/calendar.ics``."""

    name = "calendar"

    def of_site(self) -> Iterator[Job]:
        """A file per language."""
        for lang in self.context.renderer.languages:
            parts = (*self.context.base(lang), ("reports", self.context.cards(self.context.index.events(lang))))
            yield self.job(self.context.urls.home(lang) + "calendar.ics", (lang,), parts)

    def make(self, lang: Lang) -> bytes:
        """The latest events reported in that language."""
        language = self.context.renderer.languages[lang]
        pairs = ((e, e.report.edition(lang)) for e in self.context.index.events(lang))
        name = language.site.name.nearest(lang, language.order)[1]
        return calendar(name, tuple(_appointment(self.context, e, edition) for e, edition in pairs if edition))
