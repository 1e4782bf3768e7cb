"""What journalists find: the press page, the media library, the pages of authors in parts."""

from __future__ import annotations

import datetime as dt
import io

from lxml import html
from PIL import Image

from plugins.pages.press_pages import PICTURES
from tests.site.newsroom import Newsroom, jpeg, report

PHOTOS = (
    "photos: [{{file: a.jpg, credit: 'Foto | {0}', usage_terms: Nur {0}}}, {{file: b.jpg, credit: 'Foto | {0} b'{1}}}]"
)
WORDS = "photos: {a.jpg: {alt: Ein Kai, caption: Der Kai}, b.jpg: {alt: Ein Kran}}\nteaser:"


def pictured(newsroom: Newsroom, ident: str, *, status: str = "published", more: str = "", until: str = "") -> None:
    """Adds a report with two pictures; the second may be used ``until`` a day."""
    photos = PHOTOS.format(ident, f", usable_until: {until}" if until else "")
    newsroom.write(report(ident, more=f"{photos}\n{more}", status=status))
    edition = newsroom.root / f"content/reports/2024/{ident}/de.md"
    edition.write_text(edition.read_text("utf-8").replace("teaser:", WORDS), "utf-8")
    for name in "ab":
        newsroom.put(f"content/reports/2024/{ident}/photos/{name}.jpg", jpeg(640, 480))


def credits_of(newsroom: Newsroom, path: str = "de/media/index.html") -> list[str]:
    """The credit lines of a page of the media library."""
    found = html.fromstring(newsroom.read(path)).xpath("//li//span[@class='credit-line']/text()")
    return [str(line) for line in found]


def site(newsroom: Newsroom, more: str) -> None:
    """Adds to site.yaml."""
    file = newsroom.root / "content" / "site.yaml"
    file.write_text(file.read_text("utf-8") + more, "utf-8")


def test_the_media_library_shows_what_may_be_used(newsroom: Newsroom) -> None:
    """With credit, terms, and the report; nothing that has expired, is withdrawn, a draft, or under embargo."""
    pictured(newsroom, "frei", until="2026-03-01")
    pictured(newsroom, "alt", until="2026-02-28")
    pictured(newsroom, "weg", status="withdrawn", more="withdrawn: {date: 2025-01-01, reason: {de: Falsch}}")
    pictured(newsroom, "entwurf", status="draft")
    pictured(newsroom, "sperre", more="embargo: 2026-04-01T10:00")
    newsroom.build()
    assert sorted(credits_of(newsroom)) == ["Foto | alt", "Foto | frei", "Foto | frei b"]
    page = html.fromstring(newsroom.read("nl/media/index.html"))
    assert "Nur frei" in page.xpath("string(//main)")
    assert "/de/2024/frei/" in page.xpath("//main//li/p/a/@href")
    for address in page.xpath("//main//a[@download]/@href"):
        assert address.lstrip("/") in newsroom.output()


def test_a_picture_leaves_the_library_on_its_day(newsroom: Newsroom) -> None:
    """By itself, in the first build after it."""
    pictured(newsroom, "frei", until="2026-03-01")
    newsroom.build()
    assert len(credits_of(newsroom)) == 2
    newsroom.now += dt.timedelta(days=1)
    newsroom.build()
    assert credits_of(newsroom) == ["Foto | frei"]


def test_without_a_picture_there_is_no_library(newsroom: Newsroom) -> None:
    """And nothing leads to it."""
    newsroom.write(report("a")).build()
    assert not any("/media/" in path for path in newsroom.output() if path.endswith(".html"))
    assert "/de/media/" not in newsroom.read("de/press/index.html") + newsroom.read("sitemap.xml")


def test_the_library_comes_in_parts_that_do_not_shift(newsroom: Newsroom) -> None:
    """Numbers count from the oldest picture."""
    for number in range(PICTURES):
        pictured(newsroom, f"r{number:02}")
    newsroom.build()
    assert len(credits_of(newsroom)) == PICTURES
    oldest = credits_of(newsroom, "de/media/page/1/index.html")
    assert len(oldest) == PICTURES
    pictured(newsroom, "neu", more="")
    file = newsroom.root / "content/reports/2024/neu/report.yaml"
    file.write_text(file.read_text("utf-8").replace("2024-05-02", "2024-06-02"), "utf-8")
    newsroom.build()
    assert credits_of(newsroom, "de/media/page/1/index.html") == oldest
    assert credits_of(newsroom)[0] == "Foto | neu"


def test_the_press_page_has_what_the_press_asks_for(newsroom: Newsroom) -> None:
    """In the reader's language: whom to call, who we are, the logo, terms, feeds and calendars, all of which exist."""
    site(newsroom, "boilerplate: {de: Wir sind, nl: Wij zijn, en: We are}\npicture_terms: {nl: Vrij, de: Frei}\n")
    file = newsroom.root / "content/site.yaml"
    file.write_text(file.read_text("utf-8").replace("example}", "example, logo: brand/logo.svg}", 1), "utf-8")
    newsroom.put("content/brand/logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    pictured(newsroom, "frei")
    newsroom.build()
    page = html.fromstring(newsroom.read("nl/press/index.html"))
    words = page.xpath("string(//main)")
    for told in ("Pers", "Erika Muster", "030 23125 100", "Wij zijn", "Vrij", "Alle afbeeldingen"):
        assert told in words, told
    made = newsroom.output()
    for address in page.xpath("//main//a/@href"):
        path = address.lstrip("/")
        assert address.startswith(("tel:", "mailto:")) or path in made or f"{path}index.html" in made, address
    assert {"/nl/feed.xml", "/nl/topics/energie/calendar.ics"} <= set(page.xpath("//main//a/@href"))
    assert "/nl/press/" in newsroom.read("nl/index.html")


def test_what_site_yaml_says_of_pictures_reaches_both_pages(newsroom: Newsroom) -> None:
    """And no page of a report."""
    pictured(newsroom, "frei")
    site(newsroom, "picture_terms: {de: Frei}\n")
    newsroom.build()
    before = newsroom.output()
    file = newsroom.root / "content/site.yaml"
    file.write_text(file.read_text("utf-8").replace("{de: Frei}", "{de: Nie}"), "utf-8")
    newsroom.build()
    after = newsroom.output()
    newsroom.build(output=newsroom.root / "fresh", cache=newsroom.root / "fresh-cache")
    assert newsroom.output("fresh") == after
    assert {path for path in before if before[path] != after[path]} == {
        f"{lang}/{name}/index.html" for lang in ("de", "nl", "en") for name in ("press", "media")
    }


def test_pages_of_authors_come_in_parts(newsroom: Newsroom) -> None:
    """Each report once in its parts, with how many there are of each sort."""
    site(newsroom, "per_page: 2\n")
    for number in range(5):
        newsroom.write(report(f"r{number}", date=f"2024-03-0{number + 1}"))
    newsroom.build()
    parts = [html.fromstring(newsroom.read(f"de/authors/hans/{part}index.html")) for part in ("", "page/1/")]
    titles = [[str(link.text) for link in page.xpath("//article//h3/a")] for page in parts]
    assert titles == [["Bericht r4", "Bericht r3", "Bericht r2"], ["Bericht r1", "Bericht r0"]]
    assert [page.xpath("string(//section/h2/span)") for page in parts] == ["5", "5"]
    assert "/de/authors/hans/page/1/" in newsroom.read("de/authors/hans/index.html")


DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="15" height="10" fill="#f00"/></svg>'
)


def logos(newsroom: Newsroom, name: str, data: bytes) -> dict[str, tuple[str, bytes]]:
    """Kind of file -> (words in brackets behind its link, bytes) of the German press page."""
    file = newsroom.root / "content" / "site.yaml"
    own = "email: post@newsroom.example"
    file.write_text(file.read_text("utf-8").replace(own, f"{own}, logo: brand/{name}"), "utf-8")
    newsroom.put(f"content/brand/{name}", data).write(report("a")).build()
    found = html.fromstring(newsroom.read("de/press/index.html")).xpath("//a[contains(., 'Logo herunterladen')]")
    words = {str(link.get("href")): str(link.xpath("string(.//small)")).strip("()") for link in found}
    return {text.partition(",")[0]: (text, newsroom.output()[url.lstrip("/")]) for url, text in words.items()}


def test_a_drawn_logo_is_offered_as_pixels_too(newsroom: Newsroom) -> None:
    """As it stands, as PNG with what is transparent, as JPEG on white, with kind and size."""
    found = logos(newsroom, "haus.svg", DRAWING)
    assert list(found) == ["SVG", "PNG", "JPEG"]
    assert found["SVG"] == ("SVG, 1\N{NO-BREAK SPACE}kB", DRAWING)
    assert found["PNG"][0].startswith("PNG, 2400 × 800 px, ")
    png, flat = (Image.open(io.BytesIO(found[kind][1])) for kind in ("PNG", "JPEG"))
    assert (png.format, flat.format) == ("PNG", "JPEG") and png.size == flat.size == (2400, 800)
    assert png.getpixel((600, 400)) == (255, 0, 0, 255) and png.getpixel((1800, 400)) == (0, 0, 0, 0)
    assert flat.getpixel((1800, 400)) == (255, 255, 255)


def test_a_logo_of_pixels_is_converted_and_the_same_in_every_build(newsroom: Newsroom) -> None:
    """At its own size, without memory as well."""
    found = logos(newsroom, "haus.jpg", jpeg(900, 300))
    assert [text.rpartition(",")[0] for text, _ in found.values()] == ["PNG, 900 × 300 px", "JPEG, 900 × 300 px"]
    newsroom.build(output=newsroom.root / "anew", cache=newsroom.root / "cache-anew")
    assert newsroom.output() == newsroom.output("anew")


def test_another_logo_is_offered_in_the_next_build(newsroom: Newsroom) -> None:
    """Drawn anew, and what was there before is gone."""
    before = logos(newsroom, "haus.svg", DRAWING)
    newsroom.put("content/brand/haus.svg", DRAWING.replace(b"#f00", b"#00f")).build()
    page, files = newsroom.read("de/press/index.html"), newsroom.output()
    urls = [str(url).lstrip("/") for url in html.fromstring(page).xpath("//a[contains(., 'Logo')]/@href")]
    assert len(urls) == 3 and not {files[url] for url in urls} & {data for _, data in before.values()}
    assert not {data for _, data in before.values()} & set(files.values())
