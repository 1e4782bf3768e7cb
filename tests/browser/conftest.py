"""One browser for all tests, the sample pages, the newsroom as it is built, and a watch on every page."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from plugins.build.build import build
from plugins.build.config import Config
from plugins.build.console import Console
from tests.browser import folder
from tests.browser.server import serving
from tests.browser.watch import Watch
from tests.founding.newsroom import lay_out

ROOT = Path(__file__).parents[2]
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")
SLOW = 30_000
"""Milliseconds that a busy machine may take for what is expected; a quick one does not wait."""
NO_BROWSER = "The browser tests need Chromium: `apt-get install chromium`, or name one in the variable CHROMIUM."

Opener = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks everything in this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system."""
    found = (shutil.which(name) for name in PROGRAMS)
    program = os.environ.get("CHROMIUM") or next(filter(None, found), "")
    if not Path(program).is_file():
        pytest.fail(NO_BROWSER, pytrace=False)
    expect.set_options(timeout=SLOW)
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the sample pages."""
    place = tmp_path_factory.mktemp("samples")
    folder.write(place)
    with serving(place) as address:
        yield address


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The output folder of the founding newsroom; its pictures are remembered from one test run to the next."""
    output = tmp_path_factory.mktemp("built") / "output"
    root = lay_out(output.parent)
    cache = pytestconfig.cache.mkdir("browser-build") if pytestconfig.cache else output.parent / "cache"
    summary = build(
        Config(
            content=root / "content",
            translations=root / "translations",
            theme=ROOT / "theme",
            output=output,
            cache=Path(cache),
            now=dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC),
            jobs=2,
        ),
        Console(quiet=True),
    )
    assert summary is not None
    return output


@pytest.fixture(scope="session")
def built_site(built: Path) -> Iterator[str]:
    """Address of this newsroom as it is built."""
    with serving(built) as address:
        yield address


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opener]:
    """Opens pages in a context of its own; afterwards none of them may have done what it should not.

    ``before`` is called with the page before it goes anywhere.
    """
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def open_(address: str, before: Callable[[Page], object] = lambda page: None, **settings: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, address))
        before(page)
        page.goto(address)
        return page

    yield open_
    for watch in watches:
        watch.finish()
    for context in contexts:
        context.close()
    assert [trouble for watch in watches for trouble in watch.troubles] == []
