"""Projects lists: home, topics, years, authors, and the overviews that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from plugins.newsroom.model import Lang
from plugins.pages import structured
from plugins.pages.collation import by_name
from plugins.pages.entry import Entry
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.index import Item, Slice
from plugins.pages.language import Language
from plugins.pages.report import trail_of
from plugins.pages.views import Anchor, ListPage, OverviewEntry, OverviewPage, Pager

Address = Callable[[Lang], str]


def page_address(base: str, number: int) -> str:
    """Address of one page of a list; number 0 is the list itself."""
    return f"{base}page/{number}/" if number else base


def _window(number: int, total: int) -> list[int]:
    """Page numbers worth offering, newest first; -1 marks a gap. 0 is the newest page."""
    newest_first = [0, *range(total - 1, 0, -1)]
    here = newest_first.index(number)
    keep = {0, total - 1, *range(max(here - 1, 0), min(here + 2, total))}
    found: list[int] = []
    for place, page in enumerate(newest_first):
        if place in keep:
            found.append(page)
        elif found and found[-1] != -1:
            found.append(-1)
    return found


def pager(base: str, part: Slice[Item]) -> Pager:
    """Newer, older, and a window of pages; the newest page is shown as number ``total``."""

    def shown(page: int) -> str:
        return str(page or part.total)

    newer = older = ""
    if part.number:
        newer = page_address(base, 0 if part.number == part.total - 1 else part.number + 1)
    if part.number != 1 and part.total > 1:
        older = page_address(base, (part.number or part.total) - 1)
    pages = tuple(
        Anchor("…", "") if page < 0 else Anchor(shown(page), page_address(base, page), current=page == part.number)
        for page in _window(part.number, part.total)
    )
    return Pager(part.number, part.total, newer, older, pages if part.total > 1 else ())


def _addresses(language: Language, address: Address, number: int = 0) -> dict[Lang, str]:
    return {lang: page_address(address(lang), number) for lang in language.site.languages}


def list_page(
    language: Language,
    part: Slice[Entry],
    listing: str,
    heading: str,
    address: Address,
    steps: Sequence[Anchor],
    intro: str = "",
) -> ListPage:
    """One page of a list of cards."""
    addresses = _addresses(language, address, part.number)
    path = addresses[language.lang]
    home = listing == "home"
    trail = () if home and not part.number else trail_of(language, *steps)
    title = heading
    if part.number:
        title = f"{heading} – {language.labels.text('Page {number}', number=part.number)}"
    default = language.urls.at("") if home and not part.number else addresses[language.site.languages[0]]
    feeds = language.urls.home(language.lang) if listing in ("archive", "author", "series") else address(language.lang)
    head = make_head(language, title, intro, path, others=alternates(language, addresses, default), feeds=feeds)
    return ListPage(
        lang=language.lang,
        head=replace(head, data=lambda: structured.listing(title, language, path, trail)),
        switch=switch(language, addresses),
        breadcrumb=trail,
        listing=listing,
        heading=heading,
        intro=intro,
        cards=tuple(language.card(e) for e in part.entries),
        pager=pager(address(language.lang), part),
        lead=home and not part.number,
        years=years(language) if listing == "archive" else (),
    )


def years(language: Language) -> tuple[Anchor, ...]:
    """Links to the yearly archives, newest first."""
    return tuple(Anchor(str(year), language.urls.year(language.lang, year)) for year in language.index.by_year)


def home_page(language: Language, part: Slice[Entry]) -> ListPage:
    """The front page, or one of the older pages behind it."""
    name = language.site.name.nearest(language.lang, language.order)[1]
    claim = language.site.claim.nearest(language.lang, language.order)[1]
    here = page_address(language.urls.home(language.lang), part.number)
    steps = (Anchor(language.labels.text("Page {number}", number=part.number), here, current=True),)
    return list_page(language, part, "home", name, language.urls.home, steps, claim)


def topic_page(language: Language, part: Slice[Entry], topic: str) -> ListPage:
    """One page of one topic's list."""
    label = language.topic_label(topic)
    steps = (
        Anchor(language.labels.text("Topics"), language.urls.topics(language.lang)),
        Anchor(label, language.urls.topic(language.lang, topic), current=True),
    )
    return list_page(language, part, "topic", label, lambda lang: language.urls.topic(lang, topic), steps)


def year_page(language: Language, part: Slice[Entry], year: int) -> ListPage:
    """One page of one year's archive."""
    steps = (
        Anchor(language.labels.text("Archive"), language.urls.archive(language.lang)),
        Anchor(str(year), language.urls.year(language.lang, year), current=True),
    )
    heading = language.labels.text("Archive {year}", year=year)
    return list_page(language, part, "archive", heading, lambda lang: language.urls.year(lang, year), steps)


def author_page(language: Language, part: Slice[Entry], ident: str) -> ListPage:
    """One page of what one person wrote, photographed and reviewed."""
    person = language.person(ident)

    def address(lang: Lang) -> str:
        return language.urls.author(lang, ident)

    steps = (
        Anchor(language.labels.text("Authors"), language.urls.authors(language.lang)),
        Anchor(person.name, address(language.lang), current=True),
    )
    here = {entry.report.id for entry in part.entries}
    groups = language.index.by_person[ident]
    written, photographed, reviewed = (
        tuple(language.card(e) for e in group if e.report.id in here) for group in groups
    )
    page = list_page(language, part, "author", person.name, address, steps)
    return replace(
        page,
        cards=(),
        person=person,
        written=written,
        photographed=photographed,
        reviewed=reviewed,
        totals=(len(groups[0]), len(groups[1]), len(groups[2])),
        count=len(language.index.named[ident]),
    )


def overview_page(language: Language, overview: str) -> OverviewPage:
    """``topics``, ``archive``, ``authors``, ``series`` or ``projects``: the lists there are, with their sizes."""
    makers: dict[str, tuple[str, Address, tuple[OverviewEntry, ...]]] = {
        "topics": ("Topics", language.urls.topics, tuple(_topic_entries(language))),
        "archive": ("Archive", language.urls.archive, tuple(_year_entries(language))),
        "authors": ("Authors", language.urls.authors, tuple(_author_entries(language))),
        "series": ("Series", language.urls.all_series, tuple(_series_entries(language))),
        "projects": ("Projects", language.urls.projects, tuple(_project_entries(language))),
    }
    label, address, entries = makers[overview]
    heading = language.labels.text(label)
    addresses = _addresses(language, address)
    trail = trail_of(language, Anchor(heading, addresses[language.lang], current=True))
    default = addresses[language.site.languages[0]]
    head = make_head(language, heading, "", addresses[language.lang], others=alternates(language, addresses, default))
    return OverviewPage(
        lang=language.lang,
        head=replace(head, data=lambda: structured.listing(heading, language, addresses[language.lang], trail)),
        switch=switch(language, addresses),
        breadcrumb=trail,
        overview=overview,
        heading=heading,
        entries=entries,
    )


def _topic_entries(language: Language) -> Iterator[OverviewEntry]:
    topics = language.index.by_topic.items()
    for topic, entries in by_name(topics, lambda item: language.topic_label(item[0]), language.lang):
        yield OverviewEntry(language.topic_label(topic), language.urls.topic(language.lang, topic), len(entries))


def _year_entries(language: Language) -> Iterator[OverviewEntry]:
    for year, entries in language.index.by_year.items():
        yield OverviewEntry(str(year), language.urls.year(language.lang, year), len(entries))


def _author_entries(language: Language) -> Iterator[OverviewEntry]:
    people, known = language.index.by_person.items(), language.index.person_by_id
    for ident, groups in by_name(people, lambda item: known[item[0]].sort_name, language.lang):
        person = language.person(ident)
        about = ", ".join(part for part in (person.role.text, person.organisation) if part)
        count = len({_id(e) for group in groups for e in group})
        yield OverviewEntry(person.name, language.urls.author(language.lang, ident), count, about)


def _series_entries(language: Language) -> Iterator[OverviewEntry]:
    known = {one.id: one for one in language.site.series}
    for ident, entries in language.index.by_series.items():
        title = language.nearest(known[ident].title).text
        teaser = language.nearest(known[ident].teaser).text
        yield OverviewEntry(title, language.urls.series(language.lang, ident), len(entries), teaser)


def _project_entries(language: Language) -> Iterator[OverviewEntry]:
    for one in language.site.funding:
        title, programme = language.nearest(one.project).text, language.nearest(one.programme).text
        count = len(language.index.by_project[one.id])
        yield OverviewEntry(title, language.urls.project(language.lang, one.id), count, programme)


def _id(entry: Entry) -> str:
    return entry.report.id
