"""Decades and centuries: *the 1830s* are *de jaren dertig van de negentiende eeuw*."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from plugins.translation.gate.lexicon import Lexicon
from plugins.translation.gate.numeral import Kind, Numeral, Weight
from plugins.translation.gate.words import level

_GAP = 28
_HUNDREDS = re.compile(r"1\d00")
_TENS = frozenset(Fraction(ten) for ten in range(10, 100, 10))


def of_centuries(found: list[Numeral], text: str, lex: Lexicon) -> list[Numeral]:
    """The numbers, a decade and its century as one; *the 1700s* are the 18th century too."""
    if not lex.of_century[0]:
        return found
    every = [replace(n, values=n.values | _century(n, text)) for n in found]
    joined = dict(_decades(every, text, lex))
    skipped = {at + 1 for at in joined}
    return [joined.get(at, numeral) for at, numeral in enumerate(every) if at not in skipped]


def _century(numeral: Numeral, text: str) -> frozenset[Fraction]:
    """The century that *1700s* means in English."""
    if not _HUNDREDS.fullmatch(numeral.raw) or not re.match(r"s\b", text[numeral.end : numeral.end + 2]):
        return frozenset()
    return frozenset({Fraction(int(numeral.raw) // 100 + 1)})


def _decades(found: list[Numeral], text: str, lex: Lexicon) -> Iterator[tuple[int, Numeral]]:
    """(place of the decade, the years it means) where a century follows a decade."""
    link, end = _patterns(lex)
    for at, (one, other) in enumerate(itertools.pairwise(found)):
        tens, centuries = one.values & _TENS, [value for value in other.values if 1 < value <= 21]
        if not tens or len(centuries) != 1 or other.start - one.end > _GAP:
            continue
        if link.fullmatch(level(text[one.end : other.start])) and end.match(level(text[other.end : other.end + _GAP])):
            years = frozenset((centuries[0] - 1) * 100 + ten for ten in tens)
            raw = text[one.start : other.end]
            whole = Numeral(one.start, other.end, raw, one.digits, years, weight=Weight.ASKED, kind=Kind.CARDINAL)
            yield at, whole


@functools.cache
def _patterns(lex: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(lex.of_century[0]), re.compile(lex.of_century[1])
