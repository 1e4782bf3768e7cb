"""Things that are written the same in every language, and how to find them in a text."""

from __future__ import annotations

import re

HOLE = "￼"
"""Stands in the text where something was taken out (U+FFFC, object replacement character)."""

URL = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.)[^\s<>\"“”„«»￼]*[^\s<>\"“”„«».,;:!?'’)\]￼*_]|\b(?:report|page|photo):[\w./-]*\w",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
DOMAIN = re.compile(
    r"(?<![\w.@-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:com|org|net|edu|gov|info|example|eu|de|nl|at|ch|be|uk|fr|io)\b(?:/[\w./-]*\w)?",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00|\(?0)[\d(][\d \u00a0()/–-]{4,}\d(?![\w])")
DATE_LIKE = re.compile(r"\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4}(?!\d)")
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


def phone_digits(raw: str) -> str:
    """The digits of a telephone number with its plus: two spellings of one number are equal."""
    return ("+" if raw.startswith("+") else "") + re.sub(r"\D", "", raw)


def is_phone(raw: str) -> bool:
    """Whether a match of ``PHONE`` has seven to fifteen digits (ITU-T E.164), and is no date."""
    return 7 <= len(re.sub(r"\D", "", raw)) <= 15 and not DATE_LIKE.match(raw)
