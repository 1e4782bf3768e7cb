"""The order in which names are listed: that of the Unicode collation (UTS 10), with the letters of the language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from plugins.pages.alphabets import Alphabet, alphabet

Thing = TypeVar("Thing")
Filed = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]
"""(weight and place behind it of each letter, which of those that share a place they are)."""
_DOTLESS = str.maketrans({"I": "ı", "İ": "i"})


_LATIN = range(0x370)
"""Latin letters and the accents that are put on them."""
_SIGNS = range(0x2000, 0x2070)
"""Dashes, quotation marks, blanks."""
_ROW = re.compile(r"^(?:(?:0[0-3][0-9A-F]{2}|20[0-6][0-9A-F]) ?)+ ;.*$", re.MULTILINE)
"""A row of the table about nothing else (and a few more)."""


@cache
def _collator() -> Any:
    from pyuca import Collator  # a third of a second, for those who have a name beyond Latin letters

    return Collator()


@cache
def _latin_collator() -> Any:
    """The same with the rows of the table for Latin letters: read in a tenth of the time, by each worker."""
    import pyuca

    table = Path(pyuca.__file__).with_name(f"allkeys-{pyuca.Collator.UCA_VERSION}.txt")
    if not table.is_file():
        return _collator()
    with TemporaryDirectory() as folder:
        part = Path(folder, table.name)
        part.write_text("\n".join(_ROW.findall(table.read_text("utf-8"))), "utf-8")
        return pyuca.Collator(str(part))


def _is_latin(text: str) -> bool:
    return all(ord(sign) in _LATIN or ord(sign) in _SIGNS for sign in unicodedata.normalize("NFD", text))


@lru_cache(maxsize=8192)
def _weights(text: str) -> tuple[int, ...]:
    return tuple((_latin_collator() if _is_latin(text) else _collator()).sort_key(text))


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
