"""Reads sanitised HTML, which is well formed and quotes all attributes."""

from __future__ import annotations

import re
from html import unescape

ATTRIBUTES = r'(?:\s[^\s=>]+="[^"]*")*'
"""A regular expression for the attributes of a tag."""

TAG = re.compile(rf"<(/?)([a-z][a-z0-9]*)({ATTRIBUTES})>")
"""A tag: (slash, name, attributes)."""

VOID = frozenset({"br", "hr", "img"})
"""Elements without an end tag, of those that are let through."""

_ATTRIBUTE = re.compile(r'\s([^\s=>]+)="([^"]*)"')


def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag, as text."""
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(inside)}


def text_of(html: str) -> str:
    """The words of some HTML, as plain text on one line."""
    return " ".join(unescape(TAG.sub("", html)).split())
