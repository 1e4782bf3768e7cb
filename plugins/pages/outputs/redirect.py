"""Pages at old addresses of reports, which lead to the present one."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages import texts
from plugins.pages.entry import Entry
from plugins.pages.outputs.kind import Job, Kind


class RedirectPage(Kind):
    """One for each of ``aliases:``."""

    name = "redirect"

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """A page per old address, in the language that its path begins with, or the original's."""
        context, report = self.context, entry.report
        for alias in report.aliases:
            lang = next((tag for tag in context.index.site.languages if alias.startswith(f"/{tag}/")), "")
            edition = report.edition(lang) or report.original
            address = context.urls.at(alias.lstrip("/"))
            is_file = address.endswith("/") or "." in alias.rsplit("/", 1)[-1]
            target = context.urls.report(report, edition.lang)
            parts = (*context.base(edition.lang, "redirect.html"), ("target", f"{target} {edition.title}"))
            yield self.job(address if is_file else address + "/", (edition.lang, report.id, address), parts)

    def make(self, lang: Lang, ident: str, address: str) -> bytes:
        """The page at an old address."""
        report = self.context.index.by_id[ident].report
        edition = report.edition(lang) or report.original
        target = self.context.urls.report(report, edition.lang)
        language = self.context.renderer.languages[lang]
        return self.context.html(texts.redirect_page(language, address, target, edition.title), lang)
