"""The button that copies a report's text: by keyboard, told to screen readers, with and without a clipboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opener

TEXT = "Überschrift\n\nEin Absatz.\n"
REPORT = "/de/2024/kanada/"
TAKEN = "window.taken = ''; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.taken = text } } })"
NONE = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def answered(text: str | None, script: str) -> object:
    """Answers for the file, and puts a clipboard of the test's own into the page."""

    def answer(route: Route) -> None:
        if text is None:
            route.fulfill(status=404)
        else:
            route.fulfill(body=text, content_type="text/plain; charset=utf-8")

    def before(page: Page) -> None:
        page.add_init_script(script)
        page.route("**/report.txt", answer)

    return before


def press(page: Page) -> None:
    """The button by keyboard alone."""
    button = page.get_by_role("button", name="Text kopieren")
    expect(button).to_be_visible()
    button.focus()
    page.keyboard.press("Enter")


def test_the_keyboard_copies_the_text(opened: Opener, sample_site: str) -> None:
    """And the page says so in a live region."""
    page = opened(sample_site + REPORT, before=answered(TEXT, TAKEN))
    press(page)
    expect(page.get_by_role("status")).to_have_text("Der Text ist kopiert.")
    assert page.evaluate("window.taken") == TEXT


def test_a_browser_without_a_clipboard_copies_too(opened: Opener, sample_site: str) -> None:
    """As pages over http do; the focus stays on the button."""
    page = opened(sample_site + REPORT, before=answered(TEXT, NONE))
    press(page)
    expect(page.get_by_role("status")).to_have_text("Der Text ist kopiert.")
    assert page.evaluate("document.activeElement.className") == "copy"


def test_what_cannot_be_copied_is_told(opened: Opener, sample_site: str) -> None:
    """With what to do instead."""
    page = opened(sample_site + REPORT, before=answered("", "document.execCommand = () => false;" + NONE))
    press(page)
    expect(page.get_by_role("status")).to_contain_text("Öffnen Sie die Datei")


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
def test_without_a_script_there_is_the_file_alone(opened: Opener, sample_site: str, lang: str) -> None:
    """No button that does nothing."""
    page = opened(f"{sample_site}/{lang}/2024/kanada/", java_script_enabled=False)
    expect(page.locator("a[download='report.txt']")).to_be_visible()
    expect(page.locator("button.copy")).to_be_hidden()
