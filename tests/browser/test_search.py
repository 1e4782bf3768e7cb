"""The dialog of the search, with the engine and the policy of a built site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.search import answers, make
from tests.browser.conftest import Opener
from tests.browser.server import serving


@pytest.fixture(scope="module")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a newsroom with a report for each query that was written down."""
    output: Path = make(tmp_path_factory.mktemp("searchable"), 0)
    with serving(output) as address:
        yield address


def asked(page: Page, words: str) -> None:
    """Opens the dialog from the keyboard and types."""
    page.locator("a[data-search]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(words)
    expect(page.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize("lang", ["de", "nl"])
def test_what_people_look_for_is_found(opened: Opener, searchable: str, lang: str) -> None:
    """Parts of compounds, plurals, umlauts, names: at least 95 of 100."""
    found = [place >= 0 for _, place, _ in answers(opened(f"{searchable}/{lang}/press/"), lang)]
    assert len(found) == 50
    assert sum(found) / len(found) >= 0.95


def test_escape_closes_the_dialog(opened: Opener, searchable: str) -> None:
    """And leads back to where the reader was."""
    page = opened(f"{searchable}/de/")
    asked(page, "Bescheid")
    expect(page.locator(".search-results a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("a[data-search]")).to_be_focused()


def test_the_answer_is_in_the_readers_language(opened: Opener, searchable: str) -> None:
    """With how much the other language has, which leads to the same search there."""
    page = opened(f"{searchable}/nl/")
    asked(page, "Enschede")
    expect(page.get_by_role("status")).to_have_text("Gevonden berichten: 1")
    other = page.get_by_role("link", name="Ook in het Duits: 1")
    other.click()
    expect(page.get_by_role("status")).to_have_text("Gefundene Berichte: 1")
    assert page.locator(".search-results a").get_attribute("href") == "/de/2024/q-de-47/"


def test_a_filter_works_without_words(opened: Opener, searchable: str) -> None:
    """And results come ten at a time."""
    page = opened(f"{searchable}/de/")
    asked(page, "x")
    page.get_by_role("searchbox").fill("")
    page.get_by_label("Jahr").select_option("2024")
    expect(page.get_by_role("status")).to_have_text("Gefundene Berichte: 50")
    expect(page.locator(".search-results li")).to_have_count(10)
    page.get_by_role("button", name="Weitere Ergebnisse").click()
    expect(page.locator(".search-results li")).to_have_count(20)


def test_without_script_the_archive_is_there(opened: Opener, searchable: str) -> None:
    """The link leads to it."""
    page = opened(f"{searchable}/de/", java_script_enabled=False)
    page.get_by_role("link", name="Suche").click()
    assert page.url == f"{searchable}/de/archive/"
