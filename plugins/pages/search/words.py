"""The words by which a text is found beside those that it holds: parts of compounds, basic forms, other forms.

The engine of the search brings words to their stems by rules (Snowball), which do not know that ``huizen`` are several
``huis``; a dictionary (simplemma) does. Other languages than German and Dutch have basic forms alone, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plugins.pages.search.compounds import LINKS, Compounds

_WORD = re.compile(r"[^\W\d_]{3,}")
_OTHERS = {
    "de": (("um", "en"), ("um", "a"), ("a", "en"), ("us", "en"), ("us", "i"), ("", "s")),
    "nl": (
        *(("s", "zen"), ("f", "ven"), ("um", "a"), ("us", "i"), ("", "s"), ("", "eren")),
        *(("heid", "heden"), ("ad", "eden"), ("id", "eden"), ("ip", "epen")),
    ),
}
"""(end, end of another form) of words that rules bring to different stems."""


class Words:
    """The vocabulary of one language."""

    def __init__(self, lang: str) -> None:
        import simplemma  # two seconds' worth of dictionaries

        self._lang = lang
        self._lemmatize = simplemma.lemmatize
        self._is_known = simplemma.is_known
        self.compounds = Compounds(lang, self._noun) if lang in LINKS else None
        self._more: dict[str, tuple[str, ...]] = {}

    def hidden(self, text: str) -> str:
        """What a text is to be found by beside its own words, sorted, with blanks between."""
        own = set(_WORD.findall(text))
        small = {word.lower() for word in own}
        return " ".join(sorted({more for word in own for more in self._of(word) if more not in small}))

    def _of(self, word: str) -> tuple[str, ...]:
        found = self._more.get(word)
        if found is None:
            found = self._more[word] = tuple(dict.fromkeys(self._forms(word)))
        return found

    def _forms(self, word: str) -> Iterator[str]:
        parts = self.compounds.parts(word) if self.compounds else frozenset()
        for one in (word, *sorted(parts)):
            if one is not word:
                yield one
            yield self._lemma(one)
            yield from self._other_forms(one)

    def _lemma(self, word: str) -> str:
        named = word.capitalize() if self._lang == "de" else word
        return str(self._lemmatize(named, lang=self._lang)).lower()

    def _other_forms(self, word: str) -> Iterator[str]:
        small = word.lower()
        for end, other in _OTHERS.get(self._lang, ()):
            form = small[: len(small) - len(end)] + other
            if small.endswith(end) and self._noun(form) and self._lemma(form) == small:
                yield form

    def _noun(self, word: str) -> bool:
        return bool(self._is_known(word.capitalize() if self._lang == "de" else word, lang=self._lang))


@cache
def words_of(lang: str) -> Words | None:
    """The vocabulary of a language tag; ``None`` for a language without a dictionary."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    plain = lang.partition("-")[0]
    return Words(plain) if plain in SUPPORTED_LANGUAGES else None
