"""Which files journalists find beside a report's page, what each is made of, and how pages name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang, Status
from plugins.newsroom.record import record
from plugins.pages.dates import language_name
from plugins.pages.document_views import document_views
from plugins.pages.embargo import PREFIX
from plugins.pages.entry import Entry
from plugins.pages.outputs.context import OutputContext, Parts
from plugins.pages.press.kit import File, kit_files, size_of
from plugins.pages.press.plain import plain_text
from plugins.pages.press.release import parts_of, release_of
from plugins.pages.sizes import size_words
from plugins.pages.views import DownloadView
from plugins.pictures.rendition_store import RenditionStore

TEXT = "report.txt"
PDF = "report.pdf"
KIT = "press-kit.zip"


@record
class PressFile:
    """A file beside the page of an edition, and what it is made of."""

    address: str
    parts: Parts


def files_of(context: OutputContext, entry: Entry, name: str) -> Iterator[tuple[Lang, PressFile]]:
    """(language, file of that name) for each edition, if the newsroom wants such files; none of a withdrawn report."""
    if entry.report.status is Status.WITHDRAWN or not _is_wanted(context, name):
        return
    for body in entry.bodies:
        address = context.urls.report(entry.report, body.lang) + name
        yield body.lang, PressFile(address, _parts(context, entry, body.lang, name))


def _is_wanted(context: OutputContext, name: str) -> bool:
    policy = context.index.site.press
    paper = policy.pdf and context.renderer.setting.typesetting is not None
    return {TEXT: policy.text, PDF: paper, KIT: policy.kit}[name]


def _parts(context: OutputContext, entry: Entry, lang: Lang, name: str) -> Parts:
    parts = parts_of(context, entry, lang)
    setting = context.renderer.setting.typesetting
    return (*parts, ("typesetting", setting.mark)) if name != TEXT and setting else parts


def text(context: OutputContext, ident: str, lang: Lang) -> bytes:
    """A report's plain text."""
    return plain_text(release_of(context, ident, lang))


def pdf(context: OutputContext, ident: str, lang: Lang) -> bytes:
    """A report as PDF, set anew only where it is not remembered."""
    setter = context.typesetter
    if setter is None:
        raise LookupError("no PDFs are made")
    entry, kept = context.index.by_id[ident], RenditionStore(Path(setter.setting.keep))
    key = digest(tuple((name, str(mark)) for name, mark in _parts(context, entry, lang, PDF)))
    data = kept.get(key)
    if data is None:
        stamp = int(entry.report.public_from.timestamp())
        data = setter.pdf(release_of(context, ident, lang), context.urls, context.renderer.setting.logo, stamp)
        kept.put(key, data)
    return data


def kit(context: OutputContext, entry: Entry, lang: Lang) -> tuple[File, ...]:
    """The files of a report's press kit. Raises ``ContentError`` for one too large."""
    paper = pdf(context, entry.report.id, lang) if context.typesetter else None
    return kit_files(context, entry, lang, text(context, entry.report.id, lang), paper)


def downloads(context: OutputContext, entry: Entry, lang: Lang) -> tuple[DownloadView, ...]:
    """The files of an edition as its page offers them."""
    return (*_downloads(context, entry, lang), *document_views(context, entry, lang))


def _downloads(context: OutputContext, entry: Entry, lang: Lang) -> Iterator[DownloadView]:
    language, stem = context.renderer.languages[lang], f"{entry.report.id}-{lang}"
    t, stem = language.labels, PREFIX + stem if language.ahead else stem
    base = context.urls.report(entry.report, lang)
    if _is_wanted(context, TEXT):
        yield DownloadView(
            label=t.text("Text to copy"),
            url=base + TEXT,
            kind="TXT",
            size=size_words(len(text(context, entry.report.id, lang)), lang),
            file_name=f"{stem}.txt",
            language=language_name(lang, lang),
            copy=True,
        )
    if _is_wanted(context, PDF):
        yield DownloadView(
            label=t.text("Report on paper"),
            url=base + PDF,
            kind="PDF",
            size=size_words(len(pdf(context, entry.report.id, lang)), lang),
            file_name=f"{stem}.pdf",
            language=language_name(lang, lang),
            note=t.text("accessible"),
        )
    if _is_wanted(context, KIT):
        yield DownloadView(
            label=t.text("Press kit"),
            url=base + KIT,
            kind="ZIP",
            size=size_words(size_of(kit(context, entry, lang)), lang),
            file_name=f"{stem}.zip",
            language=language_name(lang, lang),
            note=t.plural("{n} picture", "{n} pictures", len(entry.shots)) if entry.shots else "",
        )
