"""The large view of a picture: its words, and its manners."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.base import CREDIT
from tests.browser.checks import shifts
from tests.browser.conftest import Opener
from tests.browser.places import LANGUAGES
from tests.browser.viewer import STILL, await_open, dialog, download, open_by_keyboard, position, spoken, thumbnail


class TestWords:
    """Captions, credits and languages."""

    def test_caption_and_credit_stand_with_the_large_picture(self, opened: Opener, sample_site: str) -> None:
        """As they stand below the small one; the download is offered beside them."""
        page = opened(f"{sample_site}/de/2024/kanada/", **STILL)
        open_by_keyboard(page, 2)
        expect(dialog(page).locator(".caption")).to_have_text("Stand von Kanada")
        expect(dialog(page).locator(".credit")).to_contain_text(CREDIT)
        link = download(page, "de")
        expect(link).to_have_attribute("download", "")
        assert link.get_attribute("href") == page.evaluate("document.querySelectorAll('[data-gallery] a.zoom')[1].href")

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_one_missing_caption_falls_back_alone(self, opened: Opener, sample_site: str, lang: str) -> None:
        """The fourth is German and says so, the others are in the reader's language."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        german = page.locator("[data-gallery] .caption [lang]")
        expect(german).to_have_count(1)
        expect(german).to_have_attribute("lang", "de")
        open_by_keyboard(page, 4)
        expect(dialog(page).locator(".caption [lang=de]")).to_have_text("Gespräche am Rande")
        expect(spoken(page).locator("[lang=de]")).to_contain_text("Gespräche am Rande")
        page.keyboard.press("ArrowRight")
        expect(dialog(page).locator(".caption [lang=de]")).to_have_count(0)

    def test_a_lone_picture_has_no_arrows(self, opened: Opener, sample_site: str) -> None:
        """One picture without a gallery opens alone."""
        page = opened(f"{sample_site}/nl/2024/one/", **STILL)
        page.locator(".hero a.zoom").click()
        await_open(page)
        expect(dialog(page).locator(".pswp__button--arrow:visible")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator(".hero a.zoom")).to_be_focused()

    def test_the_hero_opens_in_its_gallery(self, opened: Opener, sample_site: str) -> None:
        """It is told as one of six, and the focus comes back to the hero itself."""
        page = opened(f"{sample_site}/nl/2024/kanada/", **STILL)
        page.locator(".hero a.zoom").click()
        expect(spoken(page)).to_contain_text(position("nl", 1, 6))
        page.keyboard.press("Escape")
        expect(page.locator(".hero a.zoom")).to_be_focused()


class TestManners:
    """What it loads, and what happens where it cannot."""

    def test_nothing_is_loaded_before_the_first_click(self, opened: Opener, sample_site: str) -> None:
        """PhotoSwipe, its style and our own part come with the first click, and only once."""
        page = opened(f"{sample_site}/de/2024/kanada/", **STILL)
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
        late = "performance.getEntriesByType('resource').filter((e) => /gallery|photoswipe/.test(e.name)).length"
        assert page.evaluate(late) == 0
        open_by_keyboard(page, 1)
        page.keyboard.press("Escape")
        expect(dialog(page)).to_have_count(0)
        open_by_keyboard(page, 2)
        wanted = ["gallery.css", "gallery.js", "photoswipe.css", "photoswipe.esm.min.js"]
        assert sorted(name for name in asked if not name.endswith((".jpg", ".avif"))) == wanted

    def test_the_page_does_not_jump(self, opened: Opener, sample_site: str) -> None:
        """Opening and closing shifts nothing."""
        page = opened(f"{sample_site}/de/2024/kanada/", **STILL)
        open_by_keyboard(page, 1)
        page.keyboard.press("Escape")
        expect(dialog(page)).to_have_count(0)
        assert shifts(page) == 0

    def test_escape_during_the_opening_closes(self, opened: Opener, sample_site: str) -> None:
        """Also with motion, an early Escape is not lost."""
        page = opened(f"{sample_site}/de/2024/kanada/")
        thumbnail(page, 1).focus()
        page.keyboard.press("Enter")
        expect(dialog(page)).to_have_count(1)
        page.keyboard.press("Escape")
        expect(dialog(page)).to_have_count(0)
        expect(thumbnail(page, 1)).to_be_focused()

    def test_a_click_with_a_key_is_the_browsers(self, opened: Opener, sample_site: str) -> None:
        """Ctrl-click opens the picture in a new tab as for any link."""
        page = opened(f"{sample_site}/de/2024/kanada/", **STILL)
        with page.context.expect_page() as other:
            thumbnail(page, 1).click(modifiers=["Control"])
        assert other.value.url.endswith(".jpg")
        expect(dialog(page)).to_have_count(0)

    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("way", ["keyboard", "touch"])
    def test_without_script_the_link_leads_to_the_picture(
        self, opened: Opener, sample_site: str, lang: str, way: str
    ) -> None:
        """Enter or a tap shows the large picture, plainly."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", java_script_enabled=False, has_touch=way == "touch")
        with page.expect_response("**/*.jpg") as answer:
            thumbnail(page, 1).tap() if way == "touch" else thumbnail(page, 1).press("Enter")
        assert answer.value.ok
        page.wait_for_url("**/*.jpg")


def test_where_the_viewer_cannot_be_loaded_the_link_still_leads(opened: Opener, sample_site: str) -> None:
    """A lost script costs the large view, not the picture."""
    page = opened(f"{sample_site}/de/2024/kanada/", **STILL)
    page.route(
        "**/js/gallery.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body="throw 1")
    )
    thumbnail(page, 2).click()
    page.wait_for_url("**/*.jpg")
