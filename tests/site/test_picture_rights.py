"""What journalists take from a picture: whose it is, on what terms, what it shows; until when, and what happens then."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import exiv2
import lxml.html
import pytest
from PIL import Image

from plugins.build.bundle_pictures import described
from plugins.newsroom.model import Credit, Edition, Kind, Photo, PhotoWords, Report, State, Status, Words
from plugins.pictures.metadata import NOTHING
from tests.site.gallery import FOLDER, PAGE, renditions, show
from tests.site.newsroom import Newsroom, jpeg
from tests.unit.pictures import samples

BY = "https://creativecommons.org/licenses/by/4.0/"


def told(data: bytes) -> dict[str, str]:
    """All that a file says of itself, as exiv2 reads it; several values of a key behind one another."""
    image = exiv2.ImageFactory.open(data)
    image.readMetadata()
    found: dict[str, str] = {}
    for group in (image.exifData(), image.iptcData(), image.xmpData()):
        for datum in group:
            key = datum.key()
            found[key] = "; ".join(part for part in (found.get(key, ""), str(datum.value())) if part)
    return found


def press(newsroom: Newsroom, name: str = "a.jpg") -> dict[str, str]:
    """What the file says that the page of the report offers for download."""
    return told((newsroom.root / "output" / press_path(newsroom, name)).read_bytes())


def press_path(newsroom: Newsroom, name: str = "a.jpg") -> str:
    """Its path in the output."""
    stem = Path(name).stem
    links = [str(link) for link in page_of(newsroom).xpath("//figure//a[@class='save']/@href")]
    return next(link for link in links if Path(link).name.startswith(f"{stem}-")).lstrip("/")


def page_of(newsroom: Newsroom, path: str = PAGE) -> Any:
    """A page, parsed."""
    return lxml.html.document_fromstring(newsroom.output()[path])


def credit_of(newsroom: Newsroom, path: str = PAGE) -> str:
    """The line below the first picture, with single blanks."""
    return " ".join(str(page_of(newsroom, path).xpath("string(//figure//*[@class='credit'])")).split())


def test_the_photographer_of_the_report_is_creator_everywhere(newsroom: Newsroom) -> None:
    """Whom ``report.yaml`` names stands in XMP, EXIF and IIM of every rendition of a picture that names nobody."""
    show(
        newsroom, {"a.jpg": jpeg(1300, 900)}, {"a.jpg": "credit: Amt, photographer: erika"}, more="hero: a.jpg"
    ).build()
    made = renditions(newsroom)
    assert len(made) > 10
    for name, data in made.items():
        found = told(data)
        assert found["Xmp.dc.creator"] == found["Exif.Image.Artist"] == "Erika Muster", name
        assert name.endswith(".avif") or found["Iptc.Application2.Byline"] == "Erika Muster"
    people = newsroom.root / "content/people.yaml"
    people.write_text(people.read_text("utf-8").replace("Erika Muster", "Erika Neu"), "utf-8")
    newsroom.build()
    assert {told(data)["Xmp.dc.creator"] for data in renditions(newsroom).values()} == {"Erika Neu"}


def test_who_made_it_stays_creator(newsroom: Newsroom) -> None:
    """Where the picture names somebody, that stays."""
    data = samples.tagged(jpeg(), {"Xmp.dc.creator": exiv2.XmpArrayValue(["Anna A", "Bert B"], exiv2.TypeId.xmpSeq)})
    show(newsroom, {"a.jpg": data}, {"a.jpg": "credit: Amt, photographer: erika"}).build()
    assert {told(file)["Xmp.dc.creator"] for file in renditions(newsroom).values()} == {"Anna A, Bert B"}


def test_agency_and_photographer_are_printed(newsroom: Newsroom) -> None:
    """A picture of an agency names who took it too (§ 13 UrhG): on page, card and in the feed."""
    data = samples.tagged(
        jpeg(),
        {
            "Xmp.photoshop.Credit": "dpa|PA",
            "Xmp.dc.creator": exiv2.XmpArrayValue(["Anna A", "Bert B"], exiv2.TypeId.xmpSeq),
        },
    )
    show(newsroom, {"a.jpg": data}, {"a.jpg": ""}).build()
    assert credit_of(newsroom).startswith("Foto: dpa|PA, Anna A, Bert B")
    for path in ("de/index.html", "de/feed.xml"):
        assert "dpa|PA, Anna A, Bert B" in newsroom.read(path)


def test_a_name_is_not_printed_twice(newsroom: Newsroom) -> None:
    """A credit line that names who took it stays as it is."""
    show(newsroom, {"a.jpg": jpeg()}, {"a.jpg": "credit: Amt / Erika Muster, photographer: erika"}).build()
    assert credit_of(newsroom).startswith("Foto: Amt / Erika Muster")
    assert credit_of(newsroom).count("Muster") == 1


@pytest.mark.parametrize("licence", [f'"{BY}"', "CC BY 4.0"])
def test_a_licence_is_a_link_with_its_name(newsroom: Newsroom, licence: str) -> None:
    """Given by name or by address, it is shown as both and written as ``cc:license`` and WebStatement."""
    show(newsroom, {"a.jpg": jpeg()}, {"a.jpg": f"credit: Amt, licence: {licence}"}).build()
    links = page_of(newsroom).xpath("//figure//a[@rel='license']")
    assert [(link.get("href"), link.text) for link in links] == [(BY, "CC BY 4.0")]
    for data in renditions(newsroom).values():
        found = told(data)
        assert found["Xmp.cc.license"] == found["Xmp.xmpRights.WebStatement"] == BY


def test_another_address_is_a_link_too(newsroom: Newsroom) -> None:
    """One whose name nobody knows is called a licence in the reader's language."""
    show(newsroom, {"a.jpg": jpeg()}, {"a.jpg": 'credit: Amt, licence: "https://rechte.example/l"'}).build()
    link = page_of(newsroom).xpath("//figure//a[@rel='license']")[0]
    assert (link.get("href"), link.text) == ("https://rechte.example/l", "Lizenz")


def test_terms_per_language(newsroom: Newsroom) -> None:
    """Each page shows those of its language, and the file holds all."""
    show(
        newsroom, {"a.jpg": jpeg()}, {"a.jpg": "credit: Amt, usage_terms: {de: Nur redaktionell, nl: Alleen redactie}"}
    )
    newsroom.put(f"{FOLDER}/nl.md", b"---\ntitle: Bericht\nteaser: Kort.\n---\nTekst.\n").build()
    assert "Nur redaktionell" in credit_of(newsroom)
    assert "Alleen redactie" in credit_of(newsroom, "nl/2024/schau/index.html")
    terms = press(newsroom)["Xmp.xmpRights.UsageTerms"]
    assert 'lang="de" Nur redaktionell' in terms and 'lang="nl" Alleen redactie' in terms


RICH = {
    "Xmp.photoshop.City": "Nordhafen",
    "Xmp.iptc.CountryCode": "DE",
    "Xmp.photoshop.DateCreated": "2024-04-30T12:34:56+02:00",
    "Xmp.dc.description": samples.lang_alt(default="Am Kai", en="On the quay"),
}


def test_the_file_for_journalists_says_what_it_shows(newsroom: Newsroom) -> None:
    """Headline, caption per language, persons, city and time, in XMP and IIM; no other rendition says it."""
    facts = {"a.jpg": "credit: Amt, persons: [Mia Muster, Jan Öz]"}
    show(newsroom, {"a.jpg": samples.tagged(jpeg(), RICH)}, facts)
    words = b"---\ntitle: Bericht\nteaser: Kort.\nphotos: {a.jpg: {alt: Kade, caption: Op de kade}}\n---\nTekst.\n"
    newsroom.put(f"{FOLDER}/nl.md", words).build()
    found = press(newsroom)
    assert found["Xmp.iptcExt.PersonInImage"] == "Mia Muster, Jan Öz"
    assert found["Xmp.photoshop.Headline"] == found["Iptc.Application2.Headline"] == "Bericht schau"
    assert found["Xmp.photoshop.City"] == found["Iptc.Application2.City"] == "Nordhafen"
    assert found["Xmp.iptc.CountryCode"] == "DE"
    assert found["Xmp.photoshop.DateCreated"] == "2024-04-30T12:34:56+02:00"
    assert found["Iptc.Application2.DateCreated"] == "2024-04-30"
    assert found["Iptc.Application2.TimeCreated"] == "12:34:56+02:00"
    caption = found["Xmp.dc.description"]
    assert all(part in caption for part in ('x-default" Am Kai', 'nl" Op de kade', 'en" On the quay', 'de" Am Kai'))
    assert found["Iptc.Application2.Caption"] == found["Exif.Image.ImageDescription"] == "Am Kai"
    assert 'lang="nl" Kade' in found["Xmp.iptc.AltTextAccessibility"]
    for name, data in renditions(newsroom).items():
        if not press_path(newsroom).endswith(name):
            assert not {"Xmp.photoshop.City", "Xmp.dc.description"} & set(told(data)), name


def test_a_picture_without_a_place_is_of_the_event(newsroom: Newsroom) -> None:
    """City and country of where it took place, unless that was online."""
    event = "event: {start: 2024-04-30, city: Hannover, country: DE}\n"
    show(newsroom, {"a.jpg": jpeg()}, more=event).build()
    assert press(newsroom)["Xmp.photoshop.City"] == "Hannover"
    show(newsroom, {"a.jpg": jpeg()}, more=event.replace("country: DE", "attendance: online")).build()
    assert "Xmp.photoshop.City" not in press(newsroom)


def caption_with(state: State) -> Words:
    """What the file says where the Dutch caption is in this state."""
    editions = tuple(
        Edition(lang, "Titel", "Kurz.", "", "titel", photos=(PhotoWords("a.jpg", "Alt", caption),), state=one)
        for lang, caption, one in (("de", "Am Kai", State.WRITTEN), ("nl", "Op de kade", state))
    )
    day = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    photo = Photo("a.jpg", Credit("Amt"))
    whole = Report("schau", "", day, False, "de", Kind.REPORT, Status.PUBLISHED, editions, photos=(photo,))
    return described(whole, photo, NOTHING).caption


def test_a_machine_s_caption_is_not_in_the_file() -> None:
    """Nobody has vouched for it; once somebody has reviewed it, it is there."""
    assert caption_with(State.MACHINE) == Words((("de", "Am Kai"),), "Am Kai")
    assert caption_with(State.REVIEWED) == Words((("de", "Am Kai"), ("nl", "Op de kade")), "Am Kai")


def test_a_new_headline_opens_no_picture(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file for the press is written anew without drawing it, and equals one that is."""
    show(newsroom, {"a.jpg": jpeg(3000, 2000)}).build()
    before = press_path(newsroom)
    source = newsroom.root / FOLDER / "de.md"
    source.write_text(source.read_text("utf-8").replace("title: Bericht schau", "title: Neuer Titel"), "utf-8")
    opened = Image.open
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("a picture was opened"))
    newsroom.build()
    monkeypatch.setattr(Image, "open", opened)
    assert press_path(newsroom) != before
    assert press(newsroom)["Xmp.photoshop.Headline"] == "Neuer Titel"
    newsroom.build(output=newsroom.root / "anew", cache=newsroom.root / "cache-anew")
    assert newsroom.output() == newsroom.output("anew")


def test_the_file_is_as_large_as_a_print_desk_wants(newsroom: Newsroom) -> None:
    """4,000 pixels and more on the longer side where the original has them; never more than it has."""
    big = samples.saved(Image.new("RGB", (4800, 3200), "teal"))
    show(newsroom, {"a.jpg": big, "b.jpg": jpeg(900, 1300)}).build()
    sizes = {}
    for name in ("a.jpg", "b.jpg"):
        path = press_path(newsroom, name)
        sizes[name] = Image.open(io.BytesIO(newsroom.output()[path])).size
    assert max(sizes["a.jpg"]) >= 4000
    assert sizes["b.jpg"] == (900, 1300)
    assert f"{sizes['a.jpg'][0]} × {sizes['a.jpg'][1]}" in page_of(newsroom).xpath("string(//a[@class='save'])")


def test_the_last_day_stands_beside_it(newsroom: Newsroom) -> None:
    """In each reader's language."""
    show(newsroom, {"a.jpg": jpeg()}, {"a.jpg": "credit: Amt, usable_until: 2099-12-31"})
    newsroom.put(f"{FOLDER}/nl.md", b"---\ntitle: Bericht\nteaser: Kort.\n---\nTekst.\n").build()
    assert "Nutzbar bis 31. Dezember 2099" in credit_of(newsroom)
    assert "Te gebruiken tot en met 31 december 2099" in credit_of(newsroom, "nl/2024/schau/index.html")


def limited(**days: str) -> bytes:
    """A picture whose IIM names a day of expiration (37) or release (30)."""
    numbers = {"release": 30, "expiration": 37}
    fields = [(numbers[name], day.replace("-", "").encode()) for name, day in days.items()]
    data = jpeg(1300, 900)
    return data[:2] + samples.iim(*fields, charset=b"\x1b%G") + data[2:]


def codes(newsroom: Newsroom, **changes: object) -> set[str]:
    """Of the problems that a build tells."""
    return {problem.code for problem in newsroom.build(**changes).problems}


def test_what_the_picture_says_of_its_end_is_heeded(newsroom: Newsroom) -> None:
    """IPTC Expiration Date: it is gone the day after, and told; what ``report.yaml`` says counts instead."""
    show(newsroom, {"a.jpg": limited(expiration="2020-01-01")})
    assert "picture-expires" in codes(newsroom)
    assert renditions(newsroom) == {} and "Zu sehen" not in newsroom.read(PAGE)
    show(newsroom, {"a.jpg": limited(expiration="2020-01-01")}, {"a.jpg": "credit: Amt, usable_until: 2099-01-01"})
    assert "picture-expires" not in codes(newsroom)
    assert renditions(newsroom)


def test_what_the_picture_says_of_its_release_is_heeded(newsroom: Newsroom) -> None:
    """IPTC Release Date: it comes on that day by itself; one before the report's own day means nothing."""
    show(newsroom, {"a.jpg": limited(release="2026-03-02"), "b.jpg": limited(release="2024-01-01")})
    assert "picture-embargo" in codes(newsroom)
    assert {name[0] for name in renditions(newsroom)} == {"b"}
    newsroom.build(now=newsroom.now + dt.timedelta(days=1))
    assert {name[0] for name in renditions(newsroom)} == {"a", "b"}


@pytest.mark.parametrize(
    ("now", "told_of"), [("2026-01-29", False), ("2026-01-30", True), ("2026-03-01", True), ("2026-03-02", True)]
)
def test_a_hero_that_expires_is_told_before_and_after(newsroom: Newsroom, now: str, told_of: bool) -> None:
    """From thirty days before its last day on, and once it is gone."""
    facts = {"a.jpg": "credit: Amt, usable_until: 2026-03-01"}
    show(newsroom, {"a.jpg": jpeg(), "b.jpg": jpeg()}, facts, more="hero: a.jpg").build(
        now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    )
    summary = newsroom.build(now=dt.datetime.fromisoformat(f"{now}T12:00+00:00"))
    found = [problem for problem in summary.problems if problem.code == "hero-expires"]
    assert bool(found) is told_of
    if told_of:
        assert "b.jpg" in found[0].found
        assert ("it is gone" in found[0].found) is (now == "2026-03-02")
