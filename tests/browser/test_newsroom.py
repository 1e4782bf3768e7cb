"""The pictures of the newsroom as it is built: the gallery of each report, large, and what is taken away."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from plugins.pictures.reading import read_metadata
from tests.browser.checks import barriers, barriers_in_both_schemes
from tests.browser.conftest import Opener
from tests.browser.places import LANGUAGES, reports
from tests.browser.viewer import PHONE, STILL, await_open, dialog, open_by_keyboard, open_by_touch, position, spoken

LUNCH = {
    "de": "/de/2024/kanada-business-lunch/",
    "nl": "/nl/2024/zakenlunch-canada-dortmund/",
    "en": "/en/2024/canada-business-lunch/",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gallery_of_six(opened: Opener, built_site: str, lang: str) -> None:
    """Each of its pictures has a caption in the reader's language and a credit, and is told as one of six."""
    page = opened(built_site + LUNCH[lang], **STILL)
    open_by_keyboard(page, 1)
    captions = set()
    for number in range(1, 7):
        expect(spoken(page)).to_contain_text(position(lang, number, 6))
        captions.add(dialog(page).locator(".caption").inner_text())
        expect(dialog(page).locator(".credit")).to_contain_text("Dreiklang")
        page.keyboard.press("ArrowRight")
    assert len(captions) == 6
    expect(dialog(page).locator(".caption [lang]")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_finger_finds_its_way_through_it(opened: Opener, built_site: str, lang: str) -> None:
    """Opened by a tap on a phone, it says where one is."""
    page = opened(built_site + LUNCH[lang], **PHONE, **STILL)
    open_by_touch(page, 6)
    expect(spoken(page)).to_contain_text(position(lang, 6, 6))


def test_what_is_taken_away_carries_its_credit(opened: Opener, built: Path, built_site: str) -> None:
    """The file behind each download names its credit line and its source type in its own metadata."""
    page = opened(built_site + LUNCH["en"], **STILL)
    links = [link.get_attribute("href") or "" for link in page.locator("[data-gallery] a.zoom").all()]
    assert len(links) == 6
    for link in links:
        rights = read_metadata((built / urlsplit(link).path.lstrip("/")).read_bytes()).rights
        assert "Dreiklang" in rights.credit
        assert rights.digital_source_type


def test_no_picture_of_a_report_is_shown_twice(opened: Opener, built: Path, built_site: str) -> None:
    """Neither as hero and in the gallery, nor in the text and in the gallery."""
    page = opened(built_site + "/")
    for path in reports(built):
        page.goto(built_site + path)
        shown = [link.get_attribute("href") for link in page.locator("article.report a.zoom").all()]
        assert len(shown) == len(set(shown)), path


def test_the_large_view_has_no_barrier_in_any_report(opened: Opener, built: Path, built_site: str) -> None:
    """Every report, their languages in turn, in light and dark, with its first picture large."""
    found = {}
    page = opened(built_site + "/", **STILL)
    for path in reports(built):
        page.emulate_media(color_scheme="light")
        page.goto(built_site + path)
        page.locator("a.zoom").first.press("Enter")
        await_open(page)
        found[path] = barriers_in_both_schemes(page)
    assert {path: words for path, words in found.items() if words} == {}
    assert len(found) == 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reports_show_what_made_them_special(opened: Opener, built_site: str, lang: str) -> None:
    """Kicker, author and two contacts; two days; breadcrumb and source; link to the source; hero and date block."""
    page = opened(f"{built_site}/{lang}/")
    address = {
        name: page.locator(f"a.u-url[href*='/{year}/{part}']").first.get_attribute("href") or ""
        for name, year, part in (
            ("mission", 2021, "e-mis"),
            ("stars", 2014, "bsr-stars"),
            ("clusters", 2023, "clusters"),
            ("land", 2024, "tech-land"),
        )
    }
    page.goto(built_site + LUNCH[lang])
    for part in (".story .kicker", ".byline >> text=Julia Jäger", ".gallery figcaption >> nth=5"):
        expect(page.locator(part)).to_be_visible()
    expect(page.locator(".contacts .h-card")).to_have_count(2)
    page.goto(built_site + address["mission"])
    expect(page.locator(".story .kicker")).to_be_visible()
    expect(page.locator(".date-day")).to_have_text("8–9")
    text = page.locator(".prose").inner_text()
    for name in ("Goll", "Petit", "Foy", "Clement", "Püchner", "Schiltz", "Willand", "Kämpfe", "Witz", "Büchele",
                 "Auert", "Ortjens", "Frank", "Ackermann", "Delles", "Tereba", "Herzog", "Ney"):  # fmt: skip
        assert name in text
    page.goto(built_site + address["stars"])
    expect(page.locator(".breadcrumb li")).to_have_count(3)
    expect(page.locator(".sources")).to_contain_text("Bundesministerium für Wirtschaft und Energie")
    page.goto(built_site + address["clusters"])
    expect(page.locator(".sources a[rel=external]")).to_have_attribute("href", re.compile("clustercollaboration"))
    if lang != "en":
        expect(page.locator(".prose [lang=en]", has_text="Twin transition through innovation")).to_be_visible()
    page.goto(built_site + address["land"])
    for part in (".hero img", ".date-block"):
        expect(page.locator(part)).to_be_visible()


def test_axe_looks_at_the_open_view(opened: Opener, built_site: str) -> None:
    """It does look there: a button that loses its name is found."""
    page = opened(built_site + LUNCH["de"], **STILL)
    open_by_keyboard(page, 1)
    page.locator(".pswp__button--close").evaluate("(e) => { e.removeAttribute('aria-label'); e.title = ''; }")
    assert [found for found in barriers(page) if found.startswith("button-name")]
