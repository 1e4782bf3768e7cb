"""The page of a person: what they wrote, photographed and reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages import lists
from plugins.pages.outputs.kind import Job, Kind


class AuthorPage(Kind):
    """``/<lang>/authors/<person>/``."""

    name = "author"

    def of_site(self) -> Iterator[Job]:
        """A page per language for everyone who is named in a report."""
        context = self.context
        for lang in context.renderer.languages:
            for ident, groups in context.index.by_person.items():
                parts = (
                    *context.base(lang, "list.html"),
                    ("person", context.person(ident)),
                    ("reports", ",".join(context.cards(group) for group in groups)),
                )
                yield self.job(context.urls.author(lang, ident), (lang, ident), parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The page."""
        return self.context.html(lists.author_page(self.context.renderer.languages[lang], ident), lang)
