"""The large view of a picture by keyboard, in each language."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.checks import barriers
from tests.browser.conftest import Opener
from tests.browser.places import LANGUAGES
from tests.browser.viewer import STILL, button, dialog, download, open_by_keyboard, position, spoken, thumbnail, words


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
            expect(spoken(page)).to_contain_text(position(lang, number, 6))

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
            expect(button(page, lang, message)).to_be_visible()
        expect(download(page, lang)).to_be_visible()
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

    def test_buttons_do_what_they_say(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Enter on next and previous moves, on zoom enlarges, on close goes back to the picture."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        open_by_keyboard(page, 1)
        for message, number in (("Next picture", 2), ("Next picture", 3), ("Previous picture", 2)):
            button(page, lang, message).press("Enter")
            expect(spoken(page)).to_contain_text(position(lang, number, 6))
        button(page, lang, "Zoom").press("Enter")
        expect(page.locator(".pswp--zoomed-in")).to_be_visible()
        button(page, lang, "Close").press("Enter")
        expect(dialog(page)).to_have_count(0)
        expect(thumbnail(page, 2)).to_be_focused()

    def test_the_picture_can_be_taken_away(self, opened: Opener, sample_site: str, lang: str) -> None:
        """Enter on the download saves the large file under its name."""
        page = opened(f"{sample_site}/{lang}/2024/kanada/", **STILL)
        open_by_keyboard(page, 2)
        with page.expect_download() as saved:
            download(page, lang).press("Enter")
        assert saved.value.suggested_filename == str(thumbnail(page, 2).get_attribute("href")).rsplit("/", 1)[-1]
        expect(dialog(page)).to_have_count(1)
