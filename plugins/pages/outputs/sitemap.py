"""sitemap.xml (sitemaps.org 0.9), in one file or several; hreflang lives in the pages, not here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from xml.etree import ElementTree as Xml

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang
from plugins.pages.disclosure import noindex
from plugins.pages.language import Language
from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.feed import clean
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts
from plugins.pages.sitemap_blocks import Row, blocks, is_small, oldest_first, reports
from plugins.pages.urls import Urls

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def part(language: Language, first: int, last: int) -> Iterator[Row]:
    """The reports of one block, counted from the oldest."""
    return reports(language, oldest_first(language)[first:last])


def lists(language: Language) -> Iterator[Row]:
    """Everything else that it may show in this language."""
    urls, lang, index = language.urls, language.lang, language.index
    yield urls.home(lang), ""
    if index.has_dates:
        yield urls.dates(lang), ""
    for topic in index.by_topic:
        yield urls.topic(lang, topic), ""
    for year in index.by_year:
        yield urls.year(lang, year), ""
    for person in index.by_person:
        yield urls.author(lang, person), ""
    for series in index.by_series:
        yield urls.series(lang, series), ""
    for project in index.by_project:
        yield urls.project(lang, project), ""
    yield urls.press(lang), ""
    if index.pictures:
        yield urls.media(lang), ""
    for page in index.pages:
        edition = page.page.edition(lang)
        if edition and not noindex(edition, language.site):
            yield urls.page(page.page, lang), page.page.updated.isoformat() if page.page.updated else ""


def everything(language: Language) -> Iterator[Row]:
    """All that a search engine may show in this language."""
    yield from lists(language)
    yield from reports(language, language.index.editions(language.lang))


def _write(root: str, child: str, rows: Iterable[Row]) -> bytes:
    Xml.register_namespace("", SCHEMA)
    tree = Xml.Element(f"{{{SCHEMA}}}{root}")
    for address, changed in rows:
        node = Xml.SubElement(tree, f"{{{SCHEMA}}}{child}")
        Xml.SubElement(node, f"{{{SCHEMA}}}loc").text = clean(address)
        if changed:
            Xml.SubElement(node, f"{{{SCHEMA}}}lastmod").text = changed
    Xml.indent(tree, " ")
    return bytes(Xml.tostring(tree, encoding="utf-8", xml_declaration=True)) + b"\n"


def sitemap(rows: Iterable[Row], urls: Urls) -> bytes:
    """A sitemap of these addresses."""
    return _write("urlset", "url", ((urls.absolute(address), changed) for address, changed in rows))


def sitemap_index(paths: Iterable[str], urls: Urls) -> bytes:
    """The list of a newsroom's sitemaps, by their paths in the output."""
    return _write("sitemapindex", "sitemap", ((urls.absolute(urls.at(path)), "") for path in paths))


class Sitemap(Kind):
    """``sitemap.xml``; for a large newsroom a language's lists, or a block of its reports."""

    for_journalists = False
    name = "sitemap"

    def of_site(self) -> Iterator[Job]:
        """One file, or one for each block (``SitemapIndex`` lists them)."""
        if is_small(self.context.index):
            yield Job("sitemap.xml", self.name, (), self._parts)
            return
        for path, lang, first, last in large(self.context):
            args = (lang, str(first), str(last)) if last else (lang,)
            yield Job(path, self.name, args, partial(self._parts, *args))

    def _parts(self, lang: Lang = "", first: str = "", last: str = "") -> Parts:
        return (*self.context.base(lang), ("addresses", digest(tuple(self._rows(lang, first, last)))))

    def _rows(self, lang: Lang, first: str, last: str) -> Iterator[Row]:
        languages = self.context.renderer.languages
        if first:
            yield from part(languages[lang], int(first), int(last))
        elif lang:
            yield from lists(languages[lang])
        else:
            yield from (row for language in languages.values() for row in everything(language))

    def make(self, lang: Lang = "", first: str = "", last: str = "") -> bytes:
        """The file."""
        return sitemap(self._rows(lang, first, last), self.context.urls)


class SitemapIndex(Kind):
    """``sitemap.xml`` of a large newsroom: the list of its sitemaps."""

    for_journalists = False
    name = "sitemapindex"

    def of_site(self) -> Iterator[Job]:
        """One file, where one sitemap does not hold the newsroom."""
        if not is_small(self.context.index):
            paths = tuple(path for path, *_ in large(self.context))
            parts = (*self.context.base(), ("sitemaps", digest(paths)))
            yield Job("sitemap.xml", self.name, paths, parts)

    def make(self, *paths: str) -> bytes:
        """The file."""
        return sitemap_index(paths, self.context.urls)


def large(context: OutputContext) -> Iterator[tuple[str, Lang, int, int]]:
    """(path, language, from, to) of the sitemaps of a large newsroom; (0, 0) for the lists of a language."""
    for lang, language in context.renderer.languages.items():
        yield f"sitemap-{lang}.xml", lang, 0, 0
        for number, (first, last) in enumerate(blocks(language), 1):
            yield f"sitemap-{lang}-{number}.xml", lang, first, last
