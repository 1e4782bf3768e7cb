"""Overviews that lead to lists: all topics, all years, everybody, all series and projects."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang
from plugins.pages import lists
from plugins.pages.outputs.kind import Job, Kind


class OverviewPage(Kind):
    """``/<lang>/topics/``, ``/<lang>/archive/``, ``/<lang>/authors/``, ``/<lang>/series/``, ``…projects/``."""

    name = "overview"

    def of_site(self) -> Iterator[Job]:
        """Three pages per language, and those of series and projects where there are some."""
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
            if index.by_series:
                series = tuple((self.context.series(one), len(entries)) for one, entries in index.by_series.items())
                yield self._overview(lang, "series", urls.all_series(lang), series)
            if index.by_project:
                projects = tuple(
                    (self.context.funding((one,)), len(entries)) for one, entries in index.by_project.items()
                )
                yield self._overview(lang, "projects", urls.projects(lang), projects)

    def _overview(self, lang: Lang, name: str, address: str, content: object) -> Job:
        parts = (*self.context.base(lang, "overview.html"), ("entries", digest(content)))
        return self.job(address, (lang, name), parts)

    def make(self, lang: Lang, name: str) -> bytes:
        """The page."""
        return self.context.html(lists.overview_page(self.context.renderer.languages[lang], name), lang)
