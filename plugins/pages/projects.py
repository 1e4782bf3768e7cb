"""Projects pages of what reports are grouped by beside topics: series, and projects with funding."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom.funding import Funding
from plugins.newsroom.model import Lang
from plugins.pages import structured
from plugins.pages.dates import day_range, event_when, long_date
from plugins.pages.entry import Entry
from plugins.pages.event_views import EVENT_STATUS
from plugins.pages.funding import funding_view
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.index import Slice
from plugins.pages.language import Language
from plugins.pages.lists import list_page, page_address, pager
from plugins.pages.report import trail_of
from plugins.pages.views import Anchor, ListPage, Occasion, ProjectPage


def occasion(entry: Entry, language: Language) -> Occasion | None:
    """The event of a report in a list of dates."""
    event = entry.report.event
    if event is None:
        return None
    edition = language.edition(entry.report)
    name = event.name.get(language.lang)
    return Occasion(
        when=event_when(event, language.lang),
        iso=event.start.isoformat(),
        title=language.text(name, language.lang) if name else language.text(edition.title, edition.lang),
        url=language.urls.report(entry.report, edition.lang),
        place=event.city or event.venue,
        cancelled=event.status in EVENT_STATUS,
    )


def series_page(language: Language, part: Slice[Entry], ident: str) -> ListPage:
    """One page of a series: its reports, and when what they tell of took place."""
    series = next(one for one in language.site.series if one.id == ident)
    title = language.nearest(series.title).text
    steps = (
        Anchor(language.labels.text("Series"), language.urls.all_series(language.lang)),
        Anchor(title, language.urls.series(language.lang, ident), current=True),
    )
    teaser = language.nearest(series.teaser).text
    page = list_page(language, part, "series", title, lambda lang: language.urls.series(lang, ident), steps, teaser)
    found = sorted(
        (one for entry in part.entries if (one := occasion(entry, language))), key=lambda one: one.iso, reverse=True
    )
    return replace(page, dates=tuple(found), website=series.url, count=len(language.index.by_series[ident]))


def period(one: Funding, language: Language) -> str:
    """From when to when a project lasts; from when on where no end is known."""
    if one.start is None:
        return ""
    if one.end is None:
        return language.labels.text("from {date}", date=long_date(one.start, language.lang))
    return day_range(one.start, one.end, language.lang)


def project_page(language: Language, part: Slice[Entry], ident: str) -> ProjectPage:
    """A project with funding: what for, from whom, since when, and the reports on it."""
    one = next(one for one in language.site.funding if one.id == ident)
    view = funding_view(language, one)

    def address(lang: Lang) -> str:
        return page_address(language.urls.project(lang, ident), part.number)

    addresses = {lang: address(lang) for lang in language.site.languages}
    here = addresses[language.lang]
    trail = trail_of(
        language,
        Anchor(language.labels.text("Projects"), language.urls.projects(language.lang)),
        Anchor(view.project.text, here, current=True),
    )
    title = view.project.text
    if part.number:
        title = f"{title} – {language.labels.text('Page {number}', number=part.number)}"
    default = addresses[language.site.languages[0]]
    head = make_head(
        language,
        title,
        view.statement.text,
        here,
        others=alternates(language, addresses, default),
        data=lambda: structured.listing(title, language, here, trail),
    )
    return ProjectPage(
        lang=language.lang,
        head=head,
        switch=switch(language, addresses),
        breadcrumb=trail,
        funding=view,
        aims=language.nearest(one.aims),
        results=language.nearest(one.results),
        period=period(one, language),
        website=one.url,
        cards=tuple(language.card(entry) for entry in part.entries),
        pager=pager(language.urls.project(language.lang, ident), part),
        count=len(language.index.by_project[ident]),
    )
