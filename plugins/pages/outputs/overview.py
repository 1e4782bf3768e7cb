"""Overviews that lead to lists: all topics, all years, everybody."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang
from plugins.pages import lists
from plugins.pages.outputs.kind import Job, Kind


class OverviewPage(Kind):
    """``/<lang>/topics/``, ``/<lang>/archive/``, ``/<lang>/authors/``."""

    name = "overview"

    def of_site(self) -> Iterator[Job]:
        """Three pages per language."""
        index, urls = self.context.index, self.context.urls
        for lang in self.context.renderer.languages:
            topics = tuple((self.context.topic(topic), len(entries)) for topic, entries in index.by_topic.items())
            yield self._overview(lang, "topics", urls.topics(lang), topics)
            years = tuple((year, len(entries)) for year, entries in index.by_year.items())
            yield self._overview(lang, "archive", urls.archive(lang), years)
            people = tuple(
                (ident, self.context.person(ident), len({e.report.id for group in groups for e in group}))
                for ident, groups in index.by_person.items()
            )
            yield self._overview(lang, "authors", urls.authors(lang), people)

    def _overview(self, lang: Lang, name: str, address: str, content: object) -> Job:
        parts = (*self.context.base(lang, "overview.html"), ("entries", digest(content)))
        return self.job(address, (lang, name), parts)

    def make(self, lang: Lang, name: str) -> bytes:
        """The page."""
        return self.context.html(lists.overview_page(self.context.renderer.languages[lang], name), lang)
