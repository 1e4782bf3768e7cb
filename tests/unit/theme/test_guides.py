"""The guides on theme and branding tell the truth."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.theme.test_contrast import SIGNS, TEXT
from tests.unit.theme.tokens import STATIC, blocks, contrast, plain

ROOT = Path(__file__).parents[3]
THEME_GUIDE = (ROOT / "docs" / "theme.md").read_text("utf-8")
BRAND_GUIDE = (ROOT / "docs" / "branding.md").read_text("utf-8")
LIGHT, DARK = blocks((STATIC / "css" / "site.css").read_text("utf-8"))


def test_every_token_is_explained() -> None:
    """The table of the guide names the tokens of the style sheet, all of them and no others."""
    table = THEME_GUIDE.split("## Tokens")[1].split("\n## ")[0]
    assert set(re.findall(r"`--([\w-]+)`", table)) == LIGHT.keys()


def test_every_template_is_named() -> None:
    """The guide's table knows each template."""
    templates = {path.name for path in (ROOT / "theme" / "templates").glob("*.html")} - {"base.html"}
    assert {name for name in templates if f"`{name}`" not in THEME_GUIDE} == set()


def test_layers_are_named_in_their_order() -> None:
    """As the style sheet declares them."""
    declared = re.search(r"@layer ([\w, ]+);", (STATIC / "css" / "site.css").read_text("utf-8"))
    assert declared is not None
    assert f"`{declared[1]}`" in THEME_GUIDE


def test_the_brand_of_the_guide_can_be_read() -> None:
    """The example sets tokens that exist, and its colours keep the contrast in light and dark."""
    example = max(re.findall(r"```css[^\n]*\n(.*?)```", BRAND_GUIDE, flags=re.DOTALL), key=len)
    light, dark = blocks(example)
    assert (light.keys() | dark.keys()) <= LIGHT.keys()
    for tokens in (LIGHT | light, LIGHT | DARK | light | dark):
        colours = {name: plain(value) for name, value in tokens.items()}
        assert [pair for pair in TEXT if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []
        assert [pair for pair in SIGNS if contrast(colours[pair[0]], colours[pair[1]]) < 3] == []


def test_the_presets_of_the_guide_exist() -> None:
    """``brand: kern`` and its like name a file of the theme."""
    named = re.findall(r"\| `brand: (\w+)` \|", BRAND_GUIDE)
    assert sorted(named) == sorted(path.stem for path in (STATIC / "presets").glob("*.css"))
