"""The large view of a picture: by keyboard, by touch, aloud, and in the reader's own language."""

from __future__ import annotations

import polib
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.base import CREDIT, ROOT
from tests.browser.checks import barriers, shifts
from tests.browser.conftest import Opener
from tests.browser.places import LANGUAGES

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
STILL = {"reduced_motion": "reduce"}


def words(lang: str, message: str, **values: object) -> str:
    """The theme's words in that language."""
    entry = polib.pofile(str(ROOT / "translations" / "ui" / f"{lang}.po")).find(message)
    assert entry is not None
    return entry.msgstr.format(**values)


def thumbnail(page: Page, number: int) -> Locator:
    """The link of the nth small picture, from 1."""
    return page.locator("[data-gallery] a.zoom").nth(number - 1)


def dialog(page: Page) -> Locator:
    """The large view."""
    return page.get_by_role("dialog")


def open_by_keyboard(page: Page, number: int) -> None:
    """Opens the nth picture with Enter and waits until it is there."""
    thumbnail(page, number).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pswp--ui-visible")).to_be_visible()


def spoken(page: Page) -> Locator:
    """What a screen reader is told."""
    return dialog(page).locator("[aria-live=polite]")


@pytest.mark.parametrize("lang", LANGUAGES)
class TestKeyboard:
    """Without a mouse, in each language."""

    def test_enter_opens_a_dialog_with_a_name(self, opened: Opener, sample_site: str, lang: str) -> None:
        """It is modal, named in the reader's language, and holds the focus."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        open_by_keyboard(page, 2)
        expect(dialog(page)).to_have_accessible_name(words(lang, "Pictures"))
        expect(dialog(page)).to_have_attribute("aria-modal", "true")
        assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")

    def test_arrows_move_and_the_position_is_spoken(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Right goes on, left goes back, and each picture's number is told."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        open_by_keyboard(page, 2)
        for key, number in (("ArrowRight", 3), ("ArrowRight", 4), ("ArrowLeft", 3)):
            page.keyboard.press(key)
            expect(spoken(page)).to_contain_text(words(lang, "Picture {number} of {total}", number=number, total=6))

    def test_escape_returns_to_the_picture(self, opened: Opener, sample_site: str, lang: str) -> None:
        """The focus comes back to the picture shown last, and the page is alive again."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        open_by_keyboard(page, 2)
        page.keyboard.press("ArrowRight")
        expect(spoken(page)).to_contain_text("3")
        page.keyboard.press("Escape")
        expect(dialog(page)).to_have_count(0)
        expect(thumbnail(page, 3)).to_be_focused()
        expect(page.locator("[inert]")).to_have_count(0)

    def test_buttons_speak_the_language(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Close, zoom, next, previous and download carry the theme's words, and no English is left over."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        open_by_keyboard(page, 1)
        for message in ("Close", "Zoom", "Next picture", "Previous picture"):
            expect(dialog(page).get_by_role("button", name=words(lang, message), exact=True)).to_be_visible()
        expect(dialog(page).get_by_role("link", name=words(lang, "Download picture"))).to_be_visible()
        expect(dialog(page).locator("[aria-roledescription]")).to_have_count(0)

    def test_tab_stays_inside(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Tab goes round, forwards and backwards, without leaving the dialog."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        open_by_keyboard(page, 1)
        seen = []
        for key in ["Tab"] * 8 + ["Shift+Tab"] * 8:
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
            seen.append(
                page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
            )
        assert words(lang, "Close") in seen
        assert words(lang, "Download picture") in seen

    def test_there_is_no_barrier_while_it_is_open(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Axe finds nothing in the open view, in light and in dark."""
        for scheme in ("light", "dark"):
            page = opened(f"{sample_site}/{lang}/2024/kanada/", color_scheme=scheme, **STILL)
            open_by_keyboard(page, 4)
            assert barriers(page) == []


@pytest.mark.parametrize("lang", LANGUAGES)
class TestTouch:
    """With a finger, on a phone."""

    def test_a_tap_opens_and_a_swipe_goes_on(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Tap the first picture, swipe left: the second is shown and told."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **PHONE, **STILL)
        thumbnail(page, 1).tap()
        expect(page.locator(".pswp--ui-visible")).to_be_visible()
        swipe(page, 340, 40)
        expect(spoken(page)).to_contain_text(words(lang, "Picture {number} of {total}", number=2, total=6))

    def test_the_close_button_is_in_reach(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Tap on close: the view is gone, the picture has the focus."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **PHONE, **STILL)
        thumbnail(page, 1).tap()
        expect(page.locator(".pswp--ui-visible")).to_be_visible()
        dialog(page).get_by_role("button", name=words(lang, "Close"), exact=True).tap()
        expect(dialog(page)).to_have_count(0)
        expect(thumbnail(page, 1)).to_be_focused()


def swipe(page: Page, start: int, end: int) -> None:
    """One finger, from one side to the other."""
    line = page.context.new_cdp_session(page)
    step = (end - start) / 6

    def touch(kind: str, x: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": 400}]
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", start)
    for number in range(1, 7):
        touch("touchMove", start + step * number)
    touch("touchEnd", end)


class TestWords:
    """Captions, credits and languages."""

    def test_caption_and_credit_stand_with_the_large_picture(self, opened: Opener, sample_site: str) -> None:
        """As they stand below the small one; the download is offered beside them."""
        page = opened(f"{sample_site}/de/2024/kanada/", **STILL)
        open_by_keyboard(page, 2)
        expect(dialog(page).locator(".caption")).to_have_text("Stand von Kanada")
        expect(dialog(page).locator(".credit")).to_contain_text(CREDIT)
        link = dialog(page).get_by_role("link", name=words("de", "Download picture"))
        expect(link).to_have_attribute("download", "")
        assert link.get_attribute("href") == page.evaluate("document.querySelectorAll('[data-gallery] a.zoom')[1].href")

    def test_one_missing_caption_falls_back_alone(self, opened: Opener, sample_site: str) -> None:
        """The fourth is German and says so, the others are English."""
        page = opened(f"{sample_site}/en/2024/kanada/", **STILL)
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
        expect(page.locator(".pswp--ui-visible")).to_be_visible()
        expect(dialog(page).locator(".pswp__button--arrow:visible")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator(".hero a.zoom")).to_be_focused()

    def test_the_hero_opens_in_its_gallery(self, opened: Opener, sample_site: str) -> None:
        """It is told as one of six, and the focus comes back to the hero itself."""
        page = opened(f"{sample_site}/nl/2024/kanada/", **STILL)
        page.locator(".hero a.zoom").click()
        expect(spoken(page)).to_contain_text(words("nl", "Picture {number} of {total}", number=1, total=6))
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

    def test_without_script_the_link_leads_to_the_picture(self, opened: Opener, sample_site: str) -> None:
        """A click shows the large picture, plainly."""
        page = opened(f"{sample_site}/de/2024/kanada/", java_script_enabled=False)
        with page.expect_response("**/*.jpg") as answer:
            thumbnail(page, 1).click()
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
