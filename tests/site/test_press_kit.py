"""A report's press kit: whole, named for picture desks, with rights and without places, the same each time."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile

import pytest
from PIL import Image

from plugins.newsroom.problem import ContentError
from plugins.pages.press import kit
from plugins.pages.sizes import size_words
from plugins.pictures.reading import read_metadata
from tests.site.newsroom import GROUND, Newsroom, report

WANTED = GROUND.replace("-- content/people.yaml", "press: {kit: true}\n-- content/people.yaml")
KIT = "de/2024/messe/press-kit.zip"
PICTURES = """photos:
  - {file: stand.jpg, credit: Foto Muster | Jäger, licence: CC BY 4.0, usage_terms: Nur redaktionell}
  - {file: Große Halle.jpg, credit: "=1+1"}"""
PHOTOS = "photos:\n  stand.jpg: {alt: Ein Stand, caption: Am Stand}\n  Große Halle.jpg: {alt: Eine Halle}\nteaser: "


def photograph(colour: str = "teal") -> bytes:
    """A picture that knows where it was taken."""
    out = io.BytesIO()
    image = Image.new("RGB", (1200, 800), colour)
    exif = image.getexif()
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "E", 4: (7.0, 27.0, 0.0)}
    exif[0x8298] = "Rechte bei Muster"
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def full(newsroom: Newsroom) -> Newsroom:
    """A report with two pictures, and kits wanted."""
    newsroom.write(WANTED)
    newsroom.put("content/reports/2024/messe/photos/stand.jpg", photograph())
    newsroom.put("content/reports/2024/messe/photos/Große Halle.jpg", photograph("red"))
    return newsroom.write(report("messe", more=PICTURES).replace("teaser: ", PHOTOS, 1) + report("anderer"))


def opened(newsroom: Newsroom, path: str = KIT) -> zipfile.ZipFile:
    """The kit as it is unpacked."""
    return zipfile.ZipFile(io.BytesIO(newsroom.output()[path]))


def test_a_kit_has_everything_under_names_that_can_be_used(newsroom: Newsroom) -> None:
    """Text, PDF, pictures with number and credit in their names, credits as text and as a table."""
    full(newsroom).build()
    assert opened(newsroom).namelist() == [
        "messe-de/messe-de.txt",
        "messe-de/messe-de.pdf",
        "messe-de/messe_01_stand_foto-muster-jaeger.jpg",
        "messe-de/messe_02_grosse-halle_1-1.jpg",
        "messe-de/bildnachweise.txt",
        "messe-de/bildnachweise.csv",
    ]
    assert opened(newsroom).testzip() is None
    assert opened(newsroom).read("messe-de/messe-de.pdf").startswith(b"%PDF-")
    assert "Der erste Absatz von messe." in opened(newsroom).read("messe-de/messe-de.txt").decode()


def test_pictures_keep_their_rights_and_lose_their_place(newsroom: Newsroom) -> None:
    """In full size: 1,200 of 1,200 pixels."""
    full(newsroom).build()
    data = opened(newsroom).read("messe-de/messe_01_stand_foto-muster-jaeger.jpg")
    assert Image.open(io.BytesIO(data)).size == (1200, 800)
    assert 0x8825 not in Image.open(io.BytesIO(data)).getexif()
    assert "Foto Muster | Jäger" in read_metadata(data).rights.credit
    assert b"GPSLatitude" not in data


def test_credits_are_told_in_the_readers_language(newsroom: Newsroom) -> None:
    """With terms of use; the table opens in a spreadsheet of that language, and nothing in it is computed."""
    full(newsroom).build()
    text = opened(newsroom).read("messe-de/bildnachweise.txt").decode()
    assert text.startswith("Bildnachweise: Bericht messe\n\nBitte drucken Sie")
    assert (
        "messe_01_stand_foto-muster-jaeger.jpg\nAm Stand\nFoto: Foto Muster | Jäger · CC BY 4.0"
        " https://creativecommons.org/licenses/by/4.0/ · Nur redaktionell" in text
    )
    table = opened(newsroom).read("messe-de/bildnachweise.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table, newline=""), delimiter=";"))
    assert rows[0][:3] == ["Datei", "Bildunterschrift", "Was zu sehen ist"]
    assert rows[1][1:4] == ["Am Stand", "Ein Stand", "Foto Muster | Jäger"]
    assert rows[1][-2:] == ["1200", "800"]
    assert rows[2][3] == "'=1+1"


def test_the_page_tells_size_and_number(newsroom: Newsroom) -> None:
    """The size is that of the file."""
    full(newsroom).build()
    size = size_words(len(newsroom.output()[KIT]), "de")
    assert f"<small>(ZIP, Deutsch, 2 Bilder, {size})</small>" in newsroom.read("de/2024/messe/index.html")


def test_a_report_without_pictures_has_one_too(newsroom: Newsroom) -> None:
    """Of its text alone."""
    full(newsroom).build()
    assert opened(newsroom, "de/2024/anderer/press-kit.zip").namelist() == [
        "anderer-de/anderer-de.txt",
        "anderer-de/anderer-de.pdf",
    ]
    assert "<small>(ZIP, Deutsch, " in newsroom.read("de/2024/anderer/index.html")


def test_the_same_report_gives_the_same_bytes_and_is_made_once(newsroom: Newsroom) -> None:
    """Built anew at another moment; and the second build makes none."""
    full(newsroom).build()
    first = newsroom.output()[KIT]
    assert newsroom.build().rendered == 0
    newsroom.build(fresh=True, now=newsroom.now.replace(hour=15))
    assert newsroom.output()[KIT] == first


def test_a_picture_that_may_not_be_used_any_more_leaves_the_kit(newsroom: Newsroom) -> None:
    """By itself, on its day, with its line in the table."""
    full(newsroom)
    newsroom.write(
        report("messe", more=PICTURES.replace("licence:", "usable_until: 2026-03-01, licence:")).replace(
            "teaser: ", PHOTOS, 1
        )
    )
    newsroom.build()
    assert len(opened(newsroom).namelist()) == 6
    newsroom.now = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    newsroom.build()
    assert "stand" not in " ".join(opened(newsroom).namelist())
    assert "Muster" not in opened(newsroom).read("messe-de/bildnachweise.csv").decode()


def test_another_picture_makes_the_kit_again(newsroom: Newsroom) -> None:
    """With the new picture's bytes."""
    full(newsroom).build()
    before = opened(newsroom).read("messe-de/messe_02_grosse-halle_1-1.jpg")
    newsroom.put("content/reports/2024/messe/photos/Große Halle.jpg", photograph("blue"))
    newsroom.build()
    assert opened(newsroom).read("messe-de/messe_02_grosse-halle_1-1.jpg") != before


def test_a_kit_that_is_too_large_is_told(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its size and the report concerned; nothing is put in place."""
    monkeypatch.setattr(kit, "LARGEST", 10_000)
    full(newsroom)
    with pytest.raises(ContentError) as refused:
        newsroom.build()
    (problem,) = refused.value.problems
    assert problem.code == "kit-too-large"
    assert "press-kit.zip" in problem.file
