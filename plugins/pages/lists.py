"""Projects lists: home, topics, years, authors, and the overviews that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from plugins.newsroom.model import Lang
from plugins.pages import structured
from plugins.pages.desk import Desk
from plugins.pages.entry import Entry
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.index import Slice
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


def pager(base: str, part: Slice) -> Pager:
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


def _addresses(desk: Desk, address: Address, number: int = 0) -> dict[Lang, str]:
    return {lang: page_address(address(lang), number) for lang in desk.site.languages}


def list_page(
    desk: Desk, part: Slice, listing: str, heading: str, address: Address, steps: Sequence[Anchor], intro: str = ""
) -> ListPage:
    """One page of a list of cards."""
    addresses = _addresses(desk, address, part.number)
    path = addresses[desk.lang]
    home = listing == "home"
    trail = () if home and not part.number else trail_of(desk, *steps)
    title = heading
    if part.number:
        title = f"{heading} – {desk.labels.text('Page {number}', number=part.number)}"
    default = desk.urls.at("") if home and not part.number else addresses[desk.site.languages[0]]
    feeds = desk.urls.home(desk.lang) if listing == "archive" else address(desk.lang)
    head = make_head(desk, title, intro, path, others=alternates(desk, addresses, default), feeds=feeds)
    return ListPage(
        lang=desk.lang,
        head=replace(head, data=lambda: structured.listing(title, desk, path, trail)),
        switch=switch(desk, addresses),
        breadcrumb=trail,
        listing=listing,
        heading=heading,
        intro=intro,
        cards=tuple(desk.card(e) for e in part.entries),
        pager=pager(address(desk.lang), part),
        lead=home and not part.number,
        years=years(desk) if listing == "archive" else (),
    )


def years(desk: Desk) -> tuple[Anchor, ...]:
    """Links to the yearly archives, newest first."""
    return tuple(Anchor(str(year), desk.urls.year(desk.lang, year)) for year in desk.index.by_year)


def home_page(desk: Desk, part: Slice) -> ListPage:
    """The front page, or one of the older pages behind it."""
    name = desk.site.name.nearest(desk.lang, desk.order)[1]
    claim = desk.site.claim.nearest(desk.lang, desk.order)[1]
    here = page_address(desk.urls.home(desk.lang), part.number)
    steps = (Anchor(desk.labels.text("Page {number}", number=part.number), here, current=True),)
    return list_page(desk, part, "home", name, desk.urls.home, steps, claim)


def topic_page(desk: Desk, part: Slice, topic: str) -> ListPage:
    """One page of one topic's list."""
    label = desk.topic_label(topic)
    steps = (
        Anchor(desk.labels.text("Topics"), desk.urls.topics(desk.lang)),
        Anchor(label, desk.urls.topic(desk.lang, topic), current=True),
    )
    return list_page(desk, part, "topic", label, lambda lang: desk.urls.topic(lang, topic), steps)


def year_page(desk: Desk, part: Slice, year: int) -> ListPage:
    """One page of one year's archive."""
    steps = (
        Anchor(desk.labels.text("Archive"), desk.urls.archive(desk.lang)),
        Anchor(str(year), desk.urls.year(desk.lang, year), current=True),
    )
    heading = desk.labels.text("Archive {year}", year=year)
    return list_page(desk, part, "archive", heading, lambda lang: desk.urls.year(lang, year), steps)


def author_page(desk: Desk, ident: str) -> ListPage:
    """What one person wrote, photographed and reviewed."""
    person = desk.person(ident)

    def address(lang: Lang) -> str:
        return desk.urls.author(lang, ident)

    steps = (
        Anchor(desk.labels.text("Authors"), desk.urls.authors(desk.lang)),
        Anchor(person.name, address(desk.lang), current=True),
    )
    groups = desk.index.by_person[ident]
    whole = {e.report.id for group in groups for e in group}
    page = list_page(desk, Slice(0, 1, ()), "author", person.name, address, steps)
    written, photographed, reviewed = (tuple(desk.card(e) for e in group) for group in groups)
    head = replace(
        page.head, atom=desk.urls.home(desk.lang) + "feed.xml", json_feed=desk.urls.home(desk.lang) + "feed.json"
    )
    return replace(
        page,
        head=head,
        person=person,
        written=written,
        photographed=photographed,
        reviewed=reviewed,
        count=len(whole),
    )


def overview_page(desk: Desk, overview: str) -> OverviewPage:
    """``topics``, ``archive`` or ``authors``: the lists there are, with their sizes."""
    makers: dict[str, tuple[str, Address, tuple[OverviewEntry, ...]]] = {
        "topics": ("Topics", desk.urls.topics, tuple(_topic_entries(desk))),
        "archive": ("Archive", desk.urls.archive, tuple(_year_entries(desk))),
        "authors": ("Authors", desk.urls.authors, tuple(_author_entries(desk))),
    }
    label, address, entries = makers[overview]
    heading = desk.labels.text(label)
    addresses = _addresses(desk, address)
    trail = trail_of(desk, Anchor(heading, addresses[desk.lang], current=True))
    default = addresses[desk.site.languages[0]]
    head = make_head(desk, heading, "", addresses[desk.lang], others=alternates(desk, addresses, default))
    return OverviewPage(
        lang=desk.lang,
        head=replace(head, data=lambda: structured.listing(heading, desk, addresses[desk.lang], trail)),
        switch=switch(desk, addresses),
        breadcrumb=trail,
        overview=overview,
        heading=heading,
        entries=entries,
    )


def _topic_entries(desk: Desk) -> Iterator[OverviewEntry]:
    for topic, entries in desk.index.by_topic.items():
        yield OverviewEntry(desk.topic_label(topic), desk.urls.topic(desk.lang, topic), len(entries))


def _year_entries(desk: Desk) -> Iterator[OverviewEntry]:
    for year, entries in desk.index.by_year.items():
        yield OverviewEntry(str(year), desk.urls.year(desk.lang, year), len(entries))


def _author_entries(desk: Desk) -> Iterator[OverviewEntry]:
    for ident, groups in desk.index.by_person.items():
        person = desk.person(ident)
        about = ", ".join(part for part in (person.role.text, person.organisation) if part)
        count = len({_id(e) for group in groups for e in group})
        yield OverviewEntry(person.name, desk.urls.author(desk.lang, ident), count, about)


def _id(entry: Entry) -> str:
    return entry.report.id
