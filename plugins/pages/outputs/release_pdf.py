"""A report as a PDF that an office would send, one for each of its editions."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang
from plugins.pages.entry import Entry
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.press.files import PDF, files_of, pdf


class ReleasePdf(Kind):
    """``report.pdf`` beside a report's page."""

    name = "release pdf"
    reads_files = True

    def of_report(self, entry: Entry) -> Iterator[Job]:
        """A file per edition, if site.yaml wants them and this machine can set them."""
        for lang, file in files_of(self.context, entry, PDF):
            yield self.job(file.address, (lang, entry.report.id), file.parts)

    def make(self, lang: Lang, ident: str) -> bytes:
        """The document."""
        return pdf(self.context, ident, lang)
