"""What templates see: ``page`` (one of the views below) and ``site``; frozen, and nothing else.

All addresses are root-relative (``/de/2024/slug/``, with the site's path prefix), ready for an
attribute, unless a field says *absolute*. All texts are plain (escaped by the template), unless a
field is ``Markup``. Dates are already written out in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from plugins.pages.labels import Labels

NO_DATA = Markup("")


@dataclass(frozen=True, slots=True)
class Text:
    """Words and the language they are in.

    ``foreign`` is that language where it is not the page's own (write it as ``lang``), else empty.
    """

    text: str
    foreign: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with its label; ``lang`` is set where the target is in another language."""

    label: str
    url: str
    lang: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class DateView:
    """A day or moment: ``iso`` for ``datetime=``, ``text`` for people."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class LanguageView:
    """One entry of the language switch.

    ``available`` is false where the page has no edition in it: ``url`` then leads to the
    nearest thing (the original, or that language's home).
    """

    lang: str
    name: str
    """In that language itself (Deutsch, Nederlands, English)."""
    url: str
    current: bool = False
    available: bool = True


@dataclass(frozen=True, slots=True)
class Alternate:
    """An hreflang entry; ``url`` absolute in a published site."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in all its renditions."""

    src: str
    width: int
    height: int
    srcset_jpeg: str = ""
    srcset_avif: str = ""
    large_url: str = ""
    large_width: int = 0
    large_height: int = 0
    colour: str = ""
    """Placeholder colour, ``#rrggbb``."""
    focus: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture with its words and credit."""

    picture: PictureView
    alt: Text
    caption: Text
    credit: str
    """Printed as it stands; never translated."""
    generated: str = ""
    """Label where the Digital Source Type says the picture is drawn by computer or AI, else empty."""
    licence: str = ""
    licence_url: str = ""
    usage_terms: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody as contact box or credit."""

    id: str
    name: str
    role: Text = Text("")
    organisation: str = ""
    phone: str = ""
    phone_e164: str = ""
    email: str = ""
    url: str = ""
    """Their page in this newsroom, or empty."""
    website: str = ""
    vcard: str = ""
    """Address of the .vcf, or empty."""
    portrait: PictureView | None = None


@dataclass(frozen=True, slots=True)
class EventView:
    """Facts of what took place."""

    when: str
    start_iso: str
    end_iso: str
    venue: str = ""
    city: str = ""
    country: str = ""
    """The country's name in the reader's language."""
    calendar: str = ""
    """Address of the .ics, or empty."""
    day: str = ""
    month: str = ""
    year: str = ""
    """Parts of the first day for a date block; ``month`` is abbreviated in the reader's language."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a report was taken from."""

    name: str
    url: str = ""
    date: DateView | None = None


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was put right, and when."""

    date: DateView
    text: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """Who stands behind a translation. ``state`` is ``machine``, ``reviewed`` or ``stale``."""

    state: str
    stale: bool
    original_url: str
    original_lang: str
    original_name: str
    """Name of the original's language in the reader's language."""
    engine: str = ""
    translator: str = ""
    reviewer: str = ""
    office: str = ""
    date: DateView | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What lists, feeds and neighbours show of a report. It has no body."""

    id: str
    url: str
    title: Text
    teaser: Text
    kicker: Text
    published: DateView
    city: str = ""
    event_when: str = ""
    kind: str = ""
    """Label of the kind of text in the reader's language, e.g. Press release."""
    topics: tuple[Anchor, ...] = ()
    picture: PictureView | None = None
    alt: Text = Text("")
    credit: str = ""
    only_in: str = ""
    """Name of the only language (in the reader's language) where this one is missing, else empty."""
    machine: bool = False
    """Translated by machine and reviewed by nobody."""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a list page stands. Page numbers count from the oldest and never shift; 0 = the newest page."""

    number: int
    total: int
    newer: str = ""
    older: str = ""
    pages: tuple[Anchor, ...] = ()
    """A window of pages to offer, newest first; a gap is an Anchor without url."""


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
    json_ld: Markup = NO_DATA
    """JSON, safe inside a script element."""
    atom: str = ""
    json_feed: str = ""
    machine: bool = False
    """The text of this page is a machine's translation (meta marks)."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """The newsroom in one language."""

    lang: str
    direction: str
    name: str
    claim: Text
    boilerplate: Text
    home: str
    publisher_name: str
    publisher_address: tuple[str, ...]
    publisher_phone: str
    publisher_phone_e164: str
    publisher_email: str
    publisher_url: str
    logo: str
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
    t: Labels
    """``site.t('Contact')``, ``site.t('Page {number} of {total}', number=2, total=7)``."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """``<lang>/<year>/<slug>/``: one edition of a report."""

    kind: ClassVar[str] = "report"
    lang: str
    head: Head
    switch: tuple[LanguageView, ...]
    breadcrumb: tuple[Anchor, ...]
    report_id: str
    report_kind: str
    kicker: str
    title: str
    teaser: str
    body: Markup
    published: DateView
    topics: tuple[Anchor, ...]
    authors: tuple[PersonView, ...]
    contacts: tuple[PersonView, ...]
    organisers: tuple[Anchor, ...]
    sources: tuple[SourceView, ...]
    links: tuple[Anchor, ...]
    corrections: tuple[CorrectionView, ...]
    photographers: tuple[str, ...]
    """Distinct credit lines of the page's pictures."""
    event: EventView | None
    hero: FigureView | None
    gallery: tuple[FigureView, ...]
    """All pictures of the report that are not in the text; the hero included only when there are others."""
    notice: NoticeView | None
    related: tuple[Card, ...]
    newer: Card | None
    older: Card | None
    downloads: tuple[Anchor, ...]
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list of cards: ``listing`` is ``home``, ``topic``, ``author`` or ``archive``."""

    kind: ClassVar[str] = "list"
    lang: str
    head: Head
    switch: tuple[LanguageView, ...]
    breadcrumb: tuple[Anchor, ...]
    listing: str
    heading: str
    intro: str
    cards: tuple[Card, ...]
    pager: Pager
    lead: bool = False
    """The first card is the lead of the home page."""
    person: PersonView | None = None
    written: tuple[Card, ...] = ()
    photographed: tuple[Card, ...] = ()
    reviewed: tuple[Card, ...] = ()
    """Of an author page (``cards`` is then empty)."""
    years: tuple[Anchor, ...] = ()
    count: int = 0
    """Reports in the whole list."""


@dataclass(frozen=True, slots=True)
class OverviewEntry:
    """A list to go to, and how much is in it."""

    label: str
    url: str
    count: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """``<lang>/topics/``, ``<lang>/archive/``, ``<lang>/authors/``: the lists there are."""

    kind: ClassVar[str] = "overview"
    lang: str
    head: Head
    switch: tuple[LanguageView, ...]
    breadcrumb: tuple[Anchor, ...]
    overview: str
    heading: str
    entries: tuple[OverviewEntry, ...]


@dataclass(frozen=True, slots=True)
class TextPageView:
    """A static page such as the imprint."""

    kind: ClassVar[str] = "page"
    lang: str
    head: Head
    switch: tuple[LanguageView, ...]
    breadcrumb: tuple[Anchor, ...]
    page_id: str
    title: str
    teaser: str
    body: Markup
    updated: DateView | None
    notice: NoticeView | None


@dataclass(frozen=True, slots=True)
class ChooserEntry:
    """One language on the chooser or the 404 page, in its own words."""

    lang: str
    name: str
    url: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ChooserPage:
    """``/``: choose a language (x-default)."""

    kind: ClassVar[str] = "chooser"
    lang: str
    head: Head
    entries: tuple[ChooserEntry, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """``/404.html``: in every language at once, since the server does not know the reader's."""

    kind: ClassVar[str] = "notfound"
    lang: str
    head: Head
    entries: tuple[ChooserEntry, ...]


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """An old address: leads to ``target``; its canonical is the target's."""

    kind: ClassVar[str] = "redirect"
    lang: str
    head: Head
    target: str
    title: str


PageView = ReportPage | ListPage | OverviewPage | TextPageView | ChooserPage | NotFoundPage | RedirectPage
