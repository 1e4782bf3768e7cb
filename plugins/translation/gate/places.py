"""What countries, their people, languages and places are called in a language (after CLDR)."""

from __future__ import annotations

import functools

from babel import Locale, UnknownLocaleError

from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.words import words

ROOT = 5
"""Letters that show a country in the word for its people: ``Greenlander``."""


@functools.cache
def geography(lang: str) -> frozenset[str]:
    """Words in the names of countries, languages, places in a language, plain."""
    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return frozenset()
    names = [*locale.territories.values(), *locale.languages.values(), *(n for n, _ in lexicon(lang).places)]
    return frozenset(word.plain for name in names for word in words(name))


@functools.cache
def roots(lang: str) -> frozenset[str]:
    """How these words begin."""
    return frozenset(name[:ROOT] for name in geography(lang))
