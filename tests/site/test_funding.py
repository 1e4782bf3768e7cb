"""Projects with funding: statement and emblem stand on everything that reports on them, in every language."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable

import pytest
from lxml import html

from plugins.cli.funding import funding
from plugins.newsroom.problem import ContentError
from tests.site.desk import folders
from tests.site.newsroom import ROOT, Newsroom, jpeg, report

STATEMENTS = {
    "de": "Kofinanziert von der Europäischen Union",
    "nl": "Medegefinancierd door de Europese Unie",
    "en": "Co-funded by the European Union",
}
FUNDING = """
-- content/funding.yaml --
funding:
  landstrom:
    programme: Interreg
    project: {de: Landstrom, nl: Walstroom, en: Shore power}
    number: "11 02 017"
    statement:
      de: Kofinanziert von der Europäischen Union
      nl: Medegefinancierd door de Europese Unie
      en: Co-funded by the European Union
    emblem: eu
    aims: {de: Motoren aus., nl: Motoren uit., en: Engines off.}
    start: 2024-01-01
    end: 2024-12-31
  leer: {programme: P, project: Leer, number: 1, statement: {de: Vom Land, nl: Van het land, en: By the state}, logo: brand/land.svg, aims: {de: A, nl: B, en: C}, results: {de: D, nl: E, en: F}, start: 2023-01-01}
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
EVENT = "event: {start: 2024-05-03, venue: Halle, city: Bonn, country: DE}\nfunding: [landstrom]"


@pytest.fixture
def funded(newsroom: Newsroom) -> Newsroom:
    """One report that a project paid for, and one that it did not."""
    newsroom.write(report("kai", more=EVENT) + report("messe", topic="handel") + FUNDING)
    newsroom.put("content/brand/land.svg", SVG)
    part = newsroom.root / "content" / "funding.yaml"
    site = newsroom.root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + part.read_text("utf-8"), "utf-8")
    part.unlink()
    return newsroom


def change(newsroom: Newsroom, old: str, new: str) -> None:
    """Edits site.yaml."""
    site = newsroom.root / "content" / "site.yaml"
    assert old in site.read_text("utf-8")
    site.write_text(site.read_text("utf-8").replace(old, new), "utf-8")


def test_page_and_cards_say_it_in_the_readers_language(funded: Newsroom) -> None:
    """With the emblem directly before the sentence, and never on a report of which it is not true."""
    funded.build()
    for path, lang, times in (
        ("de/2024/kai/index.html", "de", 1),
        ("de/index.html", "de", 1),
        ("nl/index.html", "nl", 1),
        ("en/topics/energie/index.html", "en", 1),
        ("de/2024/messe/index.html", "de", 0),
        ("nl/topics/handel/index.html", "nl", 0),
    ):
        page = html.fromstring(funded.read(path))
        found = page.xpath("//p[@class='funding'][img[@class='emblem']]/span")
        assert [one.text_content().strip() for one in found] == [STATEMENTS[lang]] * times, path


def test_feeds_carry_statement_and_emblem(funded: Newsroom) -> None:
    """In the text of the entry, with an address that leads somewhere."""
    funded.build(publish=True)
    feed = json.loads(funded.read("nl/feed.json"))
    entries = {item["url"]: item["content_html"] for item in feed["items"]}
    text = entries["https://newsroom.example/de/2024/kai/"]
    assert f"{STATEMENTS['nl']} – Walstroom, Interreg, 11 02 017" in text
    (emblem,) = re.findall(r'src="https://newsroom\.example/(assets/\w+/img/eu-emblem\.svg)"', text)
    assert emblem in funded.output()
    assert STATEMENTS["nl"] not in entries["https://newsroom.example/de/2024/messe/"]
    assert STATEMENTS["nl"] in funded.read("nl/feed.xml")


def test_calendars_carry_the_statement(funded: Newsroom) -> None:
    """Beside the report, and in the calendar of each language."""
    funded.build()
    for path, lang in (("de/2024/kai/event.ics", "de"), ("en/calendar.ics", "en")):
        assert STATEMENTS[lang] in funded.read(path).replace("\r\n ", "")


def test_plain_texts_carry_the_statement(funded: Newsroom) -> None:
    """And follow it."""
    site = funded.root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + "press: {text: true}\n", "utf-8")
    funded.build()
    assert f"{STATEMENTS['de']} – Landstrom, Interreg, 11 02 017" in funded.read("de/2024/kai/report.txt")
    change(funded, "{de: Landstrom,", "{de: Kaistrom,")
    funded.build()
    assert f"{STATEMENTS['de']} – Kaistrom" in funded.read("de/2024/kai/report.txt")
    assert STATEMENTS["de"] not in funded.read("de/2024/messe/report.txt")


def test_kits_have_statement_and_emblem(funded: Newsroom) -> None:
    """The emblem as a drawing, that of every project that paid, for whoever prints the report."""
    change(funded, "publisher:", "press: {kit: true}\npublisher:")
    facts = funded.root / "content/reports/2024/kai/report.yaml"
    facts.write_text(facts.read_text("utf-8").replace("[landstrom]", "[landstrom, leer]"), "utf-8")
    funded.build(publish=True)
    with zipfile.ZipFile(io.BytesIO(funded.output()["de/2024/kai/press-kit.zip"])) as kit:
        assert STATEMENTS["de"] in kit.read("kai-de/kai-de.txt").decode()
        assert kit.read("kai-de/eu-emblem.svg") == (ROOT / "theme/static/img/eu-emblem.svg").read_bytes()
        assert kit.read("kai-de/logo-leer.svg") == SVG
    with zipfile.ZipFile(io.BytesIO(funded.output()["de/2024/messe/press-kit.zip"])) as kit:
        assert not any(name.endswith(".svg") for name in kit.namelist())


def test_machines_read_of_the_grant(funded: Newsroom) -> None:
    """As schema.org says."""
    funded.build()
    (data,) = html.fromstring(funded.read("de/2024/kai/index.html")).xpath("//script/text()")
    (grant,) = json.loads(data)["@graph"][0]["funding"]
    assert (grant["identifier"], grant["name"], grant["funder"]["name"]) == (
        "11 02 017",
        "Landstrom",
        "Europäische Union",
    )


def test_a_project_has_a_page_in_each_language(funded: Newsroom) -> None:
    """With what the regulation asks for; also one that nothing was reported on."""
    funded.build()
    for lang, title, aims in (("de", "Landstrom", "Motoren aus."), ("nl", "Walstroom", "Motoren uit.")):
        page = html.fromstring(funded.read(f"{lang}/projects/landstrom/index.html"))
        words = " ".join(page.xpath("string(//main)").split())
        for told in (title, STATEMENTS[lang], "Interreg", "11 02 017", aims, "2024", "Bericht kai"):
            assert told in words, told
    empty = html.fromstring(funded.read("en/projects/leer/index.html"))
    assert "No reports yet." in empty.xpath("string(//main)")
    assert empty.xpath("//img[@class='programme']/@src")[0].lstrip("/") in funded.output()
    assert "/en/projects/landstrom/" in funded.read("en/projects/index.html")
    assert "/en/projects/landstrom/" in funded.read("sitemap.xml")


def test_an_edit_reaches_everything_that_shows_it(funded: Newsroom) -> None:
    """The next build gives what a build of everything gives, and leaves alone what shows nothing of it."""
    funded.put("content/reports/2024/kai/photos/a.jpg", jpeg())
    (funded.root / "content/reports/2024/kai/photos/a.jpg").unlink()
    funded.build()
    before = funded.output()
    for old, new in (("nl: Walstroom", "nl: Stroom"), ('number: "11 02 017"', "number: 4711"), ("[landstrom]", "[]")):
        if old.startswith("["):
            file = funded.root / "content/reports/2024/kai/report.yaml"
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        else:
            change(funded, old, new)
        funded.build()
        edited = funded.output()
        funded.build(output=funded.root / "fresh", cache=funded.root / "fresh-cache")
        assert funded.output("fresh") == edited
    assert edited["de/2024/messe/index.html"] == before["de/2024/messe/index.html"]
    assert STATEMENTS["de"] not in funded.read("de/2024/kai/index.html")


def test_results_are_asked_for_when_a_project_is_over(funded: Newsroom) -> None:
    """As a notice, which keeps nobody from publishing."""
    found = [p for p in funded.build(publish=True).problems if p.code == "funding-results"]
    assert [(p.file.endswith("site.yaml"), p.level) for p in found] == [(True, "notice")]
    change(funded, "    end: 2024-12-31", "    end: 2024-12-31\n    results: {de: Ja, nl: Ja, en: Yes}")
    assert [p for p in funded.build(publish=True).problems if p.code == "funding-results"] == []


def test_a_logo_that_runs_something_is_refused(funded: Newsroom) -> None:
    """As the publisher's would be."""
    funded.put("content/brand/land.svg", SVG.replace(b"<path", b"<script>alert(1)</script><path"))
    with pytest.raises(ContentError) as caught:
        funded.build()
    assert [problem.code for problem in caught.value.problems] == ["drawing-unsafe"]


Sheet = Callable[..., tuple[int, str]]


@pytest.fixture
def sheet(funded: Newsroom, capsys: pytest.CaptureFixture[str]) -> Sheet:
    """Prints the auditor's sheet: exit code and what was printed."""

    def work(fmt: str, ident: str = "landstrom") -> tuple[int, str]:
        code = funding(*folders(funded), fmt, ident)
        told = capsys.readouterr()
        return code, told.out if code == 0 else told.err

    return work


def test_the_auditors_sheet_has_a_line_for_each_language_version(funded: Newsroom, sheet: Sheet) -> None:
    """Of the reports of the project alone, in which no text begins a formula."""
    text = (funded.root / "content/reports/2024/kai/de.md").read_text("utf-8")
    funded.put("content/reports/2024/kai/en.md", text.replace("Bericht kai", "'=2+3'").encode())
    code, out = sheet("csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [(row["language"], row["title"], row["statement"]) for row in rows] == [
        ("de", "Bericht kai", STATEMENTS["de"]),
        ("en", "'=2+3", STATEMENTS["en"]),
    ]
    assert rows[0]["address"] == "https://newsroom.example/de/2024/kai/"
    assert (rows[0]["published"], rows[0]["place"]) == ("2024-05-02", "Halle, Bonn, Deutschland")
    assert [row["number"] for row in json.loads(sheet("json")[1])] == ["11 02 017"] * 2
    assert "2 language versions" in sheet("text")[1]


def test_a_project_that_does_not_exist_is_told(sheet: Sheet) -> None:
    """With the one that was probably meant."""
    code, err = sheet("csv", "landstorm")
    assert code == 2
    assert "landstrom" in err
    assert sheet("pdf")[0] == 2


def test_a_series_has_a_page_with_its_dates(newsroom: Newsroom) -> None:
    """The newest report first; one without a report has none."""
    site = newsroom.root / "content" / "site.yaml"
    more = "series: {kais: {title: {de: Offene Kais, nl: Open kades}, teaser: {de: Jedes Jahr}}, nie: {title: Nie}}\n"
    site.write_text(site.read_text("utf-8") + more, "utf-8")
    newsroom.write(
        report("a", date="2024-03-02", more="series: kais\nevent: {start: 2024-03-01, city: Bonn}")
        + report("b", date="2024-05-02", more="series: kais\nevent: {start: 2024-05-01, city: Kiel}")
        + report("c")
    )
    newsroom.build()
    page = html.fromstring(newsroom.read("nl/series/kais/index.html"))
    assert page.xpath("string(//h1)").strip() == "Open kades"
    assert page.xpath("//section[contains(@class, 'dates')]//time/@datetime") == ["2024-05-01", "2024-03-01"]
    assert [link.text for link in page.xpath("//h2[@class='card-title']/a")] == ["Bericht b", "Bericht a"]
    report_page = html.fromstring(newsroom.read("de/2024/a/index.html"))
    assert report_page.xpath("//section[@class='series']//a/text()") == ["Offene Kais"]
    assert not any("series/nie" in path for path in newsroom.output())
    assert "/de/series/kais/" in newsroom.read("de/series/index.html")
