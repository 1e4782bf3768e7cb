"""A report's press kit, one for each of its editions."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages.entry import Entry
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.press.files import KIT, files_of, kit
from plugins.pages.press.kit import archive


class PressKit(Kind):
    """``press-kit.zip`` beside a report's page."""

    name = "press kit"
    reads_files = True

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """An archive per edition, if site.yaml wants them."""
        for lang, file in files_of(self.context, entry, KIT):
            yield self.job(file.address, (lang, entry.report.id), file.parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The archive."""
        entry = self.context.index.by_id[ident]
        return archive(kit(self.context, entry, lang), entry.report.public_from)
