"""No page has a barrier that axe can find (WCAG 2.2 AA and best practices), in light or dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.checks import barriers_in_both_schemes
from tests.browser.conftest import Opener
from tests.browser.places import IN_TURN, of_each_kind


@pytest.mark.parametrize("path", IN_TURN)
def test_sample_pages_have_no_barrier(opened: Opener, sample_site: str, path: str) -> None:
    """Every kind of page, the languages in turn, the awkward ones included."""
    assert barriers_in_both_schemes(opened(sample_site + path)) == []


def test_the_newsroom_has_no_barrier(opened: Opener, built: Path, built_site: str) -> None:
    """The site as it is built: all reports and static pages, one of each kind of list per language."""
    found: dict[str, list[str]] = {}
    page = opened(built_site + "/")
    for path in of_each_kind(built):
        page.emulate_media(color_scheme="light")
        page.goto(built_site + path)
        found[path] = barriers_in_both_schemes(page)
    assert {path: words for path, words in found.items() if words} == {}


def test_on_a_phone_too(opened: Opener, sample_site: str) -> None:
    """The narrow layouts of home and report."""
    for path in ("/nl/", "/nl/2024/kanada/"):
        page = opened(sample_site + path, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        assert barriers_in_both_schemes(page) == []
