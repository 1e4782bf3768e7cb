"""A video of another host: asked for nothing before a reader wants it, and remembered only where that is wanted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.checks import barriers
from tests.browser.conftest import Opener
from tests.browser.server import serving
from tests.site.newsroom import GROUND, ROOT, Newsroom
from tests.site.test_video import full

PLAYER = "https://player.video.example/1"


@pytest.fixture(scope="module")
def film_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a newsroom with a film."""
    root = tmp_path_factory.mktemp("film")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    full(Newsroom(root).write(GROUND)).build()
    with serving(Path(root, "output")) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, film_site: str, host: Host) -> Iterator[Page]:
    """Somebody who has opened the page; unlike elsewhere, another host may be asked here."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    host.stand_in(page)
    page.goto(f"{film_site}/de/2024/kai/")
    yield page
    context.close()


@pytest.fixture
def host() -> Host:
    """The other host."""
    return Host()


class Host:
    """The other host, as a browser sees it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def stand_in(self, page: Page) -> None:
        """Answers in its place on a page."""
        page.route(
            "https://player.video.example/**", lambda route: route.fulfill(body="film", content_type="text/html")
        )
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if "video.example" in request.url:
            self.asked.append(request.url)


def button(page: Page) -> None:
    """The button by keyboard alone."""
    wanted = page.get_by_role("button", name="Video hier zeigen")
    expect(wanted).to_be_visible()
    wanted.focus()
    page.keyboard.press("Enter")


def test_nothing_is_asked_before_it_is_wanted(reader: Page, host: Host) -> None:
    """And what the host gets to know is told before."""
    page = reader
    expect(page.get_by_text("player.video.example danach gefragt")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert host.asked == []
    assert barriers(page) == []
    button(page)
    expect(page.frame_locator("iframe").locator("body")).to_have_text("film")
    assert host.asked == [PLAYER]
    assert page.locator("iframe").get_attribute("title") == "Der Kai im Bau"


def test_the_choice_is_forgotten(reader: Page) -> None:
    """Unless its box is ticked; and again once the box is cleared."""
    page = reader
    button(page)
    expect(page.locator("iframe")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Video hier zeigen")).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_label("Videos von player.video.example immer hier zeigen").check()
    page.reload()
    expect(page.locator("iframe")).to_be_visible()
    page.get_by_label("Videos von player.video.example immer hier zeigen").uncheck()
    page.reload()
    expect(page.get_by_role("button", name="Video hier zeigen")).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)


def test_without_a_script_there_is_the_link(opened: Opener, film_site: str) -> None:
    """And no button that does nothing."""
    page = opened(f"{film_site}/de/2024/kai/", java_script_enabled=False)
    expect(page.get_by_role("link", name="Ansehen bei video.example")).to_be_visible()
    expect(page.locator(".consent")).to_be_hidden()
