"""sitemap.xml (sitemaps.org 0.9) and robots.txt; hreflang lives in the pages, not here."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from plugins.pages.desk import Desk
from plugins.pages.feeds import clean
from plugins.pages.report import noindex
from plugins.pages.urls import Urls

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
LIMIT = 50_000
"""Addresses one sitemap may hold; more are spread over several and an index."""


def addresses(desk: Desk) -> Iterable[tuple[str, str]]:
    """(address, last change or empty) of everything a search engine may show in this language."""
    urls, lang, index = desk.urls, desk.lang, desk.index
    yield urls.home(lang), ""
    for entry in index.editions(lang):
        edition = entry.report.edition(lang)
        if edition and not noindex(edition, entry.report, desk):
            days = [entry.report.published.date(), *(c.date for c in edition.corrections)]
            yield urls.report(entry.report, lang), max(days).isoformat()
    for topic in index.by_topic:
        yield urls.topic(lang, topic), ""
    for year in index.by_year:
        yield urls.year(lang, year), ""
    for person in index.by_person:
        yield urls.author(lang, person), ""
    for page in index.pages:
        if page.page.edition(lang):
            yield urls.page(page.page, lang), page.page.updated.isoformat() if page.page.updated else ""


def _write(root: str, child: str, rows: Iterable[tuple[str, str]]) -> bytes:
    Xml.register_namespace("", SCHEMA)
    tree = Xml.Element(f"{{{SCHEMA}}}{root}")
    for address, changed in rows:
        node = Xml.SubElement(tree, f"{{{SCHEMA}}}{child}")
        Xml.SubElement(node, f"{{{SCHEMA}}}loc").text = clean(address)
        if changed:
            Xml.SubElement(node, f"{{{SCHEMA}}}lastmod").text = changed
    Xml.indent(tree, " ")
    return bytes(Xml.tostring(tree, encoding="utf-8", xml_declaration=True)) + b"\n"


def sitemaps(rows: list[tuple[str, str]], urls: Urls) -> dict[str, bytes]:
    """Path -> bytes: ``sitemap.xml``, and its parts where there are more addresses than one file may hold."""
    whole = [(urls.absolute(address), changed) for address, changed in rows]
    if len(whole) <= LIMIT:
        return {"sitemap.xml": _write("urlset", "url", whole)}
    parts = [whole[i : i + LIMIT] for i in range(0, len(whole), LIMIT)]
    found = {f"sitemap-{n}.xml": _write("urlset", "url", part) for n, part in enumerate(parts, 1)}
    index = [(urls.absolute(urls.at(path)), "") for path in found]
    return {"sitemap.xml": _write("sitemapindex", "sitemap", index), **found}


def robots(urls: Urls) -> bytes:
    """Everybody is welcome; the sitemap is named in a published site."""
    lines = ["User-agent: *", "Disallow:"]
    if urls.origin:
        lines.append(f"Sitemap: {urls.absolute(urls.at('sitemap.xml'))}")
    return ("\n".join(lines) + "\n").encode()
