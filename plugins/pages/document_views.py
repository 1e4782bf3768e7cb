"""The documents of a report as its page offers them: title, kind, language, size, and whether they are accessible."""

from __future__ import annotations

from pathlib import PurePath

from plugins.newsroom.model import Document, Edition, Lang
from plugins.pages.dates import language_name
from plugins.pages.embargo import PREFIX
from plugins.pages.entry import Entry
from plugins.pages.labels import Labels
from plugins.pages.outputs.context import OutputContext
from plugins.pages.sizes import size_words
from plugins.pages.typography import spaced
from plugins.pages.views import DownloadView


def document_views(context: OutputContext, entry: Entry, lang: Lang) -> tuple[DownloadView, ...]:
    """All that are handed out, in the order of report.yaml."""
    language, report = context.renderer.languages[lang], entry.report
    edition = language.edition(report)
    return tuple(
        DownloadView(
            label=spaced(_title(edition, document) or _title(report.original, document) or document.file, lang),
            url=context.urls.at(document.address),
            kind=document.kind,
            size=size_words(document.size, lang),
            file_name=(PREFIX if language.ahead else "") + PurePath(document.file).name,
            language=language_name(document.language, lang) if document.language else "",
            lang=document.language if document.language != lang else "",
            note=_note(document, language.labels),
        )
        for document in report.documents
    )


def _title(edition: Edition, document: Document) -> str:
    return next((words.title for words in edition.documents if words.file == document.file), "")


def _note(document: Document, t: Labels) -> str:
    if document.tagged is None:
        return ""
    return t.text("accessible") if document.tagged else t.text("not accessible")
