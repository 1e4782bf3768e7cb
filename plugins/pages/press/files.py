"""Which files journalists find beside a report's page, what each is made of, and how pages name them."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Lang, Status
from plugins.newsroom.record import record
from plugins.pages.dates import language_name
from plugins.pages.entry import Entry
from plugins.pages.outputs.context import OutputContext, Parts
from plugins.pages.press.plain import plain_text
from plugins.pages.press.release import parts_of, release_of
from plugins.pages.sizes import size_words
from plugins.pages.views import DownloadView

TEXT = "report.txt"


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
        yield body.lang, PressFile(address, parts_of(context, entry, body.lang))


def _is_wanted(context: OutputContext, name: str) -> bool:
    return {TEXT: context.index.site.press.text}[name]


def text(context: OutputContext, ident: str, lang: Lang) -> bytes:
    """A report's plain text."""
    return plain_text(release_of(context, ident, lang))


def downloads(context: OutputContext, entry: Entry, lang: Lang) -> tuple[DownloadView, ...]:
    """The files of an edition as its page offers them."""
    return tuple(_downloads(context, entry, lang))


def _downloads(context: OutputContext, entry: Entry, lang: Lang) -> Iterator[DownloadView]:
    t, stem = context.renderer.languages[lang].labels, f"{entry.report.id}-{lang}"
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
