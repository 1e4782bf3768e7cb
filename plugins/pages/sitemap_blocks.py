"""How a newsroom's sitemap is spread over files: one, or an index and parts that stay as reports are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.pages.changes import updated
from plugins.pages.disclosure import noindex
from plugins.pages.entry import Entry
from plugins.pages.index import Index
from plugins.pages.language import Language

LIMIT = 5_000
"""Addresses in one sitemap.xml; more are spread over parts and an index. (50,000 are allowed.)"""
BLOCK = 1_000
"""Reports in one part, so that an edit writes that part anew and no other."""

Row = tuple[str, str]
"""(address, last change or empty)."""


def reports(language: Language, entries: Iterable[Entry]) -> Iterator[Row]:
    """Those of the reports that a search engine may show in this language."""
    for entry in entries:
        edition = entry.report.edition(language.lang)
        if edition and not noindex(edition, language.site, entry.report):
            day = updated(entry.report, edition, language.site.timezone).date()
            yield language.urls.report(entry.report, language.lang), day.isoformat()


def oldest_first(language: Language) -> tuple[Entry, ...]:
    """The listed reports of a language; a new one comes last."""
    return language.index.editions(language.lang)[::-1]


def is_small(index: Index) -> bool:
    """Whether one sitemap holds the whole newsroom."""
    each = 1 + len(index.by_topic) + len(index.by_year) + len(index.by_person) + len(index.pages)
    each += len(index.by_series) + len(index.by_project) + 2
    return sum(each + len(index.editions(lang)) for lang in index.site.languages) <= LIMIT


def blocks(language: Language) -> Iterator[tuple[int, int]]:
    """(from, to) of the parts, counted from the oldest report, so that a new one changes the last part alone.

    A block of which a search engine may show nothing is left out: a sitemap must not be empty.
    """
    entries = oldest_first(language)
    for first in range(0, len(entries), BLOCK):
        if next(reports(language, entries[first : first + BLOCK]), None):
            yield first, first + BLOCK
