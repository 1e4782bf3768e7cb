"""The page for journalists: contacts, boilerplate, logo, how pictures may be used, what to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.press_pages import press_page


class PressPageOutput(Kind):
    """``/<lang>/press/``."""

    name = "press"

    def of_site(self) -> Iterator[Job]:
        """A page per language."""
        context, index = self.context, self.context.index
        logos = context.renderer.setting.logo_files
        series = tuple(context.series(one) for one in index.by_series)
        shown = (index.site.picture_terms, bool(index.pictures), series, logos)
        for lang in context.renderer.languages:
            parts = (
                *context.base(lang, "press.html"),
                ("topics", context.topics(index.by_topic)),
                ("funding", context.funding(tuple(index.by_project))),
                ("press", digest(shown)),
            )
            yield self.job(context.urls.press(lang), (lang,), parts)

    def make(self, lang: Lang) -> bytes:
        """The page."""
        return self.context.html(press_page(self.context.renderer.languages[lang]), lang)
