"""Pages can be read by everybody: narrow, enlarged, without style, without script, in forced colours, on paper."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checks import look_through, overflow, shifts
from tests.browser.conftest import Opener
from tests.browser.places import SAMPLES, of_each_kind, once_of_each_kind, reports

STRUCTURE = """() => ({
  headings: document.querySelectorAll('h1').length,
  mains: document.querySelectorAll('main').length,
  language: document.documentElement.lang,
  direction: document.documentElement.dir,
  styles: document.querySelectorAll('[style], style').length,
  scripts: [...document.scripts].filter((s) => !s.src && s.type !== 'application/ld+json').length,
  handlers: [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length,
  broken: [...document.images].filter((i) => !i.hasAttribute('alt') || !i.getAttribute('src')).length,
})"""


@pytest.mark.parametrize("path", SAMPLES)
def test_structure(opened: Opener, sample_site: str, path: str) -> None:
    """One main heading, one main part, a language and a direction, nothing inline."""
    found = opened(sample_site + path).evaluate(STRUCTURE)
    language = path.split("/")[1] if path.count("/") > 1 else "de"
    assert found == {
        "headings": 1, "mains": 1, "language": language, "direction": "rtl" if language == "he" else "ltr",
        "styles": 0, "scripts": 0, "handlers": 0, "broken": 0,
    }  # fmt: skip


@pytest.mark.parametrize(("width", "what"), [(320, "a small phone, or 400 %"), (640, "200 %"), (1920, "a wide desk")])
def test_nothing_scrolls_sideways(opened: Opener, sample_site: str, width: int, what: str) -> None:
    """At 320 px, which is 1280 px enlarged to 400 % (WCAG 1.4.10), at 200 %, and on a wide screen."""
    page = opened(sample_site + "/", viewport={"width": width, "height": 900})
    found = {}
    for path in SAMPLES:
        page.goto(sample_site + path)
        found[path] = overflow(page)
    assert {path: names for path, names in found.items() if names} == {}, what


def test_the_newsroom_does_not_scroll_sideways(opened: Opener, built: Path, built_site: str) -> None:
    """Every kind of page of the built site at 320 px."""
    page = opened(built_site + "/", viewport={"width": 320, "height": 640})
    found = {}
    for path in of_each_kind(built):
        page.goto(built_site + path)
        found[path] = overflow(page)
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps(opened: Opener, built: Path, built_site: str, width: int) -> None:
    """Cumulative layout shift is 0 on every kind of page, while it loads and every picture comes in.

    A page that jumps is loaded again: what has no place of its own jumps each time. A processor slowed down twentyfold
    may draw the head before the last language has come, and the labels make room for it (0.004; 0.1 is called good).
    """
    page = opened(built_site + "/", viewport={"width": width, "height": 844})
    found = {}
    for path in once_of_each_kind(built):
        for _ in range(3):
            page.goto(built_site + path)
            look_through(page)
            found[path] = shifts(page)
            if not found[path]:
                break
    assert {path: shift for path, shift in found.items() if shift} == {}
    assert len(found) > len(reports(built))


def test_a_jump_would_be_seen(opened: Opener, built_site: str) -> None:
    """The measure does measure: a box put in above the text shifts it."""
    page = opened(built_site + "/de/")
    look_through(page)
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(
        """() => new Promise((done) => requestAnimationFrame(() => {
          document.body.prepend(Object.assign(document.createElement('div'), { innerHTML: '<br>'.repeat(9) }));
          requestAnimationFrame(() => requestAnimationFrame(done));
        }))"""
    )
    assert shifts(page) > 0


def visible_text(page: Page) -> str:
    """The words that can be seen, without breaks."""
    return " ".join(page.locator("body").inner_text().split())


def undress(page: Page) -> None:
    """Lets every style sheet come empty."""
    page.route("**/*.css", lambda route: route.fulfill(status=200, content_type="text/css", body=""))


def test_without_style(opened: Opener, sample_site: str) -> None:
    """Bare, the page reads in a sensible order and loses no word."""
    dressed = opened(sample_site + "/nl/2024/kanada/")
    words = dressed.locator("main").inner_text().split()
    page = opened(sample_site + "/nl/2024/kanada/", before=undress)
    assert set(words) - set(page.locator("main").inner_text().split()) == set()
    text = visible_text(page)
    order = [
        "Trifinium",
        "Deutsch",
        "Thema’s",
        "Home",
        "Innovatie over de oceaan",
        "Vier thema’s",
        "Afbeeldingen",
        "Contact",
    ]
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_no_word_is_lost_without_style(opened: Opener, built: Path, built_site: str) -> None:
    """Every kind of page: bare, it has all the words that it has dressed, in the same order."""
    dressed, bare = opened(built_site + "/"), opened(built_site + "/", before=undress)
    found = {}
    for path in once_of_each_kind(built):
        texts = []
        for page in (dressed, bare):
            page.goto(built_site + path)
            texts.append(page.locator("main").inner_text().split())
        found[path] = [word for word in texts[0] if word not in texts[1]] + (["order"] if bare_order(bare) else [])
    assert {path: words for path, words in found.items() if words} == {}


def bare_order(page: Page) -> bool:
    """Whether the main heading comes after what it heads."""
    return bool(
        page.evaluate(
            """() => [...document.querySelectorAll('main :is(h2, .prose, .cards, figure)')]
              .some((e) => document.querySelector('h1').compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING)"""
        )
    )


def test_without_script(browser: Browser, built: Path, built_site: str) -> None:
    """Every kind of page: all words are there, and the script adds none."""
    texts: list[dict[str, str]] = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        texts.append({})
        for path in once_of_each_kind(built):
            page.goto(built_site + path)
            texts[-1][path] = visible_text(page)
        context.close()
    assert texts[0] == texts[1]
    assert min(len(text) for text in texts[0].values()) > 100


def test_the_skip_link_comes_first_and_leads_to_the_text(opened: Opener, sample_site: str) -> None:
    """Tab shows it, Enter moves the focus to the main part."""
    page = opened(sample_site + "/de/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["width"] > 100
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_language_switch_is_easy_to_find_and_hit_on_a_phone(opened: Opener, sample_site: str) -> None:
    """It is seen without scrolling, names each language in full, and every target is 44 px high or more."""
    page = opened(sample_site + "/en/", viewport={"width": 320, "height": 568})
    boxes = [link.bounding_box() for link in page.locator(".languages a").all()]
    assert [link.inner_text() for link in page.locator(".languages a").all()] == ["Deutsch", "Nederlands", "English"]
    assert all(box and box["height"] >= 44 and box["y"] + box["height"] < 300 for box in boxes)


def test_forced_colours_still_show_where_one_is(opened: Opener, sample_site: str) -> None:
    """The current language is marked by a line, since backgrounds are gone."""
    page = opened(sample_site + "/de/2024/kanada/", forced_colors="active")
    style = page.locator(".languages [aria-current]").evaluate("(e) => getComputedStyle(e).outlineStyle")
    assert style == "solid"


def test_on_paper_there_is_the_report_and_nothing_else(opened: Opener, sample_site: str) -> None:
    """Navigation is gone, text, pictures, credits and contacts stay, addresses of links are written out."""
    page = opened(sample_site + "/de/2024/kanada/")
    page.emulate_media(media="print")
    for gone in (".languages", ".sections", ".breadcrumb", ".rail", ".related", ".legal"):
        assert not page.locator(gone).first.is_visible(), gone
    for kept in ("h1", ".prose", ".gallery figcaption", ".contacts .p-tel", ".event", ".publisher"):
        assert page.locator(kept).first.is_visible(), kept
    assert page.locator(".page-address").inner_text() == page.locator("link[rel=canonical]").get_attribute("href")
    for part in (".hero .credit-line", ".gallery .credit-line"):
        assert page.locator(part).first.is_visible(), part
    note = page.locator(".report-notes a[href^=http]").first.evaluate("(e) => getComputedStyle(e, '::after').content")
    assert "http" in note
    after = page.locator(".prose a").first.evaluate("(e) => getComputedStyle(e, '::after').content")
    assert "https://www.zim.example/" in after


def test_dark_colours_come_without_being_asked(opened: Opener, sample_site: str) -> None:
    """The system's preference decides."""
    colours = [
        opened(sample_site + "/de/", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert colours == ["rgb(255, 255, 255)", "rgb(17, 21, 24)"]


def test_pages_are_light(opened: Opener, built: Path, built_site: str) -> None:
    """Every kind of page, as served without compression: style 20 KB on a report's page and 25 KB on others, script 25 KB, all but the pictures 100 KB."""
    asked: list[str] = []
    page = opened(built_site + "/", before=lambda page: page.on("request", lambda request: asked.append(request.url)))
    for path in once_of_each_kind(built):
        asked.clear()
        page.goto(built_site + path)
        weight = weigh(asked, built)
        limit = 20_000 if "article:published_time" in page.content() else 25_000
        assert 0 < weight[".css"] <= limit, path
        assert weight[".js"] <= 25_000, path
        assert sum(weight.values()) <= 100_000, path


def weigh(asked: list[str], built: Path) -> Counter[str]:
    """Bytes of the files that a page asked for by itself, per kind of file; pictures weigh nothing here."""
    weights: Counter[str] = Counter()
    for url in set(asked):
        file = built / urlsplit(url).path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in {".jpg", ".avif", ".png", ".svg"}:
            weights[file.suffix] += file.stat().st_size
    return weights
