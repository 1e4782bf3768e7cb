"""The text of a report as plain text, one for each of its editions."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages.entry import Entry
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.press.files import TEXT, files_of, text


class ReleaseText(Kind):
    """``report.txt`` beside a report's page."""

    name = "release text"

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """A file per edition, if site.yaml wants them."""
        for lang, file in files_of(self.context, entry, TEXT):
            yield self.job(file.address, (lang, entry.report.id), file.parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The text."""
        return text(self.context, ident, lang)
