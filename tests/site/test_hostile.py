"""Hostile text in every field stays text in HTML, feeds, sitemap and JSON-LD."""

from __future__ import annotations

import json
from xml.etree import ElementTree as Xml

import lxml.html
import pytest

from plugins.build.own_theme import theme_of
from plugins.newsroom.problem import ContentError
from tests.site.newsroom import ROOT, Newsroom, jpeg, report

ATTACKS = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% raw %}",
    "\u2067slaer\u2069",
    "W" * 500,
    "]]><!--",
    "javascript:alert(1)",
]


def hostile(attack: str) -> str:
    """A report that says it everywhere."""
    quoted = json.dumps(attack, ensure_ascii=False)
    # An address that is none of the web is refused as a licence: tests/bad.
    licence = "" if attack.startswith("javascript:") else f"licence: {quoted}, "
    text = report(
        "boese",
        title="TITEL",
        more=f"""event: {{start: 2024-05-01, end: 2024-05-02, venue: {quoted}, city: {quoted}}}
organisers: [{{name: {quoted}}}]
sources: [{{name: {quoted}}}]
photos: [{{file: a.jpg, credit: {quoted}, {licence}usage_terms: {quoted}}}]
hero: a.jpg""",
        body="Absatz.",
    )
    words = (
        f"title: {quoted}\nkicker: {quoted}\nphotos: {{a.jpg: {{alt: {quoted}, caption: {quoted}}}}}\n"
        f"links: [{{url: 'https://example.org/', label: {quoted}}}]\n"
        f"corrections: [{{date: 2024-05-03, text: {quoted}}}]\nteaser: {quoted}"
    )
    return text.replace("title: TITEL\nteaser: Kurz gesagt zu boese.", words)


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_words_stay_words(newsroom: Newsroom, attack: str) -> None:
    """No element, attribute or template expression comes out of a text."""
    newsroom.put("content/reports/2024/boese/photos/a.jpg", jpeg())
    newsroom.write(hostile(attack)).build()
    for path, data in newsroom.output().items():
        if path.endswith(".html"):
            page = lxml.html.document_fromstring(data)
            assert not page.xpath("//@onerror")
            assert not [
                s for s in page.xpath("//script") if "alert" in (s.text or "") and "json" not in s.get("type", "")
            ]
            assert not [a for a in page.xpath("//@href | //@src") if a.lower().startswith("javascript:")]
            for block in page.xpath("//script[@type='application/ld+json']/text()"):
                json.loads(block)
        elif path.endswith(".xml"):
            Xml.fromstring(data)
        elif path.endswith(".json"):
            json.loads(data)
    page = lxml.html.document_fromstring(newsroom.output()["de/2024/boese/index.html"])
    heading = page.xpath("string(//h1)")
    assert " ".join(heading.split()) == " ".join(attack.replace("\u00a0", " ").split())
    assert b"49" not in newsroom.output()["de/2024/boese/index.html"].partition(b"<h1")[2].partition(b"</h1>")[0]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](java&#10;script:alert(1))",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<svg><script>alert(1)</script></svg>",
        "<style>body{display:none}</style>",
        "<p style='position:fixed'>x</p>",
        "<iframe src='https://example.org'></iframe>",
        "<form action='https://example.org'><input></form>",
        "<meta http-equiv=refresh content='0;url=https://example.org'>",
    ],
)
def test_raw_html_is_sanitised(newsroom: Newsroom, markup: str) -> None:
    """Only what an editor needs gets through; nothing runs, loads, hides or leads away."""
    newsroom.write(report("boese", body=f"Vorher {markup} nachher.\n\n{markup}\n")).build()
    page = lxml.html.document_fromstring(newsroom.output()["de/2024/boese/index.html"])
    body = page.xpath("//*[contains(@class, 'e-content')]")[0]
    assert not body.xpath(".//script | .//style | .//iframe | .//form | .//input | .//meta | .//svg | .//img")
    assert not body.xpath(".//@style | .//@onerror")
    assert not [a for a in body.xpath(".//@href") if not a.startswith(("http", "mailto:", "tel:", "/", "#"))]
    assert "nachher." in body.text_content()


def test_every_page_carries_the_policy(newsroom: Newsroom) -> None:
    """A Content-Security-Policy that allows nothing from elsewhere, first in the head."""
    newsroom.write(report("eins", more="aliases: [/alt/]")).build()
    for path, data in newsroom.output().items():
        if path.endswith(".html"):
            page = lxml.html.document_fromstring(data)
            policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            assert policy, path
            assert policy[0].startswith("default-src 'none'"), path
            assert "unsafe" not in policy[0]
            assert not page.xpath("//@style | //style | //script[not(@src) and not(contains(@type, 'json'))]"), path


LINKED = (
    "content/site.yaml", "content/people.yaml", "content/topics.yaml", "content/addresses.yaml", "content/theme/static",
    "content/theme/static/css/site.css", "content/reports/2024/eins/report.yaml", "content/reports/2024/eins/en.md",
    "translations/glossary.yaml", "translations/shared/en.po", "translations/ui/de.po", "translations/reports/eins/en.po",
)  # fmt: skip
"""Whatever is read, as a link to what belongs to somebody else."""


@pytest.mark.parametrize("path", LINKED)
def test_a_link_that_leads_out_is_told_and_followed_by_nobody(newsroom: Newsroom, path: str) -> None:
    """Not a word of where it leads stands in what is told, which a machine may show to everybody."""
    secret = newsroom.put("secret/geheim.css", b"kanari: kanari\n").root / "secret"
    link = newsroom.write(report("eins")).root / path
    link.unlink(missing_ok=True)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(secret if path.endswith("static") else secret / "geheim.css")
    with pytest.raises(ContentError) as refusal:
        newsroom.build()
    told = [(problem.code, problem.file) for problem in refusal.value.problems]
    assert told == [("symlink", str(link))]
    assert "kanari" not in "".join(f"{p.found}{p.fix}{p.excerpt}" for p in refusal.value.problems)
    laid = theme_of(ROOT / "theme", newsroom.root / "content", newsroom.root / "cache")
    assert [file for file in laid.rglob("*") if file.is_file() and b"kanari" in file.read_bytes()] == []


@pytest.mark.parametrize("path", ["content/reports/2024/eins/photos", "content/reports/2023", "content/people.yaml"])
def test_a_link_that_leads_to_itself_is_a_sentence(newsroom: Newsroom, path: str) -> None:
    """Wherever it stands."""
    link = newsroom.write(report("eins")).root / path
    link.unlink(missing_ok=True)
    link.symlink_to(link.name)
    with pytest.raises(ContentError) as refusal:
        newsroom.build()
    assert {(problem.code, problem.file) for problem in refusal.value.problems} == {("unreadable-file", str(link))}
