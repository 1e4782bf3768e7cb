"""Pages at old addresses, which lead to the present one."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages import texts
from plugins.pages.entry import Entry
from plugins.pages.moved import Moved
from plugins.pages.outputs.kind import Job, Kind


class RedirectPage(Kind):
    """One for each of ``aliases:``, and for what was published and has moved."""

    for_journalists = False
    name = "redirect"

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """A page per old address, in the language that its path begins with, or the original's."""
        context, report = self.context, entry.report
        for alias in report.aliases:
            lang = next((tag for tag in context.index.site.languages if alias.startswith(f"/{tag}/")), "")
            edition = report.edition(lang) or report.original
            yield self._led(alias, edition.lang, context.urls.report(report, edition.lang), edition.title)

    def of_moved(self, old: Moved) -> Iterator[Job]:
        """The page at an address that was published and has no page of its own now."""
        yield self._led(old.address, old.lang, old.target, old.title)

    def _led(self, old: str, lang: Lang, target: str, title: str) -> Job:
        address = self.context.urls.at(old.lstrip("/"))
        parts = (*self.context.base(lang, "redirect.html"), ("target", f"{target} {title}"))
        return self.job(address, (lang, target, title, address), parts)

    def make(self, lang: Lang, target: str, title: str, address: str) -> bytes:
        """The page at an old address."""
        language = self.context.renderer.languages[lang]
        return self.context.html(texts.redirect_page(language, address, target, title), lang)
