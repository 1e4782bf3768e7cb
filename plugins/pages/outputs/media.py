"""The media library: all pictures that may be used, with credit and terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang
from plugins.pages.index import cut, slice_numbers
from plugins.pages.lists import page_address
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts
from plugins.pages.press_pages import PICTURES, media_page


class MediaPageOutput(Kind):
    """``/<lang>/media/``, in pages; none where there is no picture."""

    name = "media"

    def of_site(self) -> Iterator[Job]:
        """Every page in every language."""
        context, index = self.context, self.context.index
        if not index.pictures:
            return
        for number in slice_numbers(len(index.pictures), PICTURES):
            for lang in context.renderer.languages:
                address = page_address(context.urls.media(lang), number)
                yield self.job(address, (lang, str(number)), partial(self._parts, lang, number))

    def _parts(self, lang: Lang, number: int) -> Parts:
        context, index = self.context, self.context.index
        part = cut(index.pictures, PICTURES, number)
        entries = {entry.report.id: entry for entry, _ in part.entries}.values()
        named = (p.credit.photographer for e in entries for p in e.report.photos if p.credit.photographer)
        files = tuple((entry.report.id, entry.shots[place].file) for entry, place in part.entries)
        return (
            *context.base(lang, "media.html"),
            ("reports", context.cards(entries)),
            ("people", context.people(dict.fromkeys(named))),
            ("pages of the list", f"{number} of {part.total}, {len(index.pictures)}"),
            ("pictures", digest((files, index.site.picture_terms))),
        )

    def make(self, lang: Lang, number: str) -> bytes:
        """One page."""
        part = cut(self.context.index.pictures, PICTURES, int(number))
        return self.context.html(media_page(self.context.renderer.languages[lang], part), lang)
