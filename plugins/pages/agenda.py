"""Projects the overview of dates: what is to come, what is over, and the calendars to subscribe to."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom.model import EventStatus, Status
from plugins.pages import structured
from plugins.pages.entry import Entry
from plugins.pages.event_views import event_view
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.index import EVENTS, Index
from plugins.pages.language import Language
from plugins.pages.report import trail_of
from plugins.pages.views import Anchor, CalendarLink, DateEntry, DatesPage

Dated = tuple[tuple[Entry, ...], tuple[Entry, ...]]
"""(to come, the next first; over, the latest first)."""


def dated(index: Index) -> Dated:
    """The events of the newsroom, but for those of withdrawn reports; what is postponed is still to come."""
    coming: list[Entry] = []
    over: list[Entry] = []
    for entry in index.dated:
        event = entry.report.event
        if event is not None and entry.report.status is not Status.WITHDRAWN:
            past = event.over and event.status is not EventStatus.POSTPONED
            (over if past else coming).append(entry)
    return tuple(reversed(coming)), tuple(over[:EVENTS])


def topics_of(index: Index) -> tuple[str, ...]:
    """The topics that have a calendar with something in it."""
    return tuple(topic for topic in index.by_topic if index.events(topic))


def dates_page(language: Language) -> DatesPage:
    """``/<lang>/dates/``."""
    urls, lang = language.urls, language.lang
    heading = language.labels.text("Events")
    addresses = {tag: urls.dates(tag) for tag in language.site.languages}
    trail = trail_of(language, Anchor(heading, addresses[lang], current=True))
    default = addresses[language.site.languages[0]]
    others = alternates(language, addresses, default)
    head = make_head(
        language, heading, language.labels.text("What is to come, and what has been."), addresses[lang], others=others
    )
    coming, over = dated(language.index)
    return DatesPage(
        lang=lang,
        head=replace(head, data=lambda: structured.listing(heading, language, addresses[lang], trail)),
        switch=switch(language, addresses),
        breadcrumb=trail,
        heading=heading,
        coming=tuple(_row(entry, language) for entry in coming),
        over=tuple(_row(entry, language) for entry in over),
        subscriptions=_subscriptions(language),
    )


def _row(entry: Entry, language: Language) -> DateEntry:
    report = entry.report
    event = report.event
    if event is None:
        raise LookupError(f"{report.id} has no event")
    card = language.card(entry)
    calendar = language.urls.report(report, language.edition(report).lang) + "event.ics"
    name = event.name.get(language.lang)
    return DateEntry(card, replace(event_view(report, event, language, calendar), name=name))


def _subscriptions(language: Language) -> tuple[CalendarLink, ...]:
    """The calendar of the language, and one for each topic that has events."""
    urls, lang = language.urls, language.lang
    named = [(language.labels.text("All events"), urls.home(lang))]
    named += [(language.topic_label(topic), urls.topic(lang, topic)) for topic in topics_of(language.index)]
    return tuple(_subscription(label, base + "calendar.ics", language) for label, base in named)


def _subscription(label: str, address: str, language: Language) -> CalendarLink:
    """``webcal:`` opens the reader's calendar program with the address; a preview has none that others could reach."""
    whole = language.urls.absolute(address)
    scheme, colon, rest = whole.partition("://")
    return CalendarLink(label, f"webcal://{rest}" if colon and scheme in ("http", "https") else "", address)
