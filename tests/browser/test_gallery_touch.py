"""The large view of a picture by touch, on a phone, in each language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import barriers_in_both_schemes
from tests.browser.conftest import Opener
from tests.browser.places import LANGUAGES
from tests.browser.viewer import (
    PHONE,
    STILL,
    button,
    dialog,
    double_tap,
    download,
    drag,
    open_by_touch,
    pinch,
    position,
    spoken,
    thumbnail,
)

LEFT, MIDDLE, RIGHT, BELOW = (40, 400), (195, 400), (340, 400), (195, 760)

pytestmark = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def phone(opened: Opener, sample_site: str, lang: str) -> Page:
    """A report with a gallery of six, on a phone."""
    return opened(f"{sample_site}/{lang}/2024/kanada/", **PHONE, **STILL)


def test_a_tap_opens_and_swipes_go_on_and_back(phone: Page, lang: str) -> None:
    """To the left the next picture, to the right the one before; each is told."""
    open_by_touch(phone, 1)
    expect(spoken(phone)).to_contain_text(position(lang, 1, 6))
    drag(phone, RIGHT, LEFT)
    expect(spoken(phone)).to_contain_text(position(lang, 2, 6))
    drag(phone, LEFT, RIGHT)
    expect(spoken(phone)).to_contain_text(position(lang, 1, 6))


def test_who_cannot_swipe_has_buttons(phone: Page, lang: str) -> None:
    """Next and previous are there on a touch screen too, each 44 px wide or more (WCAG 2.5.1, 2.5.5)."""
    open_by_touch(phone, 1)
    for message, number in (("Next picture", 2), ("Previous picture", 1)):
        box = button(phone, lang, message).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        button(phone, lang, message).tap()
        expect(spoken(phone)).to_contain_text(position(lang, number, 6))


def test_the_close_button_is_in_reach(phone: Page, lang: str) -> None:
    """Tap on close: the view is gone, the picture has the focus, the page is alive."""
    open_by_touch(phone, 1)
    button(phone, lang, "Close").tap()
    expect(dialog(phone)).to_have_count(0)
    expect(thumbnail(phone, 1)).to_be_focused()
    expect(phone.locator("[inert]")).to_have_count(0)


def test_a_pull_downwards_closes(phone: Page, lang: str) -> None:
    """The focus comes back to the picture shown last."""
    open_by_touch(phone, 1)
    drag(phone, RIGHT, LEFT)
    expect(spoken(phone)).to_contain_text(position(lang, 2, 6))
    drag(phone, MIDDLE, BELOW)
    expect(dialog(phone)).to_have_count(0)
    expect(thumbnail(phone, 2)).to_be_focused()


def test_a_double_tap_enlarges(phone: Page, lang: str) -> None:
    """As everywhere on a phone."""
    open_by_touch(phone, 1)
    double_tap(phone, MIDDLE)
    expect(phone.locator(".pswp--zoomed-in")).to_be_visible()
    expect(spoken(phone)).to_contain_text(position(lang, 1, 6))


def test_two_fingers_enlarge(phone: Page, lang: str) -> None:
    """Drawn apart; the picture stays the same one."""
    open_by_touch(phone, 1)
    pinch(phone, MIDDLE)
    expect(phone.locator(".pswp--zoomed-in")).to_be_visible()
    expect(spoken(phone)).to_contain_text(position(lang, 1, 6))


def test_the_zoom_button_enlarges(phone: Page, lang: str) -> None:
    """For who has one finger to spare."""
    open_by_touch(phone, 1)
    button(phone, lang, "Zoom").tap()
    expect(phone.locator(".pswp--zoomed-in")).to_be_visible()


def test_the_picture_can_be_taken_away(phone: Page, lang: str) -> None:
    """A tap on the download saves the large file; the target is 24 px high or more (WCAG 2.5.8)."""
    open_by_touch(phone, 2)
    box = download(phone, lang).bounding_box()
    assert box is not None
    assert box["height"] >= 24
    with phone.expect_download() as saved:
        download(phone, lang).tap()
    assert saved.value.suggested_filename.endswith(".jpg")


def test_there_is_no_barrier_while_it_is_open(phone: Page, lang: str) -> None:
    """Axe finds nothing in the open view on a phone, in light and in dark."""
    open_by_touch(phone, 4)
    expect(spoken(phone)).to_contain_text(position(lang, 4, 6))
    assert barriers_in_both_schemes(phone) == []
