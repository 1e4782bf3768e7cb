"""Plain words of a text: lower case, without accents, with their places."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters as it stands in the text."""

    start: int
    end: int
    raw: str
    plain: str


@functools.lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Lower case without accents: ``Zwölf`` → ``zwolf``, ``één`` → ``een``, ``ß`` → ``ss``."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def level(text: str) -> str:
    """The text in small letters without accents, letter for letter, so that places stay what they are."""
    whole = plain(text)
    return whole if len(whole) == len(text) else "".join(map(_letter, text))


@functools.cache
def _letter(char: str) -> str:
    simple = plain(char)
    return simple if len(simple) == 1 else char


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; hyphens and digits separate, an apostrophe inside a word does not."""
    return tuple(Word(m.start(), m.end(), m.group(), plain(m.group())) for m in _WORD.finditer(text))
