"""The choice of a language at the site's root."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.pages import texts
from plugins.pages.outputs.kind import Job, Kind


class ChooserPage(Kind):
    """``/``."""

    name = "chooser"

    def of_site(self) -> Iterator[Job]:
        """One page."""
        yield Job("index.html", self.name, (), self.context.base("", "chooser.html"))

    def make(self) -> bytes:
        """The page, in all languages at once."""
        return self.context.html(texts.chooser_page(self.context.renderer.languages), self.context.renderer.first)
