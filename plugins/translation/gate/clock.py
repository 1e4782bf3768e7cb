"""Times of day: ``17:30``, ``5.30 pm``, ``17.30 uur``."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from plugins.translation.gate.lexicon import Lexicon
from plugins.translation.gate.numeral import Numeral
from plugins.translation.gate.words import words

_NOON = 720
_LINK = re.compile(r"\s*(?:[-–—]|[^\W\d_]{1,4})\s*\d")
"""What joins two ends of a range: a dash or a short word."""


@functools.cache
def _marks(marks: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"[\s-]*(?:{'|'.join(marks)})(?![^\W\d_])", re.IGNORECASE) if marks else None


def with_times(found: list[Numeral], text: str, lex: Lexicon) -> list[Numeral]:
    """Add the times of day that the words around a number make of it."""
    late = bool(lex.later_day) and any(word.plain.startswith(lex.later_day) for word in words(text))
    result: list[Numeral] = []
    for numeral in reversed(found):
        after = result[-1].times if result else frozenset()
        result.append(_timed(numeral, text[numeral.end :], lex, late, after))
    return result[::-1]


def _timed(numeral: Numeral, rest: str, lex: Lexicon, late: bool, after: frozenset[int]) -> Numeral:
    base = _hours(numeral)
    if not base:
        return numeral
    before_noon, after_noon, hours = _marks(lex.before_noon), _marks(lex.after_noon), _marks(lex.hours)
    if after_noon and after_noon.match(rest):
        times = frozenset(time % _NOON + _NOON for time in base)
        return replace(numeral, times=times, values=frozenset(), loose=False)
    if before_noon and before_noon.match(rest):
        return replace(numeral, times=frozenset(time % _NOON if time < _NOON + 60 else time for time in base))
    if numeral.times or (hours and hours.match(rest)):
        return replace(numeral, times=base | (_later(base) if late else frozenset()))
    if after and _LINK.match(rest):
        return replace(numeral, times=base | (_later(base) if max(after) >= _NOON else frozenset()))
    return numeral


def _hours(numeral: Numeral) -> frozenset[int]:
    """The times a number may mean by itself: its own, or a full hour."""
    if numeral.times or len(numeral.groups) != 1 or numeral.groups[0] > 24:
        return numeral.times
    return frozenset({numeral.groups[0] * 60})


def _later(times: frozenset[int]) -> frozenset[int]:
    return frozenset(time + _NOON for time in times if time < _NOON)
