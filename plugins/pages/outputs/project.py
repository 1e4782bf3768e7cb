"""The page of a project with funding (Regulation (EU) 2021/1060, Art. 50(1)(a))."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.newsroom.model import Lang
from plugins.pages.index import cut, slice_numbers
from plugins.pages.lists import page_address
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts
from plugins.pages.projects import project_page


class ProjectPageOutput(Kind):
    """``/<lang>/projects/<id>/``, in pages; also of a project that nothing was reported on yet."""

    name = "project"

    def of_site(self) -> Iterator[Job]:
        """Every page of every project in every language."""
        context, index = self.context, self.context.index
        for lang in context.renderer.languages:
            for ident, entries in index.by_project.items():
                for number in slice_numbers(len(entries), index.site.per_page):
                    address = page_address(context.urls.project(lang, ident), number)
                    yield self.job(address, (lang, ident, str(number)), partial(self._parts, lang, ident, number))

    def _parts(self, lang: Lang, ident: str, number: int) -> Parts:
        context, entries = self.context, self.context.index.by_project[ident]
        part = cut(entries, context.index.site.per_page, number)
        return (
            *context.base(lang, "project.html"),
            ("reports", context.cards(part.entries)),
            ("pages of the list", f"{number} of {part.total}, {len(entries)}"),
            ("funding", context.funding((ident,))),
        )

    def make(self, lang: Lang, ident: str, number: str) -> bytes:
        """One page."""
        index = self.context.index
        part = cut(index.by_project[ident], index.site.per_page, int(number))
        return self.context.html(project_page(self.context.renderer.languages[lang], part, ident), lang)
