"""Everything that a journalist finds, in three languages: no barrier on a phone or at a desk, with the search open too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.checks import barriers, barriers_in_both_schemes, overflow
from tests.browser.conftest import Opener
from tests.browser.server import serving
from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report
from tests.site.test_funding import FUNDING
from tests.site.test_video import OWN
from tests.unit.documents.samples import pdf

PHONE: ViewportSize = {"width": 360, "height": 800}
DESK: ViewportSize = {"width": 1280, "height": 900}
SITE = """
search: true
press: {text: true, pdf: true, kit: true}
boilerplate: {de: Wir bauen Kais., nl: Wij bouwen kades., en: We build quays.}
series: {kais: {title: {de: Offene Kais, nl: Open kades, en: Open quays}}}
"""
FACTS = f"""{OWN.replace("documents:", "documents:" + chr(10) + "  - {file: plan.pdf, language: nl}")}
series: kais
funding: [landstrom]
event: {{start: 2024-05-03, city: Kiel}}"""
WORDS = """photos: {film.jpg: {alt: Ein Kran, caption: Der Kran}}
documents: {film.mp4: Film, film.de.vtt: Untertitel, plan.pdf: Plan}
video: {title: Kai, transcript: Ein Kran hebt eine Wand.}
"""
PAGES = ("2024/kai/", "press/", "media/", "series/kais/", "projects/landstrom/")
LANGUAGES = ("de", "nl", "en")


@pytest.fixture(scope="module")
def press_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a newsroom with one report that has everything, in three languages."""
    root = tmp_path_factory.mktemp("press-room")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    newsroom = Newsroom(root).put("content/brand/land.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    newsroom.write(GROUND.replace("translation:", f"{SITE}{FUNDING.partition('--')[2].partition('--')[2]}translation:"))
    folder = "content/reports/2024/kai"
    newsroom.put(f"{folder}/photos/film.jpg", jpeg(640, 360)).put(f"{folder}/documents/plan.pdf", pdf(tagged=True))
    newsroom.put(f"{folder}/documents/film.mp4", b"\0\0\0\x20ftypisom\0\0" + bytes(100))
    newsroom.put(f"{folder}/documents/film.de.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nTag\n")
    newsroom.write(report("kai", more=FACTS, body="Strom vom Land.").replace("teaser: ", f"{WORDS}teaser: ", 1))
    text = (root / folder / "de.md").read_text("utf-8")
    for lang in ("nl", "en"):
        newsroom.put(f"{folder}/{lang}.md", text.encode())
    newsroom.build()
    with serving(Path(root, "output")) as address:
        yield address


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_the_press_room_has_a_barrier(opened: Opener, press_room: str, lang: str) -> None:
    """On a phone nothing reaches out of the window, either; other tests have seen lists at a desk."""
    page = opened(f"{press_room}/{lang}/{PAGES[0]}", viewport=DESK)
    found = {"at a desk": barriers(page)}
    assert page.locator(".downloads li").count() == 6
    page.set_viewport_size(PHONE)
    for path in PAGES:
        page.goto(f"{press_room}/{lang}/{path}")
        found[path] = [*barriers(page), *overflow(page)]
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_has_no_barrier_while_it_is_open(opened: Opener, press_room: str, lang: str) -> None:
    """With results in it, in light and dark, on a phone too."""
    page = opened(f"{press_room}/{lang}/press/", viewport=DESK)
    page.locator("a[data-search]").click()
    page.get_by_role("searchbox").fill("Strom")
    expect(page.locator(".search-results a")).to_be_visible()
    expect(page.locator(".search-also a")).to_have_count(2)
    assert barriers_in_both_schemes(page) == []
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")
    assert [*barriers(page), *overflow(page)] == []
