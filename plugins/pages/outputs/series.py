"""The page of a series: its reports and their dates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.newsroom.model import Lang
from plugins.pages.index import cut, slice_numbers
from plugins.pages.lists import page_address
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts
from plugins.pages.projects import series_page


class SeriesPage(Kind):
    """``/<lang>/series/<id>/``, in pages."""

    name = "series"

    def of_site(self) -> Iterator[Job]:
        """Every page of every series in every language."""
        context, index = self.context, self.context.index
        for lang in context.renderer.languages:
            for ident, entries in index.by_series.items():
                for number in slice_numbers(len(entries), index.site.per_page):
                    address = page_address(context.urls.series(lang, ident), number)
                    yield self.job(address, (lang, ident, str(number)), partial(self._parts, lang, ident, number))

    def _parts(self, lang: Lang, ident: str, number: int) -> Parts:
        context, entries = self.context, self.context.index.by_series[ident]
        part = cut(entries, context.index.site.per_page, number)
        return (
            *context.base(lang, "list.html"),
            ("reports", context.cards(part.entries)),
            ("pages of the list", f"{number} of {part.total}, {len(entries)}"),
            ("series", context.series(ident)),
        )

    def make(self, lang: Lang, ident: str, number: str) -> bytes:
        """One page."""
        index = self.context.index
        part = cut(index.by_series[ident], index.site.per_page, int(number))
        return self.context.html(series_page(self.context.renderer.languages[lang], part, ident), lang)
