"""What can be translated as a whole: the words of a report, or of a static page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from plugins.newsroom.model import Lang, Newsroom, Provenance, Report, Status, TextPage
from plugins.translation.catalogue import Catalogue
from plugins.translation.merge import Answer, new_catalogue, rebased, wanting, with_answers
from plugins.translation.names import names_of
from plugins.translation.pages import as_report
from plugins.translation.run.addresses import Addresses
from plugins.translation.run.left import with_former_remarks
from plugins.translation.run.whole import Remarks, refused, remarked
from plugins.translation.segment import Segment

Key = tuple[str, str]
"""(key, text) of a segment."""
Answers = Mapping[Key, tuple[Answer, Provenance]]
"""What is to be taken into a catalogue, and whose it is."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What has to be known of a text before it is sent."""

    place: str
    """Folder of its catalogues below the translations, e.g. ``reports/kanada``."""
    source: Lang
    names: tuple[str, ...] = ()
    """What stays letter by letter."""
    context: str = ""
    """What helps an engine to understand, and is not translated."""
    confidential: bool = False
    """Only confidential engines may see it."""


class Text(Protocol):
    """Words that stand in one language and are wanted in others."""

    @property
    def brief(self) -> Brief:
        """What has to be known of it."""
        ...

    def path(self, lang: Lang) -> str:
        """The catalogue of that language, below the translations."""
        ...

    def blank(self, lang: Lang) -> Catalogue:
        """A catalogue with everything still to be made."""
        ...

    def rebased(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue brought to the present state of the words."""
        ...

    def wanting(self, catalogue: Catalogue) -> tuple[Segment, ...]:
        """What a machine may translate in such a catalogue."""
        ...

    def taken(self, catalogue: Catalogue, answers: Answers, day: dt.date) -> Catalogue:
        """The rebased catalogue with these answers; what a person wrote is left alone."""
        ...

    def refused(self, catalogue: Catalogue) -> Remarks:
        """Answers in it that spoil the whole, though each is good alone."""
        ...

    def remarked(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue with what must be answered in it as a whole."""
        ...

    def addressed(self, catalogue: Catalogue, former: Catalogue, addresses: Addresses) -> Catalogue:
        """The catalogue with an address of its own, where it has just got one."""
        ...


@dataclass(frozen=True)
class ReportText:
    """The original of a report, or of a page looked at as one."""

    report: Report
    brief: Brief
    wanted: tuple[Lang, ...]
    """The languages that no person has written."""
    slug: str | None = None
    """The address in every language; ``None``: made of the translated title."""

    def path(self, lang: Lang) -> str:
        """The catalogue of that language, below the translations."""
        return f"{self.brief.place}/{lang}.po"

    def blank(self, lang: Lang) -> Catalogue:
        """A catalogue with everything still to be made; a page keeps its name as its address."""
        made = new_catalogue(self.report, lang)
        return made if self.slug is None else replace(made, header=replace(made.header, slug=self.slug))

    def rebased(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue brought to the present state of the original.

        It fills an edition, also where it watched one that a person wrote and has taken away again.
        """
        fresh = replace(catalogue, header=replace(catalogue.header, watches="", adopted=""))
        return with_former_remarks(rebased(self.report, fresh), catalogue)

    def wanting(self, catalogue: Catalogue) -> tuple[Segment, ...]:
        """What a machine may translate in such a catalogue."""
        return wanting(catalogue)

    def taken(self, catalogue: Catalogue, answers: Answers, day: dt.date) -> Catalogue:
        """The rebased catalogue with these answers, those of one origin at a time."""
        for made in dict.fromkeys(provenance for _, provenance in answers.values()):
            part = {key: answer for key, (answer, provenance) in answers.items() if provenance == made}
            catalogue = with_answers(self.report, catalogue, part, made, day)
        return catalogue

    def refused(self, catalogue: Catalogue) -> Remarks:
        """Answers in it that spoil the build of the body."""
        return refused(self.report, catalogue)

    def remarked(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue with what must be answered in the edition as a whole."""
        return remarked(self.report, catalogue)

    def addressed(self, catalogue: Catalogue, former: Catalogue, addresses: Addresses) -> Catalogue:
        """The catalogue with an address of its own, where it has just got one."""
        return addresses.settled(self.report, catalogue, fresh=not former.header.slug)


def report_text(report: Report, newsroom: Newsroom, fixed: tuple[str, ...], now: dt.datetime) -> ReportText:
    """A report as a text; one that is not public yet, or confidential, is for confidential engines only."""
    original = report.original
    secret = report.confidential or report.public_from > now
    brief = Brief(
        place=f"reports/{report.id}",
        source=report.source_language,
        names=names_of(report, newsroom, fixed),
        context=f"{original.title}\n{original.teaser}",
        confidential=secret,
    )
    return ReportText(report, brief, _lacking(report, newsroom.site.languages))


def page_text(page: TextPage, newsroom: Newsroom, fixed: tuple[str, ...]) -> ReportText:
    """A static page as a text."""
    report = as_report(page)
    brief = Brief(
        place=f"pages/{page.id}",
        source=page.source_language,
        names=tuple(dict.fromkeys((*fixed, newsroom.site.publisher.name))),
        context=report.original.title,
    )
    return ReportText(report, brief, _lacking(report, newsroom.site.languages), page.id)


def _lacking(report: Report, languages: tuple[Lang, ...]) -> tuple[Lang, ...]:
    return tuple(lang for lang in languages if report.edition(lang) is None)


def texts_of(newsroom: Newsroom, fixed: tuple[str, ...], now: dt.datetime) -> tuple[ReportText, ...]:
    """Pages, then reports from the newest to the oldest; what was withdrawn is left as it is."""
    shown = [report for report in newsroom.reports if report.status is not Status.WITHDRAWN]
    newest = sorted(shown, key=lambda report: (-report.published.timestamp(), report.id))
    pages = tuple(page_text(page, newsroom, fixed) for page in newsroom.pages)
    return (*pages, *(report_text(report, newsroom, fixed, now) for report in newest))
