"""No page has a barrier that axe can find (WCAG 2.2 AA and best practices), in light or dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.checks import barriers_in_both_schemes
from tests.browser.conftest import Opener
from tests.browser.places import IN_TURN, of_each_kind, once_of_each_kind


@pytest.mark.parametrize("path", IN_TURN)
def test_sample_pages_have_no_barrier(opened: Opener, sample_site: str, path: str) -> None:
    """Every kind of page, the languages in turn, the awkward ones included."""
    assert barriers_in_both_schemes(opened(sample_site + path)) == []


def newsroom_barriers(opened: Opener, site: str, paths: list[str]) -> dict[str, list[str]]:
    """What is found on pages of the built newsroom, by their addresses."""
    found: dict[str, list[str]] = {}
    page = opened(site + "/")
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.goto(site + path)
        found[path] = barriers_in_both_schemes(page)
    return {path: words for path, words in found.items() if words}


def test_the_newsroom_has_no_barrier(opened: Opener, built: Path, built_site: str) -> None:
    """The site as it is built: all reports, static pages and kinds of list, their languages in turn."""
    assert newsroom_barriers(opened, built_site, once_of_each_kind(built)) == {}


@pytest.mark.nightly
def test_no_language_of_the_newsroom_has_a_barrier(opened: Opener, built: Path, built_site: str) -> None:
    """Each kind of list in each language."""
    assert newsroom_barriers(opened, built_site, of_each_kind(built)) == {}


def test_on_a_phone_too(opened: Opener, sample_site: str) -> None:
    """The narrow layouts of home and report."""
    for path in ("/nl/", "/nl/2024/kanada/"):
        page = opened(sample_site + path, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        assert barriers_in_both_schemes(page) == []
