"""All kinds of outputs, in the order in which their files are planned."""

from __future__ import annotations

from plugins.pages.outputs.author import AuthorPage
from plugins.pages.outputs.calendar import EventCalendar, LanguageCalendar
from plugins.pages.outputs.chooser import ChooserPage
from plugins.pages.outputs.contact import ContactCard
from plugins.pages.outputs.dates import DatesOverview
from plugins.pages.outputs.feed import AtomFeed, JsonFeed
from plugins.pages.outputs.kind import Kind
from plugins.pages.outputs.listing import ListPageOutput
from plugins.pages.outputs.media import MediaPageOutput
from plugins.pages.outputs.notfound import NotFoundPage
from plugins.pages.outputs.overview import OverviewPage
from plugins.pages.outputs.press import PressPageOutput
from plugins.pages.outputs.press_kit import PressKit
from plugins.pages.outputs.project import ProjectPageOutput
from plugins.pages.outputs.redirect import RedirectPage
from plugins.pages.outputs.release_pdf import ReleasePdf
from plugins.pages.outputs.release_text import ReleaseText
from plugins.pages.outputs.report import ReportPage
from plugins.pages.outputs.robots import Robots
from plugins.pages.outputs.security import SecurityText
from plugins.pages.outputs.series import SeriesPage
from plugins.pages.outputs.sitemap import Sitemap, SitemapIndex
from plugins.pages.outputs.text import TextPageOutput

KINDS: tuple[type[Kind], ...] = (
    ReportPage,
    ReleaseText,
    ReleasePdf,
    PressKit,
    EventCalendar,
    RedirectPage,
    TextPageOutput,
    ChooserPage,
    NotFoundPage,
    Sitemap,
    SitemapIndex,
    Robots,
    SecurityText,
    ListPageOutput,
    SeriesPage,
    ProjectPageOutput,
    PressPageOutput,
    MediaPageOutput,
    OverviewPage,
    DatesOverview,
    AuthorPage,
    AtomFeed,
    JsonFeed,
    LanguageCalendar,
    ContactCard,
)
"""A new kind of output is its own file, and a line here."""
