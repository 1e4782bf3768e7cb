"""The large view of a picture, as a test holds it: how to open it, what is in it, a finger on it."""

from __future__ import annotations

from collections.abc import Sequence

import polib
from playwright.sync_api import Locator, Page, expect

from tests.browser.base import ROOT

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
STILL = {"reduced_motion": "reduce"}
Point = tuple[float, float]


def words(lang: str, message: str, **values: object) -> str:
    """The theme's words in that language."""
    entry = polib.pofile(str(ROOT / "translations" / "ui" / f"{lang}.po")).find(message)
    assert entry is not None
    return entry.msgstr.format(**values)


def position(lang: str, number: int, total: int) -> str:
    """``Picture 2 of 7`` in that language."""
    return words(lang, "Picture {number} of {total}", number=number, total=total)


def thumbnail(page: Page, number: int) -> Locator:
    """The link of the nth small picture, from 1."""
    return page.locator("[data-gallery] a.zoom").nth(number - 1)


def dialog(page: Page) -> Locator:
    """The large view."""
    return page.get_by_role("dialog")


def button(page: Page, lang: str, message: str) -> Locator:
    """A button of the large view, by its name in the reader's language."""
    return dialog(page).get_by_role("button", name=words(lang, message), exact=True)


def download(page: Page, lang: str) -> Locator:
    """The link that takes the large picture away."""
    return dialog(page).get_by_role("link", name=words(lang, "Download picture"))


def spoken(page: Page) -> Locator:
    """What a screen reader is told."""
    return dialog(page).locator("[aria-live=polite]")


def await_open(page: Page) -> None:
    """Waits until the large view is there."""
    expect(page.locator(".pswp--ui-visible")).to_be_visible()


def open_by_keyboard(page: Page, number: int) -> None:
    """Opens the nth picture with Enter and waits until it is there."""
    thumbnail(page, number).focus()
    page.keyboard.press("Enter")
    await_open(page)


def open_by_touch(page: Page, number: int) -> None:
    """Opens the nth picture with a tap and waits until it is there."""
    thumbnail(page, number).tap()
    await_open(page)


def drag(page: Page, start: Point, end: Point) -> None:
    """One finger, from one point to another."""
    steps = [tuple(a + (b - a) * n / 6 for a, b in zip(start, end, strict=True)) for n in range(1, 7)]
    _touches(page, [[start], *([step] for step in steps), []])


def double_tap(page: Page, point: Point) -> None:
    """One finger, twice, at once."""
    _touches(page, [[point], [], [point], []])


def pinch(page: Page, centre: Point) -> None:
    """Two fingers, drawn apart."""
    x, y = centre
    _touches(page, [*([(x - reach, y), (x + reach, y)] for reach in (30, 50, 70, 90, 110)), []])


def _touches(page: Page, moments: Sequence[Sequence[tuple[float, ...]]]) -> None:
    """Fingers at each moment: none after some is the end of a touch, some after none its start."""
    line = page.context.new_cdp_session(page)
    before = 0
    for fingers in moments:
        kind = "touchEnd" if not fingers else "touchMove" if before else "touchStart"
        points = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(fingers)]
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        before = len(fingers)
