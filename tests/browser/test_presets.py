"""A preset of another design system leaves no barrier of colour, in light or dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.base import ROOT
from tests.browser.checks import barriers_in_both_schemes
from tests.browser.conftest import Opener

STATIC = ROOT / "theme" / "static"
PRESETS = sorted(path.stem for path in (STATIC / "presets").glob("*.css"))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("path", ["/de/", "/nl/2024/kanada/", "/en/2024/one/"])
def test_preset(opened: Opener, sample_site: str, preset: str, path: str) -> None:
    """Home, a machine's translation, a reviewed one."""
    sheets = [STATIC / "css" / "site.css", STATIC / "presets" / f"{preset}.css"]
    dress = "\n".join(sheet.read_text("utf-8") for sheet in sheets)

    def dressed(page: Page) -> None:
        page.route("**/css/site.css", lambda route: route.fulfill(status=200, content_type="text/css", body=dress))

    assert barriers_in_both_schemes(opened(sample_site + path, before=dressed)) == []
