"""How long something takes: *two weeks* are *14 days*, *anderthalb Stunden* are *90 minutes*."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.numeral import Numeral, Weight
from plugins.translation.gate.units import unit

_LENGTHS = {
    "min": ("minutes", 1), "quarter of an hour": ("minutes", 15), "hour": ("minutes", 60), "day": ("minutes", 1440),
    "week": ("minutes", 10_080), "fortnight": ("minutes", 20_160), "month": ("months", 1), "year": ("months", 12),
    "decade": ("months", 120),
}  # fmt: skip
"""Unit, with what it is measured in and how many of these it has; months and years have no fixed number of days."""
_AND = re.compile(r"[\s-]{0,2}[^\W\d_]{1,12}(?:,| und| and| en|, and)?\s")
"""What stands between the parts of one duration: *two hours and ten minutes*."""
_INSIDE = re.compile(r"[^\W\d_]+(?=\s)")
"""The number word before the unit in *an hour and a half*."""
_OF_AN = re.compile(r"\s(?:of\s)?an?(?=\s)")
"""What stands in English between a part and its unit: *half an hour*."""


def measured(numeral: Numeral, text: str, lang: str) -> Numeral:
    """The number with the duration that it says together with the unit behind it, if it says one."""
    gap = _OF_AN.match(text, numeral.end)
    name = unit(text, numeral.start, numeral.end, lang) or (unit(text, gap.start(), gap.end(), lang) if gap else "")
    inside = None if name or numeral.digits else _INSIDE.match(numeral.raw)
    name = unit(text, numeral.start, numeral.start + inside.end(), lang) if inside else name
    if name not in _LENGTHS:
        return numeral
    base, size = _LENGTHS[name]
    lengths = {(base, value * size) for value in numeral.values}
    if name == "day" and not numeral.digits and lexicon(lang).week_in_days in numeral.values:
        lengths.add(("minutes", Fraction(_LENGTHS["week"][1])))
    weight = Weight.CONTRADICTS if numeral.weight is Weight.ANSWERS and _is_counted(numeral) else numeral.weight
    return replace(numeral, duration=frozenset(lengths), weight=weight)


def _is_counted(numeral: Numeral) -> bool:
    """Whether a word that says little alone says how long before a unit: *a week*, *half a year*."""
    return numeral.values in ({Fraction(1)}, {Fraction(1, 2)})


def with_sums(found: list[Numeral], text: str) -> list[Numeral]:
    """The numbers, two parts of one duration as one: *ein Jahr und sechs Monate* are 18 months."""
    result: list[Numeral] = []
    for numeral in found:
        before = result[-1] if result else None
        total = _sum(before, numeral, text) if before else frozenset()
        if before and total:
            raw = text[before.start : numeral.end]
            whole = replace(before, end=numeral.end, raw=raw, values=frozenset(), duration=total, weight=Weight.ASKED)
            result[-1] = replace(whole, groups=(), article=False, bare=False)
        else:
            result.append(numeral)
    return result


def _sum(one: Numeral, other: Numeral, text: str) -> frozenset[tuple[str, Fraction]]:
    """What two durations side by side are together, the second of a smaller unit; empty if they are not one."""
    if not one.duration or not other.duration or not _AND.fullmatch(text, one.end, other.start):
        return frozenset()
    (base, length, size), (also, more, smaller) = _plainly(one), _plainly(other)
    return frozenset({(base, length + more)}) if base == also and size > smaller else frozenset()


def _plainly(numeral: Numeral) -> tuple[str, Fraction, Fraction]:
    """(base, length, size of the unit) as the number is said: 30 is neither a half nor a year of its century."""
    said = min((value for value in numeral.values if value >= 1), default=max(numeral.values, default=Fraction(1)))
    base, most = max(numeral.duration)
    size = most / max(numeral.values, default=Fraction(1))
    return base, said * size, size
