"""What every page has around it, as templates see it: its head, and the newsroom in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from plugins.pages.labels import Labels
from plugins.pages.parts import Alternate, Anchor, PersonView, Text

NO_DATA = Markup("")


def no_data() -> Markup:
    """Nothing for machines."""
    return NO_DATA


@dataclass(frozen=True, slots=True)
class Head:
    """What goes into ``<head>``, the same for all kinds of page."""

    title: str
    """Of the document, with the newsroom's name."""
    description: str
    path: str
    """Root-relative address of the page itself."""
    canonical: str = ""
    """Absolute; empty outside ``publish``."""
    alternates: tuple[Alternate, ...] = ()
    """With the page itself and ``x-default``; empty where there is only one."""
    noindex: bool = False
    og_type: str = "website"
    image: str = ""
    """Social picture, absolute in a published site."""
    image_alt: str = ""
    image_width: int = 0
    image_height: int = 0
    locale: str = ""
    """As Open Graph writes it, ``de_DE``."""
    locales: tuple[str, ...] = ()
    """Those of the other languages of the page."""
    published: str = ""
    """Moment of publication, with its zone; of a report."""
    modified: str = ""
    fediverse: tuple[str, ...] = ()
    """Accounts of the authors, ``@name@server``."""
    data: Callable[[], Markup] = field(default=no_data, repr=False)
    """Gives ``json_ld``, which is put together only for a template that shows it."""
    atom: str = ""
    json_feed: str = ""
    machine: bool = False
    """The text of this page is a machine's translation (meta marks)."""
    synthetic: bool = False
    """A model made it, and no person has reviewed it."""
    frames: str = ""
    """Origin of the player that a reader may ask for on this page (CSP's ``frame-src``); empty: none."""
    disclosure: str = ""
    """Value of ``ai-disclosure``; empty where no machine took part."""

    @property
    def json_ld(self) -> Markup:
        """JSON, safe inside a script element."""
        return self.data()


@dataclass(frozen=True, slots=True)
class OtherIndex:
    """The index of another language."""

    lang: str
    name: str
    """Of the language, in the reader's."""
    base: str
    home: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """Where the search of a language finds what it needs."""

    base: str
    """Address of the folder with the index, ending in a slash."""
    archive: str
    """Where its link leads without script."""
    others: tuple[OtherIndex, ...]
    csp: str
    """Content-Security-Policy of the pages that have the search."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """The newsroom in one language."""

    lang: str
    direction: str
    name: str
    claim: Text
    boilerplate: Text
    home: str
    root: str
    """Address of the whole site, with a slash at its end."""
    publisher_name: str
    publisher_address: tuple[str, ...]
    publisher_phone: str
    publisher_phone_e164: str
    publisher_email: str
    publisher_url: str
    logo: str
    icons: bool
    """Whether there is a ``favicon.ico`` and an icon for home screens."""
    nav: tuple[Anchor, ...]
    """Main navigation: topics overview, archive …"""
    legal: tuple[Anchor, ...]
    """Footer: imprint, privacy, accessibility, and further static pages."""
    press: tuple[PersonView, ...]
    atom: str
    json_feed: str
    calendar: str
    assets: str
    """Address prefix of the theme's files, ending in a slash and carrying their version."""
    brand: tuple[str, ...]
    """Addresses of brand style sheets loaded after the theme's own."""
    csp: str
    """Content-Security-Policy for a meta element."""
    search: SearchView | None
    """Where the index is, if there is a search."""
    t: Labels
    """``site.t('Contact')``, ``site.t('Page {number} of {total}', number=2, total=7)``."""
    embargo: str = ""
    """What stands on top of every page where all of them are for journalists ahead of time; else empty."""
