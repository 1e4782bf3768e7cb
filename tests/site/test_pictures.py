"""Photographs on a built site: whole, upright, credited, without what they know of the photographer's life."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import struct
from pathlib import Path

import exiv2
import lxml.html
import pytest
from PIL import Image

from plugins.newsroom.problem import ContentError
from tests.site.gallery import FOLDER, PAGE, renditions, show
from tests.site.newsroom import Newsroom, jpeg
from tests.unit.pictures import samples

SYNTHETIC = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
RIGHTS = {
    "Xmp.dc.rights": samples.lang_alt(default="Archiv Nord"),
    "Xmp.xmpRights.UsageTerms": samples.lang_alt(default="Nur redaktionell", nl="Alleen redactioneel"),
    "Xmp.xmpRights.WebStatement": "https://archive.example/terms",
    "Xmp.photoshop.Credit": "Archiv Nord | Öz",
    "Xmp.photoshop.Source": "Archiv",
    "Xmp.iptcExt.DigitalSourceType": SYNTHETIC,
    "Xmp.dc.creator": exiv2.XmpArrayValue(["Aylin Öz"], exiv2.TypeId.xmpSeq),
}
KEPT = {key: str(value) for key, value in RIGHTS.items()}
WORDS = {
    "Xmp.dc.description": samples.lang_alt(default="?", de="Deutsch unter", nl="Nederlands onder"),
    "Xmp.iptc.AltTextAccessibility": samples.lang_alt(default="?", de="Deutsch zu sehen", nl="Nederlands te zien"),
}
PRIVATE = {
    "Xmp.photoshop.History": "PRIVATE",
    "Xmp.iptc.Location": "PRIVATE",
    "Xmp.exif.GPSLatitude": "51,30.5N",
    "Xmp.aux.SerialNumber": "PRIVATE",
    "Xmp.aux.LensSerialNumber": "PRIVATE",
    "Xmp.xmpMM.DocumentID": "PRIVATE",
}
TAGS = {
    "Exif.GPSInfo.GPSLatitude": "51/1 30/1 0/1",
    "Exif.GPSInfo.GPSAreaInformation": "charset=Ascii PRIVATE",
    "Exif.Photo.BodySerialNumber": "PRIVATE",
    "Exif.Photo.LensSerialNumber": "PRIVATE",
    "Exif.Photo.CameraOwnerName": "PRIVATE",
    "Exif.Photo.UserComment": "charset=Ascii PRIVATE",
    "Exif.Photo.MakerNote": " ".join(str(byte) for byte in b"PRIVATE" * 9),
    "Exif.Image.HostComputer": "PRIVATE",
    "Exif.Image.ImageDescription": "PRIVATE",
}


def _segment(marker: bytes, content: bytes) -> bytes:
    return marker + struct.pack(">H", len(content) + 2) + content


def telling() -> bytes:
    """A photograph that tells its rights, and much that is nobody's business, in every place there is."""
    data = samples.tagged(samples.saved(samples.corners(1300, 900)), {**RIGHTS, **WORDS, **PRIVATE}, TAGS)
    thumbnail = b"8BIM\x04\x0c\0\0" + struct.pack(">I", 7) + b"PRIVATE\0"
    extended = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + struct.pack(">II", 7, 0) + b"PRIVATE"
    views = b"MPF\0II*\0" + b"PRIVATE"
    extra = [
        _segment(b"\xff\xed", b"Photoshop 3.0\0" + thumbnail),
        _segment(b"\xff\xe1", extended),
        _segment(b"\xff\xe2", views),
        _segment(b"\xff\xeb", b"JP\0\1PRIVATE"),
        _segment(b"\xff\xfe", b"PRIVATE"),
    ]
    return data[:2] + b"".join(extra) + data[2:] + b"PRIVATE" + jpeg()


@pytest.fixture
def told(newsroom: Newsroom) -> Newsroom:
    """A site with that photograph, of which the report says nothing itself."""
    show(newsroom, {"a.jpg": telling()}, {"a.jpg": ""}, words=False, more="hero: a.jpg")
    newsroom.put(f"{FOLDER}/nl.md", b"---\ntitle: Bericht\nteaser: Kort.\n---\nTekst.\n").build()
    return newsroom


def page_of(newsroom: Newsroom, path: str = PAGE) -> lxml.html.HtmlElement:
    """A page, parsed."""
    return lxml.html.document_fromstring(newsroom.output()[path])


def test_rights_stand_in_every_rendition(told: Newsroom) -> None:
    """Creator, credit, copyright, terms, address and digital source, in JPEG and AVIF, crops and download."""
    made = renditions(told)
    assert {Path(name).suffix for name in made} == {".jpg", ".avif"}
    assert {"a-large", "a-social", "a-card-480"} <= {name.partition(".")[0] for name in made}
    for name, data in made.items():
        image = exiv2.ImageFactory.open(data)
        image.readMetadata()
        found = {datum.key(): str(datum.value()) for datum in image.xmpData()}
        assert KEPT.items() <= found.items(), name


def test_nothing_else_of_the_original_is_published(told: Newsroom) -> None:
    """No place, serial number, history, maker's note, thumbnail, comment, second view or tail, in any file."""
    original = telling()
    assert original.count(b"PRIVATE") >= 20
    for path, data in told.output().items():
        assert b"PRIVATE" not in data and b"GPSLatitude" not in data, path
        assert data != original
        if path.startswith("media/"):
            tags = Image.open(io.BytesIO(data)).getexif()
            assert set(tags) <= {0x010E, 0x013B, 0x8298}, path
            assert not tags.get_ifd(0x8825)


def test_words_of_a_picture_by_language(told: Newsroom) -> None:
    """Each page takes alt text and caption in its own language from the picture."""
    for lang, said in (("de", "Deutsch"), ("nl", "Nederlands")):
        page = page_of(told, f"{lang}/2024/schau/index.html")
        assert page.xpath("//figure//img/@alt")[0].startswith(said)
        assert page.xpath("string(//figure//*[@class='caption'])").startswith(said)


def test_ai_is_labelled(told: Newsroom) -> None:
    """The Digital Source Type becomes a label in the reader's language."""
    assert "KI-generiertes Bild" in told.read(PAGE)
    assert "Met AI gegenereerd beeld" in told.read("nl/2024/schau/index.html")


CREDITS = [
    ("credit: Bericht | Eins", True, "Haus Drei", "Bericht | Eins"),
    ("", True, "Haus Drei", "Archiv Nord | Öz"),
    ("", False, "Haus Drei", "Haus Drei"),
]


@pytest.mark.parametrize(("facts", "own", "house", "expected"), CREDITS)
def test_whose_credit_is_printed(newsroom: Newsroom, facts: str, own: bool, house: str, expected: str) -> None:
    """The report's, else the picture's own, else the organisation's."""
    data = samples.tagged(jpeg(), RIGHTS) if own else jpeg()
    newsroom.write(f"-- content/site.yaml --\n{(newsroom.root / 'content/site.yaml').read_text('utf-8')}")
    with (newsroom.root / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"default_credit: {house}\n")
    show(newsroom, {"a.jpg": data}, {"a.jpg": facts}, more="hero: a.jpg").build()
    assert page_of(newsroom).xpath("string(//figure//*[@class='credit-line'])") == expected


def test_a_credit_that_nobody_gives_is_an_error(newsroom: Newsroom) -> None:
    """Neither the report nor the picture nor the house: nothing is published."""
    with pytest.raises(ContentError) as caught:
        show(newsroom, {"a.jpg": jpeg()}, {"a.jpg": ""}).build()
    assert [problem.code for problem in caught.value.problems] == ["photo-without-credit"]


def test_the_edition_s_words_come_before_the_picture_s(newsroom: Newsroom) -> None:
    """What the newsroom wrote counts."""
    show(newsroom, {"a.jpg": samples.tagged(jpeg(), WORDS)}, more="hero: a.jpg").build()
    assert page_of(newsroom).xpath("//figure//img/@alt") == ["Zu sehen: a.jpg"]


def test_the_large_photograph_on_the_page(newsroom: Newsroom) -> None:
    """Widths, height, sizes and colour are told; each file is as wide as it says; none is larger than the original."""
    show(newsroom, {"a.jpg": samples.saved(samples.corners(1200, 900))}, more="hero: a.jpg").build()
    image = page_of(newsroom).xpath("//figure//img")[0]
    assert (int(image.get("width")) * 3, image.get("sizes") != "") == (int(image.get("height")) * 4, True)
    assert samples.near(tuple(bytes.fromhex(image.get("data-colour")[1:])), (122, 112, 70), 8)
    sets = [image.get("srcset"), *page_of(newsroom).xpath("//figure//source[@type='image/avif']/@srcset")]
    for candidates in sets:
        widths = []
        for candidate in candidates.split(", "):
            address, width = candidate.split(" ")
            widths.append(Image.open(newsroom.root / "output" / address.lstrip("/")).width)
            assert width == f"{widths[-1]}w"
        assert widths == [480, 960, 1200]


def test_the_preview_of_links(newsroom: Newsroom) -> None:
    """The page names a picture of 1200 by 630, cut around the focus."""
    data = samples.saved(samples.corners(1600, 1600))
    show(newsroom, {"a.jpg": data}, {"a.jpg": "credit: Amt, focus: [0.5, 0.0]"}, more="hero: a.jpg").build()
    address = page_of(newsroom).xpath("//meta[@property='og:image']/@content")[0]
    image = Image.open(newsroom.root / "output" / address.lstrip("/"))
    assert image.size == (1200, 630)
    assert samples.near(image.getpixel((300, 500)), samples.RED, 24)
    assert samples.near(image.getpixel((900, 500)), samples.GREEN, 24)


def test_nothing_is_rendered_twice(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that was only touched is known by its bytes; no file of the site is written again."""
    show(newsroom, {"a.jpg": telling()}).build()
    before = {path: (newsroom.root / "output" / path).stat().st_mtime_ns for path in newsroom.output()}
    os.utime(newsroom.root / FOLDER / "photos" / "a.jpg", (1_700_000_000, 1_700_000_000))
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("a picture was opened"))
    assert newsroom.build().rendered == 0
    assert before == {path: (newsroom.root / "output" / path).stat().st_mtime_ns for path in newsroom.output()}


LAST_DAY = dt.datetime(2026, 3, 1, 22, 59, tzinfo=dt.UTC)
"""A minute to midnight of the last day, in the newsroom's time zone."""


def ending(newsroom: Newsroom, key: str) -> Newsroom:
    """A hero whose time is limited, in the text too, and another picture without limits."""
    facts = {"a.jpg": f"credit: ENDING, usage_terms: ENDING, photographer: erika, {key}: 2026-03-01"}
    photos = {"a.jpg": jpeg(1300, 900, "red"), "b.jpg": jpeg(1300, 900, "blue")}
    return show(newsroom, photos, facts, more="hero: a.jpg", body="Text.\n\n![](photo:a.jpg)\n\nMehr.")


def traces(newsroom: Newsroom) -> list[str]:
    """The files of the output that name the picture, show its words, or are it."""
    marks = (b"ENDING", b"media/schau/a-", b"Zu sehen: a.jpg")
    found = newsroom.output().items()
    return [p for p, data in found if p.startswith("media/schau/a-") or any(mark in data for mark in marks)]


@pytest.mark.parametrize("key", ["usable_until", "consent_until"])
def test_a_picture_is_shown_on_its_last_day(newsroom: Newsroom, key: str) -> None:
    """Until midnight it stands on the page, in lists and feeds, and in the folder."""
    newsroom.now = LAST_DAY
    ending(newsroom, key).build()
    found = traces(newsroom)
    assert {PAGE, "de/index.html", "de/feed.json", "de/authors/erika/index.html"} <= set(found)
    assert any(path.startswith("media/") for path in found)


@pytest.mark.parametrize("key", ["usable_until", "consent_until"])
def test_a_picture_is_gone_the_day_after(newsroom: Newsroom, key: str) -> None:
    """From page, text, lists, feeds, preview, structured data, photographer's list and folder, though nothing was edited."""
    newsroom.now = LAST_DAY
    ending(newsroom, key).build()
    newsroom.now = LAST_DAY + dt.timedelta(minutes=1)
    newsroom.build()
    assert traces(newsroom) == []
    newsroom.build(output=newsroom.root / "anew", cache=newsroom.root / "cache-anew")
    assert newsroom.output() == newsroom.output("anew")


def test_another_picture_takes_its_place(newsroom: Newsroom) -> None:
    """The next picture then stands on cards, in the preview of links, in structured data and in the feed."""
    newsroom.now = LAST_DAY + dt.timedelta(minutes=1)
    ending(newsroom, "usable_until").build()
    page = page_of(newsroom)
    preview = page.xpath("//meta[@property='og:image']/@content")[0]
    assert preview.startswith("/media/schau/b-social.")
    assert preview in page.xpath("string(//script[@type='application/ld+json'])")
    assert json.loads(newsroom.read("de/feed.json"))["items"][0]["image"] == preview
    assert "/media/schau/b-card-480." in newsroom.read("de/index.html")


def test_a_withdrawn_report_has_no_pictures(newsroom: Newsroom) -> None:
    """Its page stays, its pictures leave the output."""
    show(newsroom, {"a.jpg": jpeg()}).build()
    assert renditions(newsroom)
    file = newsroom.root / FOLDER / "report.yaml"
    file.write_text(file.read_text("utf-8").replace("status: published", "status: withdrawn"), "utf-8")
    newsroom.build()
    assert PAGE in newsroom.output() and renditions(newsroom) == {}
