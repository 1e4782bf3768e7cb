"""The overview of dates of a language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.newsroom.model import Lang
from plugins.pages.agenda import dated, dates_page, topics_of
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts


class DatesOverview(Kind):
    """``/<lang>/dates/``."""

    name = "dates"

    def of_site(self) -> Iterator[Job]:
        """A page per language, if there is an event at all."""
        context = self.context
        if context.index.has_dates:
            for lang in context.renderer.languages:
                yield self.job(context.urls.dates(lang), (lang,), partial(self._parts, lang))

    def _parts(self, lang: Lang) -> Parts:
        context = self.context
        reports = ("reports", context.cards(*dated(context.index)))
        return (*context.base(lang, "dates.html"), reports, ("topics", context.topics(topics_of(context.index))))

    def make(self, lang: Lang) -> bytes:
        """The page."""
        return self.context.html(dates_page(self.context.renderer.languages[lang]), lang)
