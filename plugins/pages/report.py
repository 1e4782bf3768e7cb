"""Projects one edition of a report into the view of its page."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from plugins.newsroom.model import Edition, Event, Lang, Organisation, Report, State, Status
from plugins.pages import structured
from plugins.pages.dates import country_name, date_view, event_when, moment_view, short_month
from plugins.pages.desk import KIND_LABELS, Desk
from plugins.pages.entry import Entry
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.typography import spaced
from plugins.pages.views import (
    Anchor,
    CorrectionView,
    EventView,
    FigureView,
    Head,
    ReportPage,
    SourceView,
)


def event_view(event: Event, desk: Desk, calendar: str) -> EventView:
    """When and where, in the reader's language."""
    first, last = event.start, event.end
    days = [str(first.day)]
    if (first.year, first.month) == (last.year, last.month) and first.day != last.day:
        days.append(str(last.day))
    return EventView(
        when=event_when(event, desk.lang),
        start_iso=event.start.isoformat(),
        end_iso=event.end.isoformat(),
        venue=event.venue,
        city=event.city,
        country=country_name(event.country, desk.lang) if event.country else "",
        calendar=calendar,
        day="–".join(days),
        month=short_month(first, desk.lang),
        year=str(first.year),
    )


def noindex(edition: Edition, report: Report, desk: Desk) -> bool:
    """Whether search engines are asked to stay away."""
    machine = edition.state in (State.MACHINE, State.STALE)
    return report.status is Status.WITHDRAWN or (machine and not desk.site.translation.index_machine)


def _figures(entry: Entry, edition: Edition, desk: Desk) -> tuple[FigureView | None, tuple[FigureView, ...]]:
    report = entry.report
    body = entry.body(edition.lang)
    in_text = set(body.pictures) if body else set()
    hero = entry.shot(report.hero) if report.hero else None
    shown = [s for s in entry.shots if s.file not in in_text and s is not hero]
    return (desk.figure(report, hero) if hero else None), tuple(desk.figure(report, s) for s in shown)


def _head(entry: Entry, edition: Edition, desk: Desk, trail: tuple[Anchor, ...], addresses: Mapping[Lang, str]) -> Head:
    report = entry.report
    shot = entry.lead
    hidden = report.status is Status.WITHDRAWN
    image = "" if hidden or shot is None else (shot.social or shot.view.src)
    return make_head(
        desk,
        edition.title,
        edition.teaser,
        addresses[edition.lang],
        others=() if hidden else alternates(desk, addresses, addresses[report.source_language]),
        image=image,
        image_alt=desk.words(report, shot.file)[0].text if shot and not hidden else "",
        og_type="article",
        noindex=noindex(edition, report, desk),
        machine=edition.state in (State.MACHINE, State.STALE),
        data=lambda: structured.article(report, edition, desk, trail, image),
    )


def trail_of(desk: Desk, *steps: Anchor) -> tuple[Anchor, ...]:
    """A breadcrumb trail from the front page."""
    return (Anchor(desk.labels.text("Home"), desk.urls.home(desk.lang)), *steps)


def _organisers(organisers: tuple[Organisation, ...]) -> tuple[Anchor, ...]:
    return tuple(Anchor(o.name, o.url) for o in organisers)


def report_page(entry: Entry, desk: Desk, body: Markup, downloads: tuple[Anchor, ...], calendar: str) -> ReportPage:
    """The page of the edition in the desk's language (there must be one)."""
    report = entry.report
    edition = report.edition(desk.lang)
    if edition is None:
        raise LookupError(f"{report.id} has no edition in {desk.lang}")
    addresses = {e.lang: desk.urls.report(report, e.lang) for e in report.editions}
    topics = desk.topics(report)
    trail = trail_of(desk, *topics[:1], Anchor(edition.title, addresses[desk.lang], current=True))
    withdrawn = report.status is Status.WITHDRAWN
    hero, gallery = (None, ()) if withdrawn else _figures(entry, edition, desk)
    newer, older = desk.index.neighbours(entry, desk.lang)
    original = addresses[report.source_language]
    return ReportPage(
        lang=desk.lang,
        head=_head(entry, edition, desk, trail, addresses),
        switch=switch(desk, addresses, original),
        breadcrumb=trail,
        report_id=report.id,
        report_kind=desk.labels.text(KIND_LABELS[report.kind]),
        kicker=spaced(edition.kicker, desk.lang),
        title=spaced(edition.title, desk.lang),
        teaser="" if withdrawn else spaced(edition.teaser, desk.lang),
        body=Markup("") if withdrawn else body,
        published=moment_view(report.published, report.has_time, desk.lang),
        topics=topics,
        authors=tuple(desk.person(a) for a in report.authors),
        contacts=tuple(desk.person(c) for c in report.contacts),
        organisers=_organisers(report.organisers),
        sources=tuple(
            SourceView(s.name, s.url, date_view(s.date, desk.lang) if s.date else None) for s in report.sources
        ),
        links=tuple(Anchor(spaced(link.label, desk.lang), link.url) for link in edition.links),
        corrections=tuple(
            CorrectionView(date_view(c.date, desk.lang), spaced(c.text, desk.lang)) for c in edition.corrections
        ),
        photographers=() if withdrawn else _credits(entry),
        event=event_view(report.event, desk, calendar) if report.event else None,
        hero=hero,
        gallery=gallery,
        notice=desk.notice(edition, report.source_language, original),
        near=lambda: tuple(desk.card(e) for e in desk.index.related(entry)),
        newer=desk.card(newer) if newer else None,
        older=desk.card(older) if older else None,
        downloads=() if withdrawn else downloads,
        withdrawn=withdrawn,
    )


def _credits(entry: Entry) -> tuple[str, ...]:
    shown = {s.file for s in entry.shots}
    return tuple(dict.fromkeys(p.credit.line for p in entry.report.photos if p.file in shown))
