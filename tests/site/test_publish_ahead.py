"""Reports under embargo for journalists: in a place of their own, marked in every file, never in the public tree."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from plugins.cli.publish import publish
from plugins.cli.publish_ahead import publish_ahead
from tests.site.newsroom import GROUND, Newsroom, jpeg, report
from tests.site.test_press_secrecy import PRESS

EMBARGO = "embargo: 2099-05-02T10:00\nphotos: [{file: kanari.jpg, credit: Muster}]"
WORDS = "Sperrfrist: nicht zu veröffentlichen vor dem 2. Mai 2099"


def full(newsroom: Newsroom, site: str = PRESS) -> Newsroom:
    """A report under embargo, a draft, one dated ahead, and one that everybody may read."""
    newsroom.put("content/reports/2024/kanari/photos/kanari.jpg", jpeg(600, 400))
    secret = report("kanari", more=EMBARGO).replace("teaser: ", "photos: {kanari.jpg: {alt: Ein Vogel}}\nteaser: ", 1)
    others = report("entwurf", status="draft") + report("offen") + report("spaeter", date="2098-01-01")
    return newsroom.write(site + secret + others.replace("reports/2024/spaeter", "reports/2098/spaeter"))


def run(newsroom: Newsroom) -> int:
    """Publishes for journalists."""
    return publish_ahead(*newsroom.folders("public"), 1)


def ahead(newsroom: Newsroom) -> Path:
    """The folder that nobody can guess."""
    (found,) = (newsroom.root / "public.embargoed").iterdir()
    return found


def test_the_place_cannot_be_guessed_and_stays(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """128 bits of chance; a second run corrects what stands there."""
    assert run(full(newsroom)) == 0
    first = ahead(newsroom)
    assert re.fullmatch(r"ahead-[0-9a-f]{32}", first.name)
    assert f"https://newsroom.example/{first.name}/" in capsys.readouterr().out
    text = (newsroom.root / "content/reports/2024/kanari/de.md").read_text("utf-8")
    newsroom.put("content/reports/2024/kanari/de.md", text.replace("Bericht kanari", "Berichtigt").encode())
    assert run(newsroom) == 0
    assert ahead(newsroom) == first
    assert "Berichtigt" in (first / "de/2024/kanari/index.html").read_text("utf-8")


def test_every_file_tells_of_the_embargo(newsroom: Newsroom) -> None:
    """Pages on top and asked to stay out of search engines; text, PDF, kit and its credits."""
    assert run(full(newsroom)) == 0
    root = ahead(newsroom)
    (page,) = root.glob("de/2*/kanari/index.html")
    for file in root.rglob("*.html"):
        html = file.read_text("utf-8")
        assert re.search(r'<meta name="robots" content="[^"]*noindex', html), file
    assert WORDS in page.read_text("utf-8")
    assert (page.parent / "report.txt").read_text("utf-8").startswith(WORDS)
    text = " ".join(PdfReader(page.parent / "report.pdf").pages[0].extract_text().split())
    assert WORDS in text
    with zipfile.ZipFile(page.parent / "press-kit.zip") as kit:
        names = kit.namelist()
        assert all(name.startswith("embargo-kanari-de/") for name in names)
        for name in names:
            data = kit.read(name)
            if name.endswith((".txt", ".csv")):
                assert WORDS in data.decode("utf-8-sig"), name
            if name.endswith(".pdf"):
                assert WORDS in " ".join(PdfReader(io.BytesIO(data)).pages[0].extract_text().split())
    assert (root / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"


def test_nothing_else_is_there(newsroom: Newsroom) -> None:
    """No draft, nothing that is dated ahead only, no feed, calendar or sitemap."""
    assert run(full(newsroom)) == 0
    files = {
        path.relative_to(ahead(newsroom)).as_posix(): path for path in ahead(newsroom).rglob("*") if path.is_file()
    }
    assert not [path for path in files if path.endswith((".xml", ".json", ".ics"))]
    for word in ("entwurf", "offen", "spaeter"):
        told = [name for name, path in files.items() if word in name or word.encode() in path.read_bytes()]
        assert told == [], word


def test_nothing_of_it_is_in_the_public_site(newsroom: Newsroom) -> None:
    """Neither before nor after; the public site is the same bytes as ever."""
    full(newsroom)
    assert publish(*newsroom.folders("public"), 1) == 0
    before = newsroom.output("public")
    assert run(newsroom) == 0
    assert newsroom.output("public") == before
    assert publish(*newsroom.folders("public"), 1) == 0
    assert newsroom.output("public") == before
    assert not [path for path, data in before.items() if "kanari" in path or b"kanari" in data.lower()]


def test_where_nothing_is_under_embargo_there_is_nothing(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stood there goes."""
    assert run(full(newsroom)) == 0
    newsroom.write(GROUND + report("kanari", status="draft", more="embargo: 2099-05-02T10:00"))
    assert run(newsroom) == 0
    assert "No report is under embargo" in capsys.readouterr().out
    assert not (newsroom.root / "public.embargoed").exists()
