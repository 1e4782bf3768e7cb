"""Numbers in Roman figures: kings, centuries, congresses; with the ending of a rank (*XXIVe*)."""

from __future__ import annotations

import re
from fractions import Fraction

from plugins.translation.gate.numeral import Kind, Numeral, Weight

_ROMAN = re.compile(
    r"\b(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|de|ste|th|st|nd|rd)?\b)"
)
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(text: str) -> list[Numeral]:
    """Roman figures; of single letters only I, V, X."""
    return [
        Numeral(
            match.start(),
            match.end(),
            match.group(),
            False,
            frozenset({_roman_value(match.group())}),
            weight=Weight.CONTRADICTS if len(match.group()) > 1 or _is_war(text, match.start()) else Weight.ANSWERS,
            kind=Kind.ROMAN,
        )
        for match in _ROMAN.finditer(text)
        if len(match.group()) > 1 or match.group() in ("I", "V", "X")
    ]


def _is_war(text: str, start: int) -> bool:
    return text[:start].endswith("World War ")


def _roman_value(raw: str) -> Fraction:
    worth = [_WORTH[char] for char in raw]
    pairs = zip(worth, [*worth[1:], 0], strict=True)
    return Fraction(sum(-now if now < after else now for now, after in pairs))
