"""How long something takes: *two weeks* are *14 days*, *anderthalb Stunden* are *90 minutes*."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from fractions import Fraction

from plugins.translation.gate.lexicon import Lexicon, lexicon
from plugins.translation.gate.numeral import Numeral, Weight
from plugins.translation.gate.units import unit
from plugins.translation.gate.words import words

_LENGTHS = {
    "min": ("minutes", 1), "quarter of an hour": ("minutes", 15), "hour": ("minutes", 60), "day": ("minutes", 1440),
    "week": ("minutes", 10_080), "fortnight": ("minutes", 20_160), "month": ("months", 1), "year": ("months", 12),
}  # fmt: skip
"""Unit, with what it is measured in and how many of these it has; months and years have no fixed number of days."""
_OF_AN = re.compile(r"\s(?:of\s)?an?(?=\s)")
"""What stands in English between a part and its unit: *half an hour*."""


def measured(numeral: Numeral, text: str, lang: str) -> Numeral:
    """The number with the duration that it says together with the unit behind it, if it says one."""
    gap = _OF_AN.match(text, numeral.end)
    name = unit(text, numeral.start, numeral.end, lang) or (unit(text, gap.start(), gap.end(), lang) if gap else "")
    if name not in _LENGTHS:
        return numeral
    base, size = _LENGTHS[name]
    lengths = {(base, value * size) for value in numeral.values}
    if name == "day" and not numeral.digits and lexicon(lang).week_in_days in numeral.values:
        lengths.add(("minutes", Fraction(_LENGTHS["week"][1])))
    weight = Weight.CONTRADICTS if numeral.weight is Weight.ANSWERS and numeral.values == {1} else numeral.weight
    return replace(numeral, duration=frozenset(lengths), weight=weight)


def duration_words(text: str, lang: str) -> list[Numeral]:
    """Words that are a duration by themselves: *Viertelstunde*, *halfuur*."""
    table = _minutes(lexicon(lang))
    return [
        Numeral(
            word.start,
            word.end,
            word.raw,
            False,
            weight=Weight.CONTRADICTS,
            duration=frozenset({("minutes", table[word.plain])}),
        )
        for word in words(text)
        if word.plain in table
    ]


@functools.cache
def _minutes(lex: Lexicon) -> dict[str, Fraction]:
    return {word: Fraction(minutes) for word, minutes in lex.durations}
