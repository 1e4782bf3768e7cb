"""The page of a report, one for each of its editions."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from plugins.newsroom.model import Lang, Status
from plugins.pages.entry import Entry
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.press.files import downloads
from plugins.pages.report import report_page


class ReportPage(Kind):
    """``/<lang>/<year>/<slug>/``."""

    name = "report"
    reads_files = True

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """A page per edition."""
        context, report = self.context, entry.report
        photographers = (photo.credit.photographer for photo in report.photos if photo.credit.photographer)
        people = context.people((*report.authors, *context.index.contacts(report), *photographers))
        other = context.index.by_id.get(report.withdrawal.successor)
        successor = context.cards((other,) if other else ())
        related = context.cards(context.index.related(entry))
        paper = context.renderer.setting.typesetting
        for body in entry.bodies:
            around = context.cards(e for e in context.index.neighbours(entry, body.lang) if e)
            parts = (
                *context.base(body.lang, "report.html"),
                ("report", entry.digest),
                ("text", body.key),
                ("people", people),
                ("topics", context.topics(report.topics)),
                ("newer and older", around),
                ("related", related),
                ("successor", successor),
                ("links", context.targets(body, body.lang)),
                ("funding", context.funding(report.funding)),
                ("series", context.series(report.series)),
                ("typesetting", paper.mark if paper else ""),
            )
            yield self.job(context.urls.report(report, body.lang), (body.lang, report.id), parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The page; a withdrawn report keeps no text on it."""
        entry, language = self.context.index.by_id[ident], self.context.renderer.languages[lang]
        body = entry.body(lang)
        if body is None:
            raise LookupError(f"{ident} has no text in {lang}")
        withdrawn = entry.report.status is Status.WITHDRAWN
        html = Markup("") if withdrawn else self.context.body(body, lang, entry)
        calendar = (
            self.context.urls.report(entry.report, lang) + "event.ics"
            if entry.report.event and not language.ahead
            else ""
        )
        files = () if withdrawn else downloads(self.context, entry, lang)
        return self.context.html(report_page(entry, language, html, files, calendar), lang)
