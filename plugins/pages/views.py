"""What templates see: ``page`` (one of the views below) and ``site``; frozen, and nothing else.

All addresses are root-relative (``/de/2024/slug/``, with the site's path prefix), ready for an
attribute, unless a field says *absolute*. All texts are plain (escaped by the template), unless a
field is ``Markup``. Dates are already written out in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

from plugins.pages.frame_views import Head, OtherIndex, SearchView, SiteView, no_data
from plugins.pages.parts import (
    Alternate,
    Anchor,
    CalendarLink,
    Card,
    CorrectionView,
    DateEntry,
    DateView,
    DownloadView,
    EventView,
    FigureView,
    FundingView,
    LanguageView,
    NoticeView,
    Occasion,
    Pager,
    PersonView,
    PictureView,
    SocialPicture,
    SourceView,
    Text,
    VideoView,
    WithdrawalView,
)

__all__ = [
    "Alternate",
    "Anchor",
    "CalendarLink",
    "Card",
    "ChooserEntry",
    "ChooserPage",
    "CorrectionView",
    "DateEntry",
    "DateView",
    "DatesPage",
    "DownloadView",
    "EventView",
    "FigureView",
    "FundingView",
    "Head",
    "LanguageView",
    "ListPage",
    "MediaItem",
    "MediaPage",
    "NotFoundPage",
    "NoticeView",
    "Occasion",
    "OtherIndex",
    "OverviewEntry",
    "OverviewPage",
    "PageView",
    "Pager",
    "PersonView",
    "PictureView",
    "PressPage",
    "ProjectPage",
    "RedirectPage",
    "ReportPage",
    "SearchView",
    "SiteView",
    "SocialPicture",
    "SourceView",
    "Text",
    "TextPageView",
    "WithdrawalView",
    "no_data",
]


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has: its language, and what stands in its head."""

    lang: str
    head: Head


@dataclass(frozen=True, slots=True)
class FramedPage(Page):
    """A page inside the newsroom: with the same page in other languages, and the way to it."""

    switch: tuple[LanguageView, ...]
    breadcrumb: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class ReportPage(FramedPage):
    """``<lang>/<year>/<slug>/``: one edition of a report."""

    kind: ClassVar[str] = "report"
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
    """All pictures of the report that are shown neither as hero nor in the text."""
    notice: NoticeView | None
    near: Callable[[], tuple[Card, ...]] = field(repr=False)
    """Gives ``related``, which is looked for only for a template that shows it."""
    newer: Card | None
    older: Card | None
    downloads: tuple[DownloadView, ...]
    video: VideoView | None = None
    embargo: str = ""
    """Until when nothing of it may be published; empty in a site for everybody."""
    withdrawal: WithdrawalView | None = None
    """Of a report of which nothing else is left."""
    funding: tuple[FundingView, ...] = ()
    series: Anchor | None = None

    @property
    def corrected(self) -> DateView | None:
        """The latest correction's date."""
        return max((c.date for c in self.corrections), key=lambda date: date.iso, default=None)

    @property
    def related(self) -> tuple[Card, ...]:
        """Up to three reports on the same topics."""
        return self.near()


@dataclass(frozen=True, slots=True)
class ListPage(FramedPage):
    """A list of cards: ``listing`` is ``home``, ``topic``, ``author``, ``series`` or ``archive``."""

    kind: ClassVar[str] = "list"
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
    """Of an author page (``cards`` is then empty), those of this page alone."""
    totals: tuple[int, int, int] = (0, 0, 0)
    """How many there are of each."""
    years: tuple[Anchor, ...] = ()
    count: int = 0
    """Reports in the whole list."""
    dates: tuple[Occasion, ...] = ()
    """Of a series: what takes place in the reports of this page."""
    website: str = ""


@dataclass(frozen=True, slots=True)
class ProjectPage(FramedPage):
    """``<lang>/projects/<id>/``: a project with funding, and the reports on it."""

    kind: ClassVar[str] = "project"
    funding: FundingView
    aims: Text
    results: Text
    period: str
    website: str
    cards: tuple[Card, ...]
    pager: Pager
    count: int
    """Reports in the whole list."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """What can be subscribed to: everything, or a topic."""

    label: str
    atom: str
    json_feed: str
    calendar: str


@dataclass(frozen=True, slots=True)
class PressPage(FramedPage):
    """``<lang>/press/``: what journalists need."""

    kind: ClassVar[str] = "press"
    heading: str
    terms: Text
    """How pictures may be used."""
    media: Anchor | None
    """All pictures, where there are some."""
    logos: tuple[DownloadView, ...]
    subscriptions: tuple[Subscription, ...]
    series: tuple[Anchor, ...]
    projects: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class MediaItem:
    """A picture with the report that it belongs to."""

    figure: FigureView
    title: Text
    url: str
    funding: tuple[FundingView, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaPage(FramedPage):
    """``<lang>/media/``: all pictures that may be used, newest report first."""

    kind: ClassVar[str] = "media"
    heading: str
    terms: Text
    items: tuple[MediaItem, ...]
    pager: Pager
    count: int
    """Pictures in all pages."""


@dataclass(frozen=True, slots=True)
class OverviewEntry:
    """A list to go to, and how much is in it."""

    label: str
    url: str
    count: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class OverviewPage(FramedPage):
    """``<lang>/topics/``, ``<lang>/archive/``, ``<lang>/authors/``: the lists there are."""

    kind: ClassVar[str] = "overview"
    overview: str
    heading: str
    entries: tuple[OverviewEntry, ...]


@dataclass(frozen=True, slots=True)
class DatesPage(FramedPage):
    """``<lang>/dates/``: what is to come, the next first; what is over, the latest first; calendars."""

    kind: ClassVar[str] = "dates"
    heading: str
    coming: tuple[DateEntry, ...]
    over: tuple[DateEntry, ...]
    subscriptions: tuple[CalendarLink, ...]


@dataclass(frozen=True, slots=True)
class TextPageView(FramedPage):
    """A static page such as the imprint."""

    kind: ClassVar[str] = "page"
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
class ChooserPage(Page):
    """``/``: choose a language (x-default)."""

    kind: ClassVar[str] = "chooser"
    entries: tuple[ChooserEntry, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage(Page):
    """``/404.html``: in every language at once, since the server does not know the reader's."""

    kind: ClassVar[str] = "notfound"
    entries: tuple[ChooserEntry, ...]


@dataclass(frozen=True, slots=True)
class RedirectPage(Page):
    """An old address: leads to ``target``; its canonical is the target's."""

    kind: ClassVar[str] = "redirect"
    target: str
    title: str


PageView = (
    ReportPage
    | ListPage
    | ProjectPage
    | PressPage
    | MediaPage
    | OverviewPage
    | DatesPage
    | TextPageView
    | ChooserPage
    | NotFoundPage
    | RedirectPage
)
