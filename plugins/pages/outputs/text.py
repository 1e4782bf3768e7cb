"""Static pages: imprint, privacy, whatever lies under pages/."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages import texts
from plugins.pages.entry import PageEntry
from plugins.pages.outputs.kind import Job, Kind


class TextPageOutput(Kind):
    """``/<lang>/<page>/``."""

    name = "page"

    def of_page(self, entry: PageEntry) -> Iterator[Job]:
        """A page per language in which it has a text."""
        context = self.context
        for lang in context.renderer.languages:
            body = entry.body(lang)
            if body is None:
                continue
            parts = (
                *context.base(lang, "page.html"),
                ("page", entry.digest),
                ("text", body.key),
                ("links", context.targets(body, lang)),
            )
            yield self.job(context.urls.page(entry.page, lang), (lang, entry.page.id), parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The page."""
        entry = self.context.index.page_by_id[ident]
        body = entry.body(lang)
        if body is None:
            raise LookupError(f"{ident} has no text in {lang}")
        text = self.context.body(body, lang, None)
        return self.context.html(texts.text_page(entry, self.context.renderer.languages[lang], text), lang)
