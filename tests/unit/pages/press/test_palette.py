"""Colours out of style sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.pages.press.palette import NAMES, palette

THEME = Path(__file__).parents[4] / "theme/static"


@pytest.mark.parametrize(
    ("sheet", "colour"),
    [
        (":root{--ink:#ABC}", "#aabbcc"),
        (":root { --ink: #0d5266; }", "#0d5266"),
        (":root{--house:#123456;--ink:var(--house)}", "#123456"),
        (":root{--ink:var(--none, #123456)}", "#123456"),
        (":root{--ink:var(--none, var(--neither, #123456))}", "#123456"),
        (":root{--soft:#fff}:root{--ink:#123456}", "#123456"),
        ('@charset "utf-8"; :root{--ink:#123456}', "#123456"),
        ("@media (prefers-color-scheme: dark){:root{--ink:#ffffff}}", "#000001"),
        ("@media print{:root{--ink:#ffffff}}", "#000001"),
        ("/* :root{--ink:#ffffff} */", "#000001"),
        (":root{--ink:oklch(50% 0.1 200)}", "#000001"),
        (":root{--ink:var(--ink)}", "#000001"),
    ],
)
def test_a_brands_colour_wins_where_it_is_a_plain_one(sheet: str, colour: str) -> None:
    """In light, and whatever way it is written; else the theme's stands."""
    assert palette([":root{--ink:#000001}", sheet])["ink"] == colour


@pytest.mark.parametrize("preset", [None, *sorted((THEME / "presets").glob("*.css"))], ids=str)
def test_every_preset_has_all_colours(preset: Path | None) -> None:
    """None of them leaves a document without one."""
    sheets = [(THEME / "css/site.css").read_text("utf-8"), *([preset.read_text("utf-8")] if preset else [])]
    assert set(palette(sheets)) == set(NAMES)
