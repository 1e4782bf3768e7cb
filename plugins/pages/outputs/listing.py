"""Lists of reports: the newest of a language, those of a topic, those of a year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.newsroom.model import Lang
from plugins.pages import lists
from plugins.pages.entry import Entry
from plugins.pages.index import Slice, cut, slice_numbers
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts


class ListPageOutput(Kind):
    """``/<lang>/``, ``/<lang>/topics/<topic>/``, ``/<lang>/archive/<year>/``, in pages."""

    name = "list"

    def of_site(self) -> Iterator[Job]:
        """Every page of every list in every language."""
        index, urls = self.context.index, self.context.urls
        for lang in self.context.renderer.languages:
            yield from self._pages(lang, "home", "", index.listed, urls.home(lang))
            for topic, entries in index.by_topic.items():
                yield from self._pages(lang, "topic", topic, entries, urls.topic(lang, topic))
            for year, entries in index.by_year.items():
                yield from self._pages(lang, "archive", str(year), entries, urls.year(lang, year))

    def _pages(self, lang: Lang, listing: str, ident: str, entries: tuple[Entry, ...], base: str) -> Iterator[Job]:
        index = self.context.index
        years = ",".join(map(str, index.by_year)) if listing == "archive" else ""
        base_parts = (
            *self.context.base(lang, "list.html"),
            ("years", years),
            ("topic", self.context.topic(ident) if listing == "topic" else ""),
        )
        for number in slice_numbers(len(entries), index.site.per_page):
            parts = partial(self._parts, base_parts, cut(entries, index.site.per_page, number))
            yield self.job(lists.page_address(base, number), (lang, listing, ident, str(number)), parts)

    def _parts(self, base: Parts, part: Slice[Entry]) -> Parts:
        reports = ("reports", self.context.cards(part.entries))
        return (*base, reports, ("pages of the list", f"{part.number} of {part.total}"))

    def make(self, lang: Lang, listing: str, ident: str, number: str) -> bytes:
        """One page of a list."""
        index, language = self.context.index, self.context.renderer.languages[lang]
        size, page = index.site.per_page, int(number)
        if listing == "topic":
            view = lists.topic_page(language, cut(index.by_topic[ident], size, page), ident)
        elif listing == "archive":
            view = lists.year_page(language, cut(index.by_year[int(ident)], size, page), int(ident))
        else:
            view = lists.home_page(language, cut(index.listed, size, page))
        return self.context.html(view, lang)
