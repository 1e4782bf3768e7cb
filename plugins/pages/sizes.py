"""Sizes of files as people write them."""

from __future__ import annotations

from babel.numbers import format_decimal

from plugins.newsroom.model import Lang
from plugins.pages.dates import locale_of
from plugins.pages.typography import NBSP

_UNITS = (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000))


def size_words(size: int, lang: Lang) -> str:
    """A number of bytes in the units of everyday (powers of 1,000), never rounded to nothing: ``1.2 MB``, ``3 kB``."""
    unit, one = next(((unit, one) for unit, one in _UNITS if size >= one), _UNITS[-1])
    number = round(size / one, 1) if one > 1_000 and size < 10 * one else max(1, round(size / one))
    return f"{format_decimal(number, locale=locale_of(lang))}{NBSP}{unit}"
