"""Independent readers judge every output of each kind, in three languages: feeds, calendars, cards, microformats, JSON-LD, sitemaps, pictures."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import extruct
import feedparser
import ics
import mf2py
import pytest
import vobject
from lxml import etree
from PIL import Image, IptcImagePlugin

from tests.browser.server import serving
from tests.calendars import events_of
from tests.site.desk import run
from tests.site.judges import exiftool, sitemap_complaints
from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report
from tests.unit.pictures import samples

HOST = "https://newsroom.example/"
FACTS = """event: {start: 2026-06-10T10:00, end: 2026-06-10T12:00, venue: Halle 9, city: Hannover, country: DE, status: planned}
organisers: [{name: Hafenamt, url: https://hafen.example/}]
photos: [{file: a.jpg, credit: Amt, licence: CC BY 4.0, photographer: erika, persons: [Mia Muster], rights_holder: Hafenamt,
  usage_terms: {de: Nur redaktionell, nl: Alleen redactioneel}}]
hero: a.jpg
"""
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "image", "publisher", "inLanguage", "url"},
    "Event": {"name", "startDate", "location"},
    "BreadcrumbList": {"itemListElement"},
    "ImageObject": {"url", "creator", "creditText", "copyrightNotice", "license", "acquireLicensePage"},
    "CollectionPage": {"name", "url", "inLanguage"},
}
"""Of schema.org's types, what search engines ask for (Google Search Central, required and for the article recommended)."""
RECOMMENDED = {
    "Event": {
        "description",
        "endDate",
        "eventStatus",
        "eventAttendanceMode",
        "image",
        "organizer",
        "offers",
        "performer",
    },
    "ImageObject": {"caption", "width", "height"},
}
LACKING = {"offers", "performer"}
"""What no newsroom can say of its events: a price, and who performs."""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A published newsroom whose one report is filled in by machine in two languages."""
    root = tmp_path_factory.mktemp("judges")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    made = Newsroom(root).write(GROUND)
    text = report("messe", more=FACTS).replace("teaser:", "photos: {a.jpg: {alt: Ein Kai, caption: Am Kai}}\nteaser:")
    picture = samples.tagged(jpeg(1300, 900), {"Xmp.photoshop.DateCreated": "2024-04-30T12:34:56+02:00"})
    made.write(text).put("content/reports/2024/messe/photos/a.jpg", picture)
    assert run(made) == 0
    made.build(publish=True)
    return made


def files(newsroom: Newsroom, ending: str) -> dict[str, bytes]:
    """The outputs with that ending."""
    return {path: data for path, data in newsroom.output().items() if path.endswith(ending)}


def pages(newsroom: Newsroom) -> dict[str, str]:
    """Every page that does not lead on."""
    found = {path: data.decode() for path, data in files(newsroom, ".html").items()}
    return {path: text for path, text in found.items() if 'http-equiv="refresh"' not in text}


def test_feeds(newsroom: Newsroom) -> None:
    """Feedparser reads each without a complaint: per language and topic, and the one of all."""
    found = files(newsroom, "feed.xml")
    assert {"feed.xml", "de/feed.xml", "nl/topics/energie/feed.xml"} <= set(found)
    for path, data in found.items():
        feed = feedparser.parse(data)
        assert not feed.bozo, path
        assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0, path
        assert all("<p>" in entry.content[0].value and "&lt;p" not in entry.content[0].value for entry in feed.entries)


def test_calendars(newsroom: Newsroom) -> None:
    """Icalendar and ics agree on each, and the event has one UID in all of them."""
    found = files(newsroom, ".ics")
    assert len(found) == 9
    uids = set()
    for path, data in found.items():
        events = events_of(data)
        assert len(ics.Calendar(data.decode()).events) == len(events) == 1, path
        uids |= {str(event["UID"]) for event in events}
    assert len(uids) == 1


def test_cards(newsroom: Newsroom) -> None:
    """Vobject reads each, whole and alone."""
    found = files(newsroom, ".vcf")
    assert {path.partition("/")[0] for path in found} == {"contacts", "de", "nl", "en"}
    for path, data in found.items():
        (card,) = vobject.readComponents(data.decode())
        assert {"fn", "n", "uid", "rev", "version"} <= card.contents.keys(), path


def test_microformats(newsroom: Newsroom) -> None:
    """mf2py finds the entry of each report's page with its event and who wrote it."""
    found = {path: text for path, text in pages(newsroom).items() if "/2024/" in path and "archive" not in path}
    assert len(found) == 3
    for path, text in found.items():
        entry = next(item for item in mf2py.parse(doc=text, url=HOST)["items"] if item["type"] == ["h-entry"])
        assert {"name", "summary", "content", "published", "author", "url"} <= entry["properties"].keys(), path
        kinds = {kind for child in entry.get("children", ()) for kind in child["type"]}
        assert "h-event" in kinds, path


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every typed value in some JSON-LD."""
    if isinstance(value, list):
        return [node for item in value for node in nodes(item)]
    if not isinstance(value, dict):
        return []
    inner = [node for item in value.values() for node in nodes(item)]
    return [value, *inner] if "@type" in value else inner


def test_structured_data(newsroom: Newsroom) -> None:
    """Extruct reads it on each page: nothing required lacks, and of what is recommended what no newsroom can say alone."""
    seen: set[str] = set()
    lacking: set[str] = set()
    for path, text in pages(newsroom).items():
        for node in nodes(extruct.extract(text, base_url=HOST, syntaxes=["json-ld"])["json-ld"]):
            kind = node["@type"]
            is_whole = kind not in ("NewsArticle", "ImageObject") or "datePublished" in node or "creditText" in node
            if is_whole:
                assert REQUIRED.get(kind, set()) <= node.keys(), (path, kind)
                lacking |= RECOMMENDED.get(kind, set()) - node.keys()
                seen.add(kind)
    assert REQUIRED.keys() <= seen
    assert lacking == LACKING


def test_pictures(newsroom: Newsroom) -> None:
    """Pillow and an XML parser, which did not write them, read rights and description in the file for journalists."""
    (path,) = [path for path in newsroom.output() if path.startswith("media/messe/a-large")]
    with Image.open(io.BytesIO(newsroom.output()[path])) as picture:
        told = IptcImagePlugin.getiptcinfo(picture) or {}
        exif, xmp = picture.getexif(), picture.info["xmp"]
    assert told[(2, 80)] == b"Erika Muster" or told[(2, 80)] == [b"Erika Muster"]
    assert (told[(2, 110)], told[(2, 105)], told[(2, 90)]) == (b"Amt", b"Bericht messe", b"Hannover")
    assert "Erika Muster" in str(exif[0x013B])
    text = etree.tostring(etree.fromstring(xmp), encoding="unicode")
    assert all(word in text for word in ("Mia Muster", "Am Kai", "https://creativecommons.org/licenses/by/4.0/"))


def test_sitemaps(newsroom: Newsroom) -> None:
    """The schema of sitemaps.org has nothing to say against it; every address is absolute and there."""
    data = newsroom.output()["sitemap.xml"]
    assert sitemap_complaints(data) == []
    wrong = data.replace(b"<loc>", b"<loc>x</loc><loc>", 1)
    assert sitemap_complaints(wrong)
    found = etree.fromstring(data).xpath("//*[local-name()='loc']/text()")
    there = {HOST + path.removesuffix("index.html") for path in newsroom.output()}
    assert len(found) == len(set(found)) > 20
    assert set(found) <= there


RIGHTS = {
    "XMP-dc:Creator": ["Erika Muster"],
    "XMP-photoshop:Credit": "Amt",
    "XMP-cc:License": "https://creativecommons.org/licenses/by/4.0/",
    "XMP-xmpRights:WebStatement": "https://creativecommons.org/licenses/by/4.0/",
    "XMP-dc:Rights": "Hafenamt",
    "XMP-xmpRights:UsageTerms-de": "Nur redaktionell",
    "XMP-xmpRights:UsageTerms-nl": "Alleen redactioneel",
    "IFD0:Artist": "Erika Muster",
    "IFD0:Copyright": "Hafenamt",
}
"""What every size of the picture says, to ExifTool."""
RIGHTS_IIM = {"IPTC:By-line": "Erika Muster", "IPTC:Credit": "Amt", "IPTC:CopyrightNotice": "Hafenamt"}
SHOWS = {
    "XMP-iptcExt:PersonInImage": ["Mia Muster"],
    "XMP-dc:Description": "Am Kai",
    "XMP-dc:Description-de": "Am Kai",
    "XMP-photoshop:Headline": "Bericht messe",
    "XMP-photoshop:City": "Hannover",
    "XMP-iptcCore:CountryCode": "DE",
    "XMP-photoshop:DateCreated": "2024:04:30 12:34:56+02:00",
    "IPTC:Headline": "Bericht messe",
    "IPTC:Caption-Abstract": "Am Kai",
    "IPTC:City": "Hannover",
    "IPTC:DateCreated": "2024:04:30",
}
"""What the file for journalists says beside."""


def test_pictures_as_exiftool_reads_them(newsroom: Newsroom) -> None:
    """Creator, credit, rights and licence in every size; persons, caption, place and day in the file for journalists alone."""
    files = sorted((newsroom.root / "output" / "media" / "messe").iterdir())
    found = exiftool(*files)
    assert len(found) == len(files) > 10
    for name, read in found.items():
        assert not {"ExifTool:Error", "ExifTool:Warning"} & read.keys(), (name, read)
        expected = RIGHTS | ({} if name.endswith(".avif") else RIGHTS_IIM)
        assert {tag: read.get(tag) for tag in expected} == expected, name
        assert not any(tag.startswith(("GPS:", "MakerNotes:", "IFD1:")) for tag in read), name
        if name.startswith("a-large"):
            assert {tag: read.get(tag) for tag in SHOWS} == SHOWS
        else:
            assert not SHOWS.keys() & read.keys(), name


def crawl(folder: Path, *starts: str) -> dict[str, bool]:
    """Whether each address that LinkChecker comes to from these is there, with the fragment that it names."""
    settings = folder / "settings"
    settings.write_text("[checking]\nmaxrequestspersecond=1000\n[AnchorCheck]\n", "utf-8")
    options = (f"--config={settings}", "--no-status", "--no-robots", "--verbose", "--threads=2", "--output=csv/utf-8")
    command = (sys.executable, "-m", "linkcheck", *options, *starts)
    told = subprocess.run(command, capture_output=True, check=False, cwd=folder, encoding="utf-8").stdout
    lines = (line for line in told.splitlines() if not line.startswith("#"))
    rows = list(csv.DictReader(lines, delimiter=";"))
    return {row["url"]: row["valid"] == "True" and not row["warningstring"] for row in rows}


def test_links(newsroom: Newsroom, tmp_path: Path) -> None:
    """LinkChecker comes from the root to every page, and what pages, style and canonical addresses name is there."""
    site = tmp_path / "site"
    site.mkdir()
    with serving(site) as address:
        for path, data in newsroom.output().items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(data.replace(HOST.rstrip("/").encode(), address.encode()))
        (site / "wrong.html").write_text(
            '<title>!</title><a href="/nowhere/">!</a> <a href="/de/#nowhere">!</a>', "utf-8"
        )
        found = crawl(tmp_path, f"{address}/", f"{address}/wrong.html")
    missing = {url.removeprefix(address) for url, is_there in found.items() if not is_there}
    assert missing == {"/nowhere/", "/de/#nowhere"}
    reached = {url.removeprefix(address).partition("#")[0].lstrip("/") for url in found}
    assert {path.removesuffix("index.html") for path in pages(newsroom)} - {"404.html"} <= reached
