"""A newsroom made another agency's own, by the words of docs/branding.md and nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import lxml.html
import pytest

from tests.founding.newsroom import CONTENT, lay_out
from tests.site.newsroom import ROOT, Newsroom, report

GUIDE = (ROOT / "docs" / "branding.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\w+ ?(\S*)\n(.*?)^```$", GUIDE, flags=re.DOTALL | re.MULTILINE)
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#003b75"/></svg>'
LANGUAGES = ("de", "nl", "en")
OURS = re.compile("trifinium|dortmund", re.IGNORECASE)


@pytest.fixture(scope="module")
def nordhafen(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """What ships, after the steps of the guide, with a first report."""
    root = tmp_path_factory.mktemp("branded")
    lay_out(root)
    for gone in ("content/reports", "translations/reports", "translations/shared"):
        shutil.rmtree(root / gone)
    for path, body in BLOCKS:
        if path:
            (root / path).write_text(body, "utf-8")
    brand = next(body for path, body in BLOCKS if not path and body.startswith("brand:"))
    site = root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + brand, "utf-8")
    (root / "content" / "brand" / "logo.svg").write_text(MARK, "utf-8")
    newsroom = Newsroom(root).write(report("first-report", topic="digitalisation").replace("hans", "press-office"))
    newsroom.build()
    return newsroom


def pages(newsroom: Newsroom, *, legal: bool = True) -> dict[str, str]:
    """All pages by their path, those of the legal texts left out if so wished."""
    output = newsroom.root / "output"
    found = {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in output.rglob("*.html")}
    return {path: text for path, text in found.items() if legal or 'class="kind-page"' not in text}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_carries_the_agencys_name_and_words(nordhafen: Newsroom, lang: str) -> None:
    """Name, claim, boilerplate, publisher and press office, in the reader's language."""
    claim = {"de": "Nachrichten vom Wasser", "nl": "Nieuws van het water", "en": "News from the waterside"}[lang]
    about = {"de": "begleitet Unternehmen", "nl": "begeleidt bedrijven", "en": "supports companies"}[lang]
    office = {"de": "Pressestelle", "nl": "Persdienst", "en": "Press office"}[lang]
    own = {path: text for path, text in pages(nordhafen).items() if path.startswith(f"{lang}/")}
    assert len(own) > 8
    for path, text in own.items():
        body = lxml.html.fromstring(text)
        assert "Region Nordhafen" in (body.findtext(".//title") or ""), path
        words = body.text_content()
        for told in ("Region Nordhafen", claim, about, office, "Kai 7", "030 23125 410"):
            assert told in words, (path, told)


def test_nothing_of_the_founding_newsroom_is_left(nordhafen: Newsroom) -> None:
    """In no page but the legal texts, which are the agency's to write; in no feed, sheet or script."""
    texts = pages(nordhafen, legal=False)
    for file in (nordhafen.root / "output").rglob("*"):
        if file.suffix in {".xml", ".json", ".txt", ".ics", ".vcf", ".css", ".js", ".svg"}:
            texts[file.name] = file.read_text("utf-8")
    assert {path: OURS.findall(text) for path, text in texts.items() if OURS.search(text)} == {}


def test_the_mark_is_shown_and_is_the_icon(nordhafen: Newsroom) -> None:
    """The file that ``publisher.logo`` names."""
    page = lxml.html.fromstring(nordhafen.read("nl/index.html"))
    (logo,) = page.xpath("//header//img[@class='logo']/@src")
    assert page.xpath("//link[@rel='icon']/@href") == [logo]
    assert "#003b75" in nordhafen.read(logo.lstrip("/"))


def test_the_brands_colours_are_loaded_last(nordhafen: Newsroom) -> None:
    """After the theme's own sheets, so that they win."""
    sheets = lxml.html.fromstring(nordhafen.read("en/index.html")).xpath("//link[@rel='stylesheet']/@href")
    assert [sheet.rpartition("/")[2] for sheet in sheets[:-1]] == ["site.css", "lists.css"]
    assert "--accent: #003b75" in nordhafen.read(sheets[-1].lstrip("/"))


@pytest.mark.parametrize("preset", ["kern", "nldesign"])
def test_a_preset_is_one_word(newsroom: Newsroom, preset: str) -> None:
    """``brand: kern`` loads the theme's sheet of that name."""
    site = newsroom.root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + f"brand: {preset}\n", "utf-8")
    newsroom.build()
    sheets = lxml.html.fromstring(newsroom.read("de/index.html")).xpath("//link[@rel='stylesheet']/@href")
    assert sheets[-1].endswith(f"/presets/{preset}.css")
    assert "--accent" in newsroom.read(sheets[-1].lstrip("/"))


def test_templates_name_no_agency() -> None:
    """No word of the founding newsroom or its people, no telephone number, no address of a site or mailbox."""
    content = "".join(path.read_text("utf-8") for path in CONTENT.glob("*.yaml"))
    names = {
        name for line in re.findall(r"(?:name|organisation|email|phone): (.+)", content) for name in [line.strip()]
    }
    assert "Trifinium" in names
    files = [path for path in (ROOT / "theme").rglob("*") if path.suffix in {".html", ".css", ".js", ".svg"}]
    own = [path for path in files if "vendor" not in path.parts]
    assert len(own) > 15
    for path in own:
        text = path.read_text("utf-8")
        assert not OURS.search(text), path
        assert {name for name in names if name in text} == set(), path
        assert not re.search(r"[\w.]+@[\w-]+\.[a-z]{2,}|\+49|\+31|https?://(?!www\.w3\.org|cv\.iptc\.org)", text), path


def test_the_guide_leads_through_every_file(nordhafen: Newsroom) -> None:
    """Each block with a path is a file that was there or is named in the text."""
    assert [path for path, _ in BLOCKS if path] == [
        "content/site.yaml",
        "content/people.yaml",
        "content/brand/brand.css",
    ]
    assert Path(nordhafen.root / "content" / "brand" / "brand.css").is_file()
