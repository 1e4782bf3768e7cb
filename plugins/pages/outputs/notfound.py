"""The page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.pages import texts
from plugins.pages.outputs.kind import Job, Kind


class NotFoundPage(Kind):
    """``/404.html``."""

    name = "notfound"

    def of_site(self) -> Iterator[Job]:
        """One page."""
        yield Job("404.html", self.name, (), self.context.base("", "notfound.html"))

    def make(self) -> bytes:
        """The page, in all languages at once."""
        return self.context.html(texts.notfound_page(self.context.renderer.languages), self.context.renderer.first)
