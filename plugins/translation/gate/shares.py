"""Shares and factors: *jeder Fünfte* is *a fifth*; *tripled* is not *doubled*."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from plugins.translation.gate.lexicon import Lexicon
from plugins.translation.gate.numeral import Kind, Numeral, Weight
from plugins.translation.gate.words import level, words

_NEAR = 24
"""Characters before a number in which *one company in* stands."""


def as_share(numeral: Numeral, text: str, lex: Lexicon) -> Numeral:
    """The number, with the share that the words before it make of it: *one in five* is a fifth."""
    pattern = _every(lex)
    if pattern is None or not pattern.search(level(text[max(0, numeral.start - _NEAR) : numeral.start])):
        return numeral
    parts = frozenset(1 / value for value in numeral.values if 2 <= value <= 100)
    return replace(numeral, values=numeral.values | parts)


def factors(text: str, lex: Lexicon) -> list[Numeral]:
    """``verdreifacht``, ``halved``: how many times as much there is now."""
    table = dict(lex.factors)
    return [
        Numeral(
            word.start,
            word.end,
            word.raw,
            False,
            values=frozenset({table[word.plain]}),
            weight=Weight.CONTRADICTS,
            kind=Kind.FACTOR,
        )
        for word in words(text)
        if word.plain in table
    ]


@functools.cache
def _every(lex: Lexicon) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{lex.every})\s?$") if lex.every else None
