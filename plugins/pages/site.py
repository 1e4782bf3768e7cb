"""The newsroom in one language, as every page sees it."""

from __future__ import annotations

from plugins.newsroom.model import Words
from plugins.pages.dates import direction_of
from plugins.pages.desk import Desk
from plugins.pages.views import Anchor, SiteView, Text

CSP = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""Allows nothing from elsewhere, no inline script and no inline style (CSP level 3)."""


def _nearest(desk: Desk, words: Words) -> Text:
    own = words.get(desk.lang)
    if own:
        return desk.text(own, desk.lang)
    tag, text = words.nearest(desk.lang, desk.order)
    return desk.text(text, tag)


def _page_link(desk: Desk, ident: str) -> Anchor | None:
    entry = desk.index.page_by_id.get(ident)
    if entry is None:
        return None
    tag = desk.lang if entry.page.edition(desk.lang) else entry.page.source_language
    edition = entry.page.edition(tag)
    if edition is None:
        return None
    return Anchor(edition.title, desk.urls.page(entry.page, tag), "" if tag == desk.lang else tag)


def _footer(desk: Desk) -> tuple[Anchor, ...]:
    first = [ident for _, ident in desk.site.legal]
    others = [p.page.id for p in desk.index.pages if p.page.in_footer and p.page.id not in first]
    return tuple(link for ident in (*others, *first) if (link := _page_link(desk, ident)))


def _navigation(desk: Desk) -> tuple[Anchor, ...]:
    t, urls, lang = desk.labels.text, desk.urls, desk.lang
    links = [Anchor(t("News"), urls.home(lang))]
    if desk.index.by_topic:
        links.append(Anchor(t("Topics"), urls.topics(lang)))
    if desk.index.listed:
        links.append(Anchor(t("Archive"), urls.archive(lang)))
    return tuple(links)


def site_view(desk: Desk, assets: str, brand: tuple[str, ...], logo: str) -> SiteView:
    """What ``site`` is in templates of that language."""
    site, urls, lang = desk.site, desk.urls, desk.lang
    return SiteView(
        lang=lang,
        direction=direction_of(lang),
        name=_nearest(desk, site.name).text,
        claim=_nearest(desk, site.claim),
        boilerplate=_nearest(desk, site.boilerplate),
        home=urls.home(lang),
        publisher_name=site.publisher.name,
        publisher_address=tuple(
            part.strip() for part in site.publisher.address.replace("\n", ",").split(",") if part.strip()
        ),
        publisher_phone=site.publisher.phone,
        publisher_phone_e164=site.publisher.phone_e164,
        publisher_email=site.publisher.email,
        publisher_url=site.publisher.url,
        logo=logo,
        nav=_navigation(desk),
        legal=_footer(desk),
        press=tuple(desk.person(p) for p in site.press_contacts),
        atom=urls.home(lang) + "feed.xml",
        json_feed=urls.home(lang) + "feed.json",
        calendar=urls.home(lang) + "calendar.ics",
        assets=assets,
        brand=brand,
        csp=CSP,
        t=desk.labels,
    )
