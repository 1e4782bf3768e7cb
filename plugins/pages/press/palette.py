"""The colours of a brand as its style sheets give them to a page on a bright screen, for what is no page."""

from __future__ import annotations

import re
from collections.abc import Iterable

NAMES = (
    *("ink", "soft", "line", "link", "accent", "kicker", "stripe-1", "stripe-2", "stripe-3"),
    *("notice", "notice-line", "alert", "alert-line"),
)
"""What documents and pictures are drawn with."""
_ROOT = re.compile(r"(?<![^\s{};]):root\s*\{([^{}]*)\}")
_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;]+)")
_VAR = re.compile(r"var\(\s*--([\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_DEPTH = 8


def palette(sheets: Iterable[str]) -> dict[str, str]:
    """Each colour as ``#rrggbb``, the later sheet's before the earlier's; one that is no plain colour is left out."""
    tokens: dict[str, str] = {}
    for sheet in sheets:
        light = _MEDIA.sub("", _NOTE.sub("", sheet))
        for block in _ROOT.findall(light):
            found = {name: value.strip() for name, value in _TOKEN.findall(block)}
            tokens |= {name: value for name, value in found.items() if name not in NAMES or _colour(value, found)}
    return {name: _colour(tokens[name], tokens) for name in NAMES if name in tokens}


def _colour(value: str, tokens: dict[str, str]) -> str:
    """The colour behind a value; empty where it is written in a way that only browsers understand."""
    for _ in range(_DEPTH):
        found = _VAR.fullmatch(value.strip())
        if found is None:
            break
        value = tokens.get(found[1]) or found[2] or ""
    value = value.strip()
    if not _HEX.fullmatch(value):
        return ""
    return value.lower() if len(value) == 7 else "#" + "".join(sign * 2 for sign in value[1:]).lower()
