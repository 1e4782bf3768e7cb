"""The page of a person: what they wrote, photographed and reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.newsroom.model import Lang
from plugins.pages import lists
from plugins.pages.index import cut, slice_numbers
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts


class AuthorPage(Kind):
    """``/<lang>/authors/<person>/``, in pages."""

    name = "author"

    def of_site(self) -> Iterator[Job]:
        """Every page per language for everyone who is named in a report."""
        context, index = self.context, self.context.index
        for ident in index.by_person:
            for number in slice_numbers(len(index.named[ident]), index.site.per_page):
                for lang in context.renderer.languages:
                    address = lists.page_address(context.urls.author(lang, ident), number)
                    yield self.job(address, (lang, ident, str(number)), partial(self._parts, lang, ident, number))

    def _parts(self, lang: Lang, ident: str, number: int) -> Parts:
        context, index = self.context, self.context.index
        groups = index.by_person[ident]
        ids = tuple({entry.report.id for entry in group} for group in groups)
        part = cut(index.named[ident], index.site.per_page, number)
        roles = ("".join(str(int(e.report.id in group)) for group in ids) for e in part.entries)
        return (
            *context.base(lang, "list.html"),
            ("person", context.people((ident,))),
            ("reports", context.cards(part.entries)),
            ("roles", ",".join(roles)),
            ("pages of the list", f"{number} of {part.total}, {[len(group) for group in groups]}"),
        )

    def make(self, lang: Lang, ident: str, number: str) -> bytes:
        """One page."""
        index = self.context.index
        part = cut(index.named[ident], index.site.per_page, int(number))
        return self.context.html(lists.author_page(self.context.renderer.languages[lang], part, ident), lang)
