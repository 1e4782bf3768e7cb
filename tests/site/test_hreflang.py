"""No output leads search engines to a page that asks them to stay away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as Xml

import lxml.html
import pytest

from plugins.cli.review import ReviewWish, review
from tests.site.desk import folders, run
from tests.site.newsroom import Newsroom, report

SITE = """
-- content/pages/impressum/page.yaml --
source_language: de
-- content/pages/impressum/de.md --
---
title: Impressum
---
Wer hier schreibt, steht [dort](report:weg).
-- content/reports/2024/weg/nl.md --
---
title: Weg
teaser: Kort.
---
Een alinea.
"""


def led_to(path: str, data: bytes) -> Iterator[str]:
    """Every address in one output that is given as a version in some language."""
    base = "/" + path
    if path.endswith(".html"):
        tree = lxml.html.fromstring(data)
        for node in tree.xpath("//*[@hreflang or contains(concat(' ', @rel, ' '), ' alternate ')][@href]"):
            yield urljoin(base, str(node.get("href")))
        for script in tree.xpath("//script[@type='application/ld+json']"):
            yield from translations_in(json.loads(script.text))
    elif path.endswith(".xml"):
        for node in Xml.fromstring(data).iter():
            yield from [node.attrib["href"]] if "hreflang" in node.attrib else []
            if path.startswith("sitemap") and node.tag.endswith("}loc"):
                yield str(node.text)
    else:
        assert b"hreflang=" not in data, path


def translations_in(value: object) -> Iterator[str]:
    """The addresses of translations in structured data."""
    for one in value if isinstance(value, list) else []:
        yield from translations_in(one)
    for name, inner in value.items() if isinstance(value, dict) else []:
        found = inner if isinstance(inner, list) else [inner]
        if name in ("workTranslation", "translationOfWork"):
            yield from (str(work["url"]) for work in found)
        yield from translations_in(inner)


def place_of(address: str) -> str:
    """The file of the output at that address."""
    path = urlsplit(address).path.lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path


@pytest.mark.parametrize("publish", [False, True])
def test_no_output_gives_a_page_that_is_noindex_as_a_version(newsroom: Newsroom, publish: bool) -> None:
    """Pages, feeds, sitemap and structured data, of reports and static pages; a reviewed version is given."""
    newsroom.write(report("eins", body="Siehe [dort](report:weg) und [hier](page:impressum)."))
    newsroom.write(report("weg", status="withdrawn", more="withdrawn: {date: 2024-06-01, successor: eins}") + SITE)
    newsroom.write(report("zwei", status="withdrawn", more="withdrawn: {date: 2024-06-01, successor: weg}"))
    assert run(newsroom) == 0
    assert review(*folders(newsroom)[:2], "eins", "en", ReviewWish("Ann", "Press")) == 0
    newsroom.build(publish=publish)
    files = newsroom.output()
    hidden = {path for path, data in files.items() if path.endswith(".html") and is_noindex(data)}
    assert {path.partition("/")[0] for path in hidden if "impressum" in path} == {"nl", "en"}
    assert [path for path in hidden if path.endswith("/eins/index.html")] == []
    assert any(path.startswith("nl/2024/") for path in hidden)
    given = {(path, place_of(address)) for path, data in files.items() for address in led_to(path, data)}
    assert [t for s, t in given if s == "de/2024/eins/index.html" and t.startswith("en/2024/")]
    assert not [pair for pair in given if pair[1] in hidden]


def is_noindex(data: bytes) -> bool:
    """Whether a page asks search engines to stay away."""
    return re.search(rb'<meta name="robots" content="[^"]*noindex', data) is not None
