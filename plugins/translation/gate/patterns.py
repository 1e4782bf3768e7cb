"""Things that are written the same in every language, and how to find them in a text."""

from __future__ import annotations

import re

HOLE = "￼"
"""Stands in the text where something was taken out (U+FFFC, object replacement character)."""

PLACEHOLDER = re.compile(
    r"\{\{.{1,60}?\}\}|\{%.{1,60}?%\}|\$\{[\w.]{1,40}\}|#\{[\w.]{1,40}\}"
    r"|\{[A-Za-z_]?[\w.\[\]!:-]{0,40}\}"
    r"|%\([\w.]+\)[-+0#]*\d*(?:\.\d+)?[sdifgxr]"
    r"|(?<![\d%])%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?[sdifgxr@](?![A-Za-zÀ-ÿ])"
    r"|(?<![\w%])%[A-Za-z_][\w-]*%"
    r"|\[\[[\w:. -]{1,40}\]\]|⟦[^⟧]*⟧|\[%[\w-]{1,40}\]"
    r"|__[A-Z][A-Z0-9_]*?__|\b[A-Z]{1,5}PH\d+[A-Z]?\b|@@\w+@@|@[A-Za-z]+@"
)
TAG = re.compile(
    r"<\s*(/?)\s*([A-Za-z][\w:-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"'/]+))?)*)\s*(/?)\s*>"
)
REFERENCE = re.compile(r"\[\^[\w-]+\](?!:)|(?<=\])\[[^\[\]]+\]")
"""A footnote mark, or the label of a reference link."""
CODE_POINTS = re.compile("[\u200b\u2060\ufeff\u00ad]")
"""Characters that are not seen: zero width space, word joiner, soft hyphen."""
