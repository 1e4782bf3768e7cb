"""The order in which names are listed: that of the Unicode collation (UTS 10), with the letters of the language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any, TypeVar

from plugins.pages.alphabets import Alphabet, alphabet

Thing = TypeVar("Thing")
Filed = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]
"""(weight and place behind it of each letter, which of those that share a place they are)."""
_DOTLESS = str.maketrans({"I": "ı", "İ": "i"})


@cache
def _collator() -> Any:
    from pyuca import Collator  # two tenths of a second, for those who have a name beyond ASCII

    return Collator()


@lru_cache(maxsize=8192)
def _weights(text: str) -> tuple[int, ...]:
    return tuple(_collator().sort_key(text))


@lru_cache(maxsize=8192)
def _key(text: str, lang: str) -> tuple[Filed, tuple[int, ...]]:
    """The letters by the language's alphabet, then the weights of the collation, with marks and capitals."""
    own = alphabet(lang)
    return (_filed(text, own, lang) if own else ((), ())), _weights(text)


def _filed(text: str, own: Alphabet, lang: str) -> Filed:
    typed = unicodedata.normalize("NFC", text)
    letters = (typed.translate(_DOTLESS) if lang[:2] in ("tr", "az") else typed).casefold()
    found: list[tuple[int, int]] = []
    variants: list[int] = []
    at = 0
    for match in own.letters.finditer(letters):
        place = own.places[match[0]]
        found.extend((weight, 0) for weight in _first_level(letters[at : match.start()]))
        found.extend((weight, place.number) for weight in _first_level(place.anchor))
        variants.append(place.variant)
        at = match.end()
    found.extend((weight, 0) for weight in _first_level(letters[at:]))
    return tuple(found), tuple(variants)


def _first_level(text: str) -> tuple[int, ...]:
    weights = _weights(text)
    return weights[: weights.index(0)] if 0 in weights else weights


def ordered(names: Iterable[str], lang: str = "") -> tuple[str, ...]:
    """The names in the order of a language; without one that which German, Dutch and English share."""
    every = tuple(names)
    if alphabet(lang) is None and all(map(str.isascii, every)):
        return tuple(sorted(every, key=lambda name: (name.casefold(), name)))
    return tuple(sorted(every, key=lambda name: (_key(name, lang), name)))


def by_name(things: Iterable[Thing], name: Callable[[Thing], str], lang: str = "") -> list[Thing]:
    """Things in the order of their names; those of one name as they came."""
    every = list(things)
    places = {text: number for number, text in enumerate(ordered({name(one) for one in every}, lang))}
    return sorted(every, key=lambda one: places[name(one)])
