"""Reads the colour tokens of a style sheet, in light and dark, and measures contrast (WCAG 2.2)."""

from __future__ import annotations

import re
from pathlib import Path

STATIC = Path(__file__).parents[3] / "theme" / "static"
_BLOCK = re.compile(r":root\s*\{([^}]*)\}")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);?")
_FALLBACK = re.compile(r"var\(--[\w-]+,\s*(.+)\)$")


def blocks(sheet: str) -> tuple[dict[str, str], dict[str, str]]:
    """The tokens of the first two ``:root`` blocks on screen: light, and what dark changes."""
    text = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL).split("@media print")[0]
    found = [dict(_TOKEN.findall(block)) for block in _BLOCK.findall(text)]
    return found[0], found[1] if len(found) > 1 else {}


def plain(value: str) -> str:
    """The value that holds where nobody else sets the token: the innermost fallback."""
    value = value.strip()
    while inner := _FALLBACK.match(value):
        value = inner[1].strip()
    return value


def luminance(colour: str) -> float:
    """Relative luminance of ``#rgb`` or ``#rrggbb`` (WCAG 2.2, definition)."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def scheme(preset: str, *, dark: bool) -> dict[str, str]:
    """All tokens as they stand with that preset (empty: the theme alone), in one colour scheme."""
    light, changes = blocks((STATIC / "css" / "site.css").read_text("utf-8"))
    values = light | changes if dark else light
    if preset:
        own, own_changes = blocks((STATIC / "presets" / f"{preset}.css").read_text("utf-8"))
        values = values | own | (own_changes if dark else {})
    return {name: plain(value) for name, value in values.items()}
