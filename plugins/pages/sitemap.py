"""sitemap.xml (sitemaps.org 0.9) and robots.txt; hreflang lives in the pages, not here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as Xml

from plugins.pages.feeds import clean
from plugins.pages.language import Language
from plugins.pages.sitemap_parts import Row, oldest_first, reports
from plugins.pages.urls import Urls

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def part(language: Language, first: int, last: int) -> Iterator[Row]:
    """The reports of one block, counted from the oldest."""
    return reports(language, oldest_first(language)[first:last])


def lists(language: Language) -> Iterator[Row]:
    """Everything else that it may show in this language."""
    urls, lang, index = language.urls, language.lang, language.index
    yield urls.home(lang), ""
    for topic in index.by_topic:
        yield urls.topic(lang, topic), ""
    for year in index.by_year:
        yield urls.year(lang, year), ""
    for person in index.by_person:
        yield urls.author(lang, person), ""
    for page in index.pages:
        if page.page.edition(lang):
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


def robots(urls: Urls) -> bytes:
    """Everybody is welcome; the sitemap is named in a published site."""
    lines = ["User-agent: *", "Disallow:"]
    if urls.origin:
        lines.append(f"Sitemap: {urls.absolute(urls.at('sitemap.xml'))}")
    return ("\n".join(lines) + "\n").encode()
