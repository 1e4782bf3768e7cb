"""Proves that no word of a source is lost: each stands in the edition, the facts, or among what is left out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from plugins.markup.convert import convert
from plugins.markup.page_words import visible

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f]")


def words(text: str) -> list[str]:
    """The words of a text, composed (NFC), without signs of no width."""
    return _WORD.findall(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)))


def counted(text: str) -> Counter[str]:
    """Each word with how often it stands there."""
    return Counter(words(text))


def lost(source: str, *places: str) -> tuple[str, ...]:
    """The words of a source that stand in none of the places, in their order."""
    there: Counter[str] = Counter()
    for place in places:
        there.update(words(place))
    missing = []
    for word in words(source):
        if there[word] > 0:
            there[word] -= 1
        else:
            missing.append(word)
    return tuple(missing)


def words_of_markdown(body: str) -> str:
    """The words that an edition's body shows on its page."""
    return visible(convert(body).html)
