"""Projects static pages, the language chooser, the page for lost readers, and redirects."""

from __future__ import annotations

from markupsafe import Markup

from plugins.newsroom.model import Lang, State
from plugins.pages.dates import date_view, endonym
from plugins.pages.desk import Desk
from plugins.pages.entry import PageEntry
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.report import trail_of
from plugins.pages.typography import spaced
from plugins.pages.views import (
    Anchor,
    ChooserEntry,
    ChooserPage,
    NotFoundPage,
    RedirectPage,
    TextPageView,
)


def text_page(entry: PageEntry, desk: Desk, body: Markup) -> TextPageView:
    """A static page in the desk's language (there must be an edition)."""
    page = entry.page
    edition = page.edition(desk.lang)
    if edition is None:
        raise LookupError(f"{page.id} has no edition in {desk.lang}")
    addresses = {e.lang: desk.urls.page(page, e.lang) for e in page.editions}
    original = addresses[page.source_language]
    trail = trail_of(desk, Anchor(edition.title, addresses[desk.lang], current=True))
    machine = edition.state in (State.MACHINE, State.STALE)
    return TextPageView(
        lang=desk.lang,
        head=make_head(
            desk,
            edition.title,
            edition.teaser,
            addresses[desk.lang],
            others=alternates(desk, addresses, original),
            machine=machine,
            noindex=machine and not desk.site.translation.index_machine,
        ),
        switch=switch(desk, addresses, original),
        breadcrumb=trail,
        page_id=page.id,
        title=spaced(edition.title, desk.lang),
        teaser=spaced(edition.teaser, desk.lang),
        body=body,
        updated=date_view(page.updated, desk.lang) if page.updated else None,
        notice=desk.notice(edition, page.source_language, original),
    )


def _entries(desks: dict[Lang, Desk], heading: str, text: str) -> tuple[ChooserEntry, ...]:
    return tuple(
        ChooserEntry(
            lang=lang,
            name=endonym(lang),
            url=desk.urls.home(lang),
            heading=desk.labels.text(heading) if heading else desk.site.name.nearest(lang, desk.order)[1],
            text=desk.labels.text(text) if text else desk.site.claim.nearest(lang, desk.order)[1],
        )
        for lang, desk in desks.items()
    )


def chooser_page(desks: dict[Lang, Desk]) -> ChooserPage:
    """``/``: every language in its own words. ``desks`` in the order of site.yaml."""
    first = next(iter(desks.values()))
    addresses = {lang: desk.urls.home(lang) for lang, desk in desks.items()}
    name = first.site.name.nearest(first.lang, first.order)[1]
    head = make_head(
        first,
        name,
        first.site.claim.nearest(first.lang, first.order)[1],
        first.urls.at(""),
        others=alternates(first, addresses, first.urls.at("")),
    )
    return ChooserPage(first.lang, head, _entries(desks, "", ""))


def notfound_page(desks: dict[Lang, Desk]) -> NotFoundPage:
    """``/404.html``, in every language at once."""
    first = next(iter(desks.values()))
    title = " · ".join(dict.fromkeys(d.labels.text("Page not found") for d in desks.values()))
    head = make_head(first, title, "", first.urls.at("404.html"), noindex=True)
    return NotFoundPage(
        first.lang, head, _entries(desks, "Page not found", "The address may have changed, or the page is gone.")
    )


def redirect_page(desk: Desk, alias: str, target: str, title: str) -> RedirectPage:
    """The page that answers an old address; its canonical is the target's."""
    head = make_head(desk, title, "", alias, canonical=target, noindex=True)
    return RedirectPage(desk.lang, head, target, title)
