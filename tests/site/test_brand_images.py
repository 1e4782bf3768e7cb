"""What is made of the newsroom's name, mark and colours: for previews of links, tabs, home screens."""

from __future__ import annotations

import io
from typing import Any

import lxml.html
import pytest
from PIL import Image

from tests.site.newsroom import Newsroom, jpeg, report

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#ff0000"/></svg>'


@pytest.fixture
def published(newsroom: Newsroom) -> Newsroom:
    """A published newsroom with one report in German, without pictures."""
    newsroom.write(report("eins")).build(publish=True)
    return newsroom


def meta(newsroom: Newsroom, path: str) -> dict[str, str]:
    """What a page says to those who show links to it."""
    page: Any = lxml.html.document_fromstring(newsroom.output()[path])
    return {node.get("property") or node.get("name"): node.get("content") for node in page.xpath("//meta[@content]")}


def image(newsroom: Newsroom, path: str) -> Image.Image:
    """A picture of the output."""
    return Image.open(io.BytesIO(newsroom.output()[path]))


@pytest.mark.parametrize("page", ["index.html", "de/index.html", "nl/topics/index.html", "de/2024/eins/index.html"])
def test_every_page_has_a_picture_with_its_size_and_words(published: Newsroom, page: str) -> None:
    """A list, the choice of a language, a report without picture: the newsroom's own, in the page's language."""
    told = meta(published, page)
    path = told["og:image"].removeprefix("https://newsroom.example/")
    size = image(published, path).size
    assert size == (1200, 630) == (int(told["og:image:width"]), int(told["og:image:height"]))
    lang = page[:2] if page[2:3] == "/" else "de"
    words = {"de": "Wir melden", "nl": "Wij berichten"}[lang]
    assert told["og:image:alt"] == f"Testredaktion: {words}"
    assert path.startswith(f"brand/social-{lang}.")


def test_every_page_of_the_site_has_one(published: Newsroom) -> None:
    """Whatever kind it is of, but for pages that lead on."""
    pages = [p for p, data in published.output().items() if p.endswith(".html") and b'http-equiv="refresh"' not in data]
    assert [page for page in pages if "og:image" not in meta(published, page)] == []


def test_a_report_with_a_picture_shows_that(newsroom: Newsroom) -> None:
    """Its own, with its size and its alt text."""
    more = "photos: [{file: a.jpg, credit: Amt}]\nhero: a.jpg"
    text = report("eins", more=more).replace("teaser:", "photos: {a.jpg: {alt: Ein Kai}}\nteaser:")
    newsroom.write(text).put("content/reports/2024/eins/photos/a.jpg", jpeg(1300, 900)).build(publish=True)
    told = meta(newsroom, "de/2024/eins/index.html")
    assert "/media/eins/a-social." in told["og:image"]
    assert (told["og:image:width"], told["og:image:height"], told["og:image:alt"]) == ("1200", "630", "Ein Kai")


def test_times_and_locales(published: Newsroom) -> None:
    """Publication and last change with their zone; the languages of a page and of its others."""
    told = meta(published, "de/2024/eins/index.html")
    assert told["article:published_time"] == told["article:modified_time"] == "2024-05-02T00:00:00+02:00"
    assert told["og:locale"] == "de_DE" and "og:locale:alternate" not in told
    page: Any = lxml.html.document_fromstring(published.output()["en/index.html"])
    assert page.xpath("//meta[@property='og:locale']/@content") == ["en_GB"]
    assert page.xpath("//meta[@property='og:locale:alternate']/@content") == ["de_DE", "nl_NL"]


def test_the_author_s_account_is_named(newsroom: Newsroom) -> None:
    """As Mastodon looks for it, however it is written in people.yaml."""
    people = newsroom.root / "content/people.yaml"
    people.write_text(
        people.read_text("utf-8").replace("{name: Hans", "{fediverse: hans@social.example, name: Hans"), "utf-8"
    )
    newsroom.write(report("eins")).build()
    assert meta(newsroom, "de/2024/eins/index.html")["fediverse:creator"] == "@hans@social.example"


def test_icons_for_tabs_and_home_screens(published: Newsroom) -> None:
    """At the addresses where browsers and telephones look without being told, and named in each page."""
    icon = image(published, "favicon.ico")
    assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert image(published, "apple-touch-icon.png").size == (180, 180)
    page: Any = lxml.html.document_fromstring(published.output()["nl/index.html"])
    assert page.xpath("//link[@rel='apple-touch-icon']/@href") == ["/apple-touch-icon.png"]
    assert "/favicon.ico" in page.xpath("//link[@rel='icon']/@href")


def test_they_are_made_of_the_mark(newsroom: Newsroom) -> None:
    """A logo as SVG is drawn into the icon, on white for home screens."""
    site = newsroom.root / "content/site.yaml"
    site.write_text(
        site.read_text("utf-8").replace(
            "email: post@newsroom.example", "email: post@newsroom.example, logo: brand/l.svg"
        ),
        "utf-8",
    )
    newsroom.put("content/brand/l.svg", SVG).write(report("eins")).build(publish=True)
    touch = image(newsroom, "apple-touch-icon.png").convert("RGB")
    assert touch.getpixel((90, 90)) == (255, 0, 0)
    assert touch.getpixel((2, 2)) == (255, 255, 255)


def test_the_same_name_gives_the_same_bytes(published: Newsroom) -> None:
    """In a build without any memory, too; another claim gives another picture."""
    published.build(publish=True, output=published.root / "anew", cache=published.root / "cache-anew")
    assert published.output() == published.output("anew")
    before = meta(published, "de/index.html")["og:image"]
    site = published.root / "content/site.yaml"
    site.write_text(site.read_text("utf-8").replace("Wir melden", "Wir berichten"), "utf-8")
    published.build(publish=True)
    assert meta(published, "de/index.html")["og:image"] != before


@pytest.mark.parametrize(
    "sheet",
    [
        ":root { --stripe-1: #00F }",
        ":root { --house: #0000ff; --stripe-1: var(--house) }",
        "@media (prefers-color-scheme: dark) { :root { --stripe-1: #fff } } :root { --stripe-1: #0000ff }",
        "/* :root { --stripe-1: #fff } */ :root { --stripe-1: var(--none, #00f) }",
    ],
)
def test_they_wear_the_brands_colours(newsroom: Newsroom, sheet: str) -> None:
    """However the style sheet writes those of a bright screen."""
    site = newsroom.root / "content/site.yaml"
    site.write_text(f"brand: brand/brand.css\n{site.read_text('utf-8')}", "utf-8")
    newsroom.put("content/brand/brand.css", sheet.encode()).write(report("eins")).build(publish=True)
    path = meta(newsroom, "de/index.html")["og:image"].removeprefix("https://newsroom.example/")
    social = image(newsroom, path).convert("RGB")
    assert [social.getpixel((x, 9)) for x in (200, 600)] == [(0, 0, 255), (220, 162, 51)]
