"""The overview of dates of a language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages.agenda import dated, dates_page, topics_of
from plugins.pages.outputs.kind import Job, Kind


class DatesOverview(Kind):
    """``/<lang>/dates/``."""

    name = "dates"

    def of_site(self) -> Iterator[Job]:
        """A page per language, if there is an event at all."""
        context = self.context
        coming, over = dated(context.index)
        if not coming and not over:
            return
        reports = f"{context.cards(coming)} {context.cards(over)}"
        topics = context.topics(topics_of(context.index))
        for lang in context.renderer.languages:
            parts = (*context.base(lang, "dates.html"), ("reports", reports), ("topics", topics))
            yield self.job(context.urls.dates(lang), (lang,), parts)

    def make(self, lang: Lang) -> bytes:
        """The page."""
        return self.context.html(dates_page(self.context.renderer.languages[lang]), lang)
