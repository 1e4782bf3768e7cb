"""Colours of the theme and its presets keep the contrast that WCAG 2.2 AA asks for."""

from __future__ import annotations

import pytest

from tests.unit.theme.tokens import STATIC, contrast, scheme

PRESETS = ("", *sorted(path.stem for path in (STATIC / "presets").glob("*.css")))
TEXT = (
    ("ink", "paper"), ("ink", "tint"), ("ink", "notice"), ("ink", "alert"), ("soft", "paper"), ("soft", "tint"),
    ("link", "paper"), ("link", "tint"), ("kicker", "paper"), ("on-accent", "accent"),
    ("on-foot", "foot"), ("soft-on-foot", "foot"),
)  # fmt: skip
"""Words (first) and what they stand on: 4.5 to 1 (success criterion 1.4.3)."""
SIGNS = (
    ("accent", "paper"), ("focus", "paper"), ("focus", "tint"), ("focus-on-foot", "foot"),
    ("notice-line", "paper"), ("alert-line", "paper"),
)  # fmt: skip
"""Lines, fields and focus rings: 3 to 1 (success criteria 1.4.11, 2.4.13)."""


def _short(preset: str, dark: bool, pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    tokens = scheme(preset, dark=dark)
    measured = {f"--{a} on --{b}": contrast(tokens[a], tokens[b]) for a, b in pairs}
    return [f"{pair}: {ratio:.2f}" for pair, ratio in measured.items() if ratio < least]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("preset", PRESETS, ids=lambda name: name or "theme")
class TestContrast:
    """In every preset and both colour schemes."""

    def test_words_can_be_read(self, preset: str, dark: bool) -> None:
        """Every colour of text reaches 4.5 to 1 on what it stands on."""
        assert _short(preset, dark, TEXT, 4.5) == []

    def test_signs_can_be_seen(self, preset: str, dark: bool) -> None:
        """Borders that mean something and the focus ring reach 3 to 1."""
        assert _short(preset, dark, SIGNS, 3.0) == []


def test_a_faint_colour_is_noticed() -> None:
    """The measure itself: black on white is 21, a known grey is just below 4.5."""
    assert round(contrast("#000", "#fff"), 2) == 21
    assert contrast("#777777", "#ffffff") < 4.5 < contrast("#767676", "#ffffff")
