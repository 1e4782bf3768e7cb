"""Shares and factors: *jeder Fünfte* is *a fifth*; *three times as much* is not *doubled*."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from fractions import Fraction

from plugins.translation.gate.lexicon import Lexicon
from plugins.translation.gate.numeral import Kind, Numeral, Weight
from plugins.translation.gate.words import level

_NEAR = 24
"""Characters before a number in which *one company in* stands."""
_LARGEST = 10
"""Of so many, *two of three* is said as a share."""
_CALLED = 32
"""Characters of *three times as*."""
_TWO = Fraction(2)


def with_shares(found: list[Numeral], text: str, lex: Lexicon) -> list[Numeral]:
    """The numbers, with the shares and factors that the words around them make of them."""
    if not lex.every:
        return found
    result: list[Numeral] = []
    for numeral in found:
        before = result[-1] if result else None
        part = _part(before, numeral, text, lex) if before else None
        if before and part is not None:
            result[-1] = replace(before, weight=Weight.CONTRADICTS) if before.needs_answer else before
            numeral = part
        result.append(_as_share(_as_factor(numeral, text, lex), text, lex))
    return result


def _part(one: Numeral, other: Numeral, text: str, lex: Lexicon) -> Numeral | None:
    """The second number of *two in three*, as the share that both are."""
    if other.start - one.end > _NEAR or not _among(lex).fullmatch(level(text[one.end : other.start])):
        return None
    parts = {a / b for a in one.values for b in other.values if 0 < a < b <= _LARGEST}
    return replace(other, values=other.values | parts, kind=Kind.SHARE) if parts else None


def _as_share(numeral: Numeral, text: str, lex: Lexicon) -> Numeral:
    """The number, with the share that the words before it make of it: *one in five* is a fifth."""
    if not _every(lex).search(level(text[max(0, numeral.start - _NEAR) : numeral.start])):
        return numeral
    parts = frozenset(1 / value for value in numeral.values if 2 <= value <= 100)
    return replace(numeral, values=numeral.values | parts, kind=Kind.SHARE) if parts else numeral


def _as_factor(numeral: Numeral, text: str, lex: Lexicon) -> Numeral:
    """The number, as how many times as much there is now: *dreimal so hoch*, *twice as high*, *tenfold*."""
    if numeral.digits or not _times(lex).match(level(text[numeral.start : numeral.start + _CALLED])):
        return numeral
    weight = Weight.ASKED if numeral.needs_answer else Weight.CONTRADICTS
    return replace(numeral, kind=Kind.FACTOR, weight=weight)


def alternates(text: str, lex: Lexicon) -> list[Numeral]:
    """Words for every second one: *every other*, *om de dag*."""
    pattern = _alternate(lex)
    return [
        Numeral(
            match.start(),
            match.end(),
            text[match.start() : match.end()],
            False,
            frozenset({_TWO, 1 / _TWO}),
            weight=Weight.CONTRADICTS,
            kind=Kind.SHARE,
        )
        for match in (pattern.finditer(level(text)) if pattern else ())
    ]


@functools.cache
def _every(lex: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lex.every})\s?$")


@functools.cache
def _among(lex: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{lex.among})\s")


@functools.cache
def _times(lex: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{lex.times_as})(?!\w)")


@functools.cache
def _alternate(lex: Lexicon) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{lex.alternate})") if lex.alternate else None
