"""A preset speaks the theme's tokens and stands on its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.theme.tokens import STATIC, blocks

CONTRACT, _ = blocks((STATIC / "css" / "site.css").read_text("utf-8"))
PRESETS = sorted((STATIC / "presets").glob("*.css"))


@pytest.mark.parametrize("sheet", PRESETS, ids=lambda path: path.stem)
class TestPreset:
    """Each of them."""

    def test_sets_only_tokens_of_the_contract(self, sheet: Path) -> None:
        """No token is set that the theme does not know."""
        light, dark = blocks(sheet.read_text("utf-8"))
        assert (light.keys() | dark.keys()) - CONTRACT.keys() == set()

    def test_every_borrowed_token_has_a_value_to_fall_back_on(self, sheet: Path) -> None:
        """Without the system's own style sheet the page still has all its colours."""
        light, dark = blocks(sheet.read_text("utf-8"))
        lonely = re.compile(r"var\(--(?!title\)|text\))[\w-]+\)")
        assert [v for v in (*light.values(), *dark.values()) if lonely.search(v)] == []

    def test_has_both_colour_schemes(self, sheet: Path) -> None:
        """Dark changes at least paper, ink and link."""
        _, dark = blocks(sheet.read_text("utf-8"))
        assert {"paper", "ink", "link"} <= dark.keys()


def test_there_are_presets() -> None:
    """KERN and NL Design System, as the guide says."""
    assert [path.stem for path in PRESETS] == ["kern", "nldesign"]
