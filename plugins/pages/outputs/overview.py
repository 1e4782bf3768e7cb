"""Overviews that lead to lists: all topics, all years, everybody, all series and projects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang
from plugins.pages import lists
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts


class OverviewPage(Kind):
    """``/<lang>/topics/``, ``/<lang>/archive/``, ``/<lang>/authors/``, ``/<lang>/series/``, ``…projects/``."""

    name = "overview"

    def of_site(self) -> Iterator[Job]:
        """Three pages per language, and those of series and projects where there are some."""
        index, urls = self.context.index, self.context.urls
        for lang in self.context.renderer.languages:
            base = self.context.base(lang, "overview.html")
            topics = tuple((self.context.topic(topic), len(entries)) for topic, entries in index.by_topic.items())
            yield self.job(urls.topics(lang), (lang, "topics"), (*base, ("order", digest(topics))))
            years = tuple((year, len(entries)) for year, entries in index.by_year.items())
            yield self.job(urls.archive(lang), (lang, "archive"), (*base, ("order", digest(years))))
            yield self.job(urls.authors(lang), (lang, "authors"), partial(self._authors, base))
            if index.by_series:
                series = tuple((self.context.series(one), len(entries)) for one, entries in index.by_series.items())
                yield self.job(urls.all_series(lang), (lang, "series"), (*base, ("order", digest(series))))
            if index.by_project:
                projects = tuple(
                    (self.context.funding((one,)), len(entries)) for one, entries in index.by_project.items()
                )
                yield self.job(urls.projects(lang), (lang, "projects"), (*base, ("order", digest(projects))))

    def _authors(self, base: Parts) -> Parts:
        named = self.context.index.by_person
        counts = tuple(len({e.report.id for group in groups for e in group}) for groups in named.values())
        return (*base, ("people", self.context.people(named)), ("order", digest((tuple(named), counts))))

    def make(self, lang: Lang, name: str) -> bytes:
        """The page."""
        return self.context.html(lists.overview_page(self.context.renderer.languages[lang], name), lang)
