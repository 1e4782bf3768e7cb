"""Traps that other publishing systems fell into: each a test through the public door."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import lxml.html
import pytest
from PIL import Image

from plugins.newsroom.problem import ContentError, Problem
from tests.site.newsroom import Newsroom, jpeg, report
from tests.unit.pictures import samples

PAGE = "de/2024/eins/index.html"


def stopped(newsroom: Newsroom) -> Problem:
    """The one problem that ends the build."""
    with pytest.raises(ContentError) as caught:
        newsroom.build()
    (problem,) = caught.value.problems
    return problem


def page(newsroom: Newsroom, path: str = PAGE) -> lxml.html.HtmlElement:
    """A page of the output."""
    return lxml.html.document_fromstring(newsroom.read(path))


def photographed(newsroom: Newsroom, data: bytes) -> list[bytes]:
    """The renditions of one photograph."""
    newsroom.put("content/reports/2024/eins/photos/a.jpg", data)
    text = report("eins", more="photos: [{file: a.jpg, credit: Amt}]\nhero: a.jpg")
    newsroom.write(text.replace("teaser: ", "photos: {a.jpg: {alt: Ein Bild}}\nteaser: ")).build()
    return [content for path, content in newsroom.output().items() if path.startswith("media/eins/")]


def test_a_german_date_is_no_american_one(newsroom: Newsroom) -> None:
    """05.03.2026 is refused with both ways of reading it settled; it never becomes the third of May."""
    problem = stopped(newsroom.write(report("eins", date="05.03.2026")))
    assert problem.code == "bad-date"
    assert "5 March 2026" in problem.fix and "2026-03-05" in problem.fix


def test_a_colon_in_a_title_skips_no_report(newsroom: Newsroom) -> None:
    """An unquoted colon ends the build and says where; the report is not left out in silence."""
    problem = stopped(newsroom.write(report("eins", title="Hannover: ein Rückblick")))
    assert (problem.code, problem.line) == ("yaml-colon", 2)
    assert problem.file.endswith("eins/de.md")


def test_a_time_of_day_is_no_number(newsroom: Newsroom) -> None:
    """18:00 stays 18:00, never 1080."""
    newsroom.write(report("eins", title="18:00", more="event: {start: 2024-05-01, venue: 18:00}")).build()
    assert "18:00" in page(newsroom).xpath("string(//h1)")
    assert "1080" not in newsroom.read(PAGE)


def test_a_postal_code_keeps_its_nought(newsroom: Newsroom) -> None:
    """01067 stays 01067, never 567 or 1067."""
    newsroom.write(report("eins", title="01067", more="event: {start: 2024-05-01, city: 01067}")).build()
    assert page(newsroom).xpath("string(//h1)") == "01067"
    assert "01067" in page(newsroom).xpath("string(//dl | //*[contains(@class, 'h-event')])")


def test_norway_is_a_country(newsroom: Newsroom) -> None:
    """NO is Norway, never false."""
    newsroom.write(report("eins", more="event: {start: 2024-05-01, city: Oslo, country: NO}")).build()
    assert "Norwegen" in newsroom.read(PAGE)
    assert '"addressCountry":"NO"' in newsroom.read(PAGE)


def test_umlauts_are_spelt_out_in_addresses(newsroom: Newsroom) -> None:
    """An address with umlauts is refused, and the one that is offered spells them out as DIN 5007 has it."""
    text = report("eins").replace("teaser: ", "slug: Gespräche über Öl\nteaser: ")
    assert "gespraeche-ueber-oel" in stopped(newsroom.write(text)).fix


def test_umlauts_are_spelt_out_in_anchors(newsroom: Newsroom) -> None:
    """Headings that a link may lead to do it likewise."""
    newsroom.write(report("eins", body="## Gespräche über Öl\n\nText.")).build()
    assert page(newsroom).xpath("//h2/@id[. = 'gespraeche-ueber-oel']")


def test_umlauts_are_spelt_out_in_names_of_pictures(newsroom: Newsroom) -> None:
    """So are they in the names that browsers ask for."""
    newsroom.put("content/reports/2024/eins/photos/Fähre.jpg", jpeg())
    text = report("eins", more="photos: [{file: Fähre.jpg, credit: Amt}]")
    newsroom.write(text.replace("teaser: ", "photos: {Fähre.jpg: {alt: Ein Bild}}\nteaser: ")).build()
    assert any(path.startswith("media/eins/faehre-") for path in newsroom.output())


def test_a_portrait_stands_upright(newsroom: Newsroom) -> None:
    """A photograph taken with the camera turned is upright in every size and format, and in the page's numbers."""
    upright = samples.corners(600, 800)
    data = samples.saved(samples.stored(upright, 6), exif=samples.exif(6))
    colours = (samples.RED, samples.GREEN, samples.BLUE, samples.YELLOW)
    whole = 0
    for content in photographed(newsroom, data):
        image = Image.open(io.BytesIO(content))
        assert image.getexif().get(0x0112, 1) == 1
        if image.height > image.width:
            whole += 1
            assert all(samples.near(a, b, 24) for a, b in zip(samples.quarters(image), colours, strict=True))
    assert whole >= 5
    shown = page(newsroom).xpath("//figure//img")[0]
    assert int(shown.get("height")) > int(shown.get("width"))


def test_no_place_is_published_beside_or_in_a_picture(newsroom: Newsroom) -> None:
    """Where the photographer stood is in no rendition, and the original is in no folder."""
    tags = {"Exif.GPSInfo.GPSLatitude": "51/1 30/1 0/1", "Exif.GPSInfo.GPSLatitudeRef": "N"}
    data = samples.tagged(jpeg(800, 600), {"Xmp.exif.GPSLatitude": "51,30N"}, tags)
    made = photographed(newsroom, data)
    assert made and data not in newsroom.output().values()
    for content in made:
        assert b"GPSLatitude" not in content
        assert not Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)


def test_hreflang_is_written_as_hreflang(newsroom: Newsroom) -> None:
    """Each language is announced by rel, hreflang and href, reciprocally, with x-default."""
    newsroom.write(report("eins"))
    newsroom.put("content/reports/2024/eins/nl.md", b"---\ntitle: Bericht\nteaser: Kort.\n---\nTekst.\n").build()
    sets = []
    for lang in ("de", "nl"):
        links = page(newsroom, f"{lang}/2024/eins/index.html").xpath("//link[@rel='alternate'][@hreflang]")
        sets.append({link.get("hreflang"): link.get("href") for link in links})
        assert not page(newsroom, f"{lang}/2024/eins/index.html").xpath("//link[@ref]")
    expected = {"de": "/de/2024/eins/", "nl": "/nl/2024/eins/", "x-default": "/de/2024/eins/"}
    assert sets == [expected, expected]


@pytest.mark.parametrize("title", [" ", "''", '" "', "~"])
def test_an_empty_title_is_never_published(newsroom: Newsroom, title: str) -> None:
    """A report without a headline ends the build, however the emptiness is written."""
    newsroom.write(report("eins", title=title))
    assert stopped(newsroom).code == "empty-value"
    assert not (newsroom.root / "output" / PAGE).exists()


def test_facts_survive_into_structured_data(newsroom: Newsroom) -> None:
    """The same values reach machines as text."""
    newsroom.write(report("eins", more="event: {start: 2024-05-01T18:00, venue: 01067, city: 'NO'}")).build()
    graph = json.loads(page(newsroom).xpath("string(//script[@type='application/ld+json'])"))["@graph"]
    place = graph[0]["about"]["location"]
    assert (place["name"], place["address"]["addressLocality"]) == ("01067", "NO")


def test_a_clone_with_the_usual_setting_of_windows_has_line_feeds(tmp_path: Path) -> None:
    """Git for Windows turns line ends into CRLF, unless the repository says otherwise."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    shutil.copy(Path(__file__).parents[2] / ".gitattributes", here)
    (here / "de.md").write_bytes(b"---\ntitle: Titel\n---\nText\n")
    (here / "bild.jpg").write_bytes(b"\xff\xd8\n\n")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "A"]):
        subprocess.run(["git", *command], cwd=here, check=True)
    subprocess.run(["git", "-c", "core.autocrlf=true", "clone", "-q", str(here), str(there)], check=True)
    assert (there / "de.md").read_bytes() == (here / "de.md").read_bytes()
    assert (there / "bild.jpg").read_bytes() == b"\xff\xd8\n\n"


def test_a_broken_draft_stops_nobody_else(newsroom: Newsroom) -> None:
    """Half a title, a picture that is not there: what is published goes out all the same, without the draft."""
    draft = report("zwei", status="draft", more="photos: [{file: fehlt.jpg}]").replace("title: ", "titel: ")
    newsroom.write(report("eins") + draft).build()
    assert newsroom.read(PAGE)
    assert not [path for path in newsroom.output() if "zwei" in path]


@pytest.mark.parametrize(
    "facts",
    [
        b"status: draft\ndate: [2024\n",
        b'date: 2024-05-02\n\ttopics: x\n"status" :  "draft"\n',
        "status: draft\ntitle: \u00fc".encode("utf-16"),
        b"status: Draft\nauthors: [",
        b"date: 2024-05-02\rstatus: draft # noch\r  : :\r",
    ],
    ids=["bracket", "tab", "utf-16", "capital", "old Macintosh"],
)
def test_a_draft_whose_facts_cannot_be_read_stops_nobody_else(newsroom: Newsroom, facts: bytes) -> None:
    """Its line about the status is enough; it is told all the same, and leaves no trace."""
    newsroom.write(report("eins") + report("zwei")).put("content/reports/2024/zwei/report.yaml", facts)
    for publish in (False, True):
        summary = newsroom.build(publish=publish)
        assert any("zwei" in problem.file and problem.level == "error" for problem in summary.problems)
        assert newsroom.read(PAGE)
        assert not [path for path in newsroom.output() if "zwei" in path]


@pytest.mark.parametrize(
    "facts", [b"date: [2024\n", b"status: published\ndate: [\n", b"status: draft\n<<<<<<<\nstatus: published\n"]
)
def test_facts_that_do_not_say_draft_stop_the_build(newsroom: Newsroom, facts: bytes) -> None:
    """A report that might be meant for readers is not left out in silence."""
    newsroom.write(report("eins") + report("zwei")).put("content/reports/2024/zwei/report.yaml", facts)
    with pytest.raises(ContentError):
        newsroom.build()


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (report("aaa", status="draft").replace("title:", "slug: eins\ntitle:"), "duplicate-url"),
        (report("zwei", status="draft").replace("title:", "slug: eins\ntitle:"), "duplicate-url"),
        (report("zwei", status="draft", more="aliases: [/de/2024/eins/]"), "alias-taken"),
        (report("eins", status="draft").replace("/2024/", "/2025/").replace("2024-", "2025-"), "duplicate-id"),
    ],
    ids=["first by name", "last by name", "old address", "id"],
)
def test_a_draft_that_wants_what_another_has_stops_nobody_else(newsroom: Newsroom, draft: str, code: str) -> None:
    """Neither the site nor the preview, which shows the report of readers at that address."""
    newsroom.write(draft + report("eins"))
    assert code in {problem.code for problem in newsroom.build().problems}
    assert "Bericht eins" in newsroom.read(PAGE)
    newsroom.build(drafts=True, lenient=True, output=newsroom.root / "preview")
    assert (newsroom.root / "preview" / PAGE).exists()


def test_a_broken_catalogue_of_a_draft_stops_nobody_else(newsroom: Newsroom) -> None:
    """Its translations are its own affair too."""
    newsroom.write(report("eins") + report("zwei", status="draft"))
    newsroom.put("translations/reports/zwei/nl.po", b"<<<<<<< HEAD\n").build(publish=True)
    assert newsroom.read(PAGE)
