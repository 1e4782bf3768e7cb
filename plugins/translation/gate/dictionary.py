"""Knows the words of German, Dutch and English: Hunspell with the word lists beside this module."""

from __future__ import annotations

import functools
from pathlib import Path

from hunspell import Hunspell

LISTS = Path(__file__).with_name("dictionaries")
SMALLEST = 4
"""Letters of each half of a compound."""


class Dictionary:
    """The words of one language, with their inflections and compounds."""

    def __init__(self, lang: str) -> None:
        self._words = Hunspell(lang, hunspell_data_dir=str(LISTS))

    @functools.lru_cache(maxsize=20_000)  # noqa: B019 (lives as long as the program, once per language)
    def has(self, word: str) -> bool:
        """Whether the word stands there as it is written; what has a capital there needs one."""
        return bool(self._words.spell(word))

    def has_small(self, word: str) -> bool:
        """Whether it is a word of the language, and not a name alone."""
        return self.has(word.lower())

    def has_name(self, word: str) -> bool:
        """Whether it stands there with a capital only."""
        return self.has(word) and not self.has_small(word)

    def has_parts(self, word: str, *, nouns: bool) -> bool:
        """Whether it is two words of the language written as one; ``nouns``: of which some have a capital."""
        small = word.lower()
        cuts = range(SMALLEST, len(small) - SMALLEST + 1)
        return any(self._is_part(small[:at], nouns) and self._is_part(small[at:], nouns) for at in cuts)

    def _is_part(self, word: str, nouns: bool) -> bool:
        if self.has(word) or (nouns and self.has(word.capitalize())):
            return True
        if not nouns:
            return False
        joined = word.endswith("s") and len(word) > SMALLEST and self.has(word[:-1].capitalize())
        return joined or self.has(f"{word}e".capitalize())  # *Palme* in *Palmblatt*


@functools.cache
def dictionary(lang: str) -> Dictionary | None:
    """The words of a language, ``None`` where there is no list of them."""
    base = lang.split("-")[0].lower()
    return Dictionary(base) if (LISTS / f"{base}.dic").is_file() else None
