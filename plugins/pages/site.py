"""The newsroom in one language, as every page sees it."""

from __future__ import annotations

from plugins.newsroom.model import Words
from plugins.pages.dates import direction_of, language_name
from plugins.pages.language import Language
from plugins.pages.places import address_lines
from plugins.pages.views import Anchor, OtherIndex, SearchView, SiteView, Text

CSP = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""Allows nothing from elsewhere, no inline script and no inline style (CSP level 3)."""
SEARCH_CSP = CSP.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""The same where there is a search, whose engine is WebAssembly: that may be compiled, and still nothing evaluated."""


AHEAD = (
    "For journalists, ahead of time: everything here is under embargo. Please publish nothing before the moment that"
    " stands on the report, and pass this address on to nobody."
)


def _nearest(language: Language, words: Words) -> Text:
    own = words.get(language.lang)
    if own:
        return language.text(own, language.lang)
    tag, text = words.nearest(language.lang, language.order)
    return language.text(text, tag)


def _page_link(language: Language, ident: str) -> Anchor | None:
    entry = language.index.page_by_id.get(ident)
    if entry is None:
        return None
    tag = language.lang if entry.page.edition(language.lang) else entry.page.source_language
    edition = entry.page.edition(tag)
    if edition is None:
        return None
    return Anchor(edition.title, language.urls.page(entry.page, tag), "" if tag == language.lang else tag)


def _footer(language: Language) -> tuple[Anchor, ...]:
    first = [ident for _, ident in language.site.legal]
    others = [p.page.id for p in language.index.pages if p.page.in_footer and p.page.id not in first]
    return tuple(link for ident in (*others, *first) if (link := _page_link(language, ident)))


def _navigation(language: Language) -> tuple[Anchor, ...]:
    t, urls, lang = language.labels.text, language.urls, language.lang
    links = [Anchor(t("News"), urls.home(lang))]
    if language.index.has_dates:
        links.append(Anchor(t("Events"), urls.dates(lang)))
    if language.index.by_topic:
        links.append(Anchor(t("Topics"), urls.topics(lang)))
    if language.index.listed:
        links.append(Anchor(t("Archive"), urls.archive(lang)))
    if language.index.by_project:
        links.append(Anchor(t("Projects"), urls.projects(lang)))
    links.append(Anchor(t("Press"), urls.press(lang)))
    return tuple(links)


def _search(language: Language) -> SearchView:
    """The search of a language that has reports; lists of those that have none lead to the others'."""
    urls, lang = language.urls, language.lang
    others = (
        OtherIndex(tag, language_name(tag, lang), urls.at(f"pagefind/{tag}/"), urls.home(tag))
        for tag in language.site.languages
        if tag != lang and language.index.editions(tag)
    )
    return SearchView(urls.at(f"pagefind/{lang}/"), urls.archive(lang), tuple(others), SEARCH_CSP)


def site_view(
    language: Language, assets: str, brand: tuple[str, ...], logo: str, *, icons: bool = False, search: bool = False
) -> SiteView:
    """What ``site`` is in templates of that language."""
    site, urls, lang = language.site, language.urls, language.lang
    return SiteView(
        lang=lang,
        direction=direction_of(lang),
        name=_nearest(language, site.name).text,
        claim=_nearest(language, site.claim),
        boilerplate=_nearest(language, site.boilerplate),
        home=urls.home(lang),
        root=urls.at(""),
        publisher_name=site.publisher.name,
        publisher_address=address_lines(site.publisher.address),
        publisher_phone=site.publisher.phone,
        publisher_phone_e164=site.publisher.phone_e164,
        publisher_email=site.publisher.email,
        publisher_url=site.publisher.url,
        logo=logo,
        icons=icons,
        nav=_navigation(language),
        legal=_footer(language),
        press=tuple(language.person(p) for p in language.index.press_contacts),
        atom="" if language.ahead else urls.home(lang) + "feed.xml",
        json_feed="" if language.ahead else urls.home(lang) + "feed.json",
        calendar="" if language.ahead else urls.home(lang) + "calendar.ics",
        embargo=language.labels.text(AHEAD) if language.ahead else "",
        assets=assets,
        brand=brand,
        csp=CSP,
        search=_search(language) if search and language.index.editions(lang) else None,
        t=language.labels,
    )
