"""Projects static pages, the language chooser, the page for lost readers, and redirects."""

from __future__ import annotations

from markupsafe import Markup

from plugins.newsroom.model import Lang
from plugins.pages.dates import date_view, endonym
from plugins.pages.disclosure import disclosure, is_synthetic, is_unread, noindex
from plugins.pages.entry import PageEntry
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.language import Language
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


def text_page(entry: PageEntry, language: Language, body: Markup) -> TextPageView:
    """A static page in the language's language (there must be an edition)."""
    page = entry.page
    edition = page.edition(language.lang)
    if edition is None:
        raise LookupError(f"{page.id} has no edition in {language.lang}")
    addresses = {e.lang: language.urls.page(page, e.lang) for e in page.editions}
    original = addresses[page.source_language]
    trail = trail_of(language, Anchor(edition.title, addresses[language.lang], current=True))
    hidden = frozenset(e.lang for e in page.editions if noindex(e, language.site))
    indexed = {lang: address for lang, address in addresses.items() if lang not in hidden}
    return TextPageView(
        lang=language.lang,
        head=make_head(
            language,
            edition.title,
            edition.teaser,
            addresses[language.lang],
            others=() if edition.lang in hidden else alternates(language, indexed, original),
            machine=is_unread(edition),
            synthetic=is_synthetic(edition),
            disclosure=disclosure(edition),
            noindex=edition.lang in hidden,
        ),
        switch=switch(language, addresses, original, hidden),
        breadcrumb=trail,
        title=spaced(edition.title, language.lang),
        teaser=spaced(edition.teaser, language.lang),
        body=body,
        updated=date_view(page.updated, language.lang) if page.updated else None,
        notice=language.notice(edition, page.source_language, original),
    )


def _entries(languages: dict[Lang, Language], heading: str, text: str) -> tuple[ChooserEntry, ...]:
    return tuple(
        ChooserEntry(
            lang=lang,
            name=endonym(lang),
            url=language.urls.home(lang),
            heading=language.labels.text(heading) if heading else language.site.name.nearest(lang, language.order)[1],
            text=language.labels.text(text) if text else language.site.claim.nearest(lang, language.order)[1],
        )
        for lang, language in languages.items()
    )


def chooser_page(languages: dict[Lang, Language]) -> ChooserPage:
    """``/``: every language in its own words. ``languages`` in the order of site.yaml."""
    first = next(iter(languages.values()))
    addresses = {lang: language.urls.home(lang) for lang, language in languages.items()}
    name = first.site.name.nearest(first.lang, first.order)[1]
    head = make_head(
        first,
        name,
        first.site.claim.nearest(first.lang, first.order)[1],
        first.urls.at(""),
        others=alternates(first, addresses, first.urls.at("")),
        feeds=first.urls.at(""),
    )
    return ChooserPage(first.lang, head, _entries(languages, "", ""))


def notfound_page(languages: dict[Lang, Language]) -> NotFoundPage:
    """``/404.html``, in every language at once."""
    first = next(iter(languages.values()))
    title = " · ".join(dict.fromkeys(d.labels.text("Page not found") for d in languages.values()))
    head = make_head(first, title, "", first.urls.at("404.html"), noindex=True)
    return NotFoundPage(
        first.lang, head, _entries(languages, "Page not found", "The address may have changed, or the page is gone.")
    )


def redirect_page(language: Language, alias: str, target: str, title: str) -> RedirectPage:
    """The page that answers an old address; its canonical is the target's."""
    head = make_head(language, title, "", alias, canonical=target)
    return RedirectPage(language.lang, head, target, title)
