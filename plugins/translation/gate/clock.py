"""Times of day: ``17:30``, ``5.30 pm``, ``six in the evening``, ``halb acht``, ``a quarter to six``, ``noon``."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from plugins.translation.gate.lexicon import Lexicon
from plugins.translation.gate.numeral import Numeral, Weight
from plugins.translation.gate.words import level, words

_NOON = 720
_DAY = 1440
_MIDNIGHT = frozenset({0, _DAY})
_NEAR = 40
_EARLIER = re.compile(
    r"\b(?:from|between|von|van|tussen|zwischen)\s\w+\s(?:to|till|until|and|bis|und|tot|en)\s$", re.IGNORECASE
)
"""What stands before the end of a range of hours."""
_GAP = 8
_AT = re.compile(r"\b(?:at|by|until|till|around|about|from|to)\s$", re.IGNORECASE)
_CLOSED = re.compile(
    r"\s*(?:$|[.,;:)!?\u2013-]|(?:am|a\.m|pm|p\.m|in|on|und|bis|and|to|until|en|tot|abends|morgens|nachmittags)\b|['’]s\b)"
)
"""What may follow minutes in words; a noun would be counted by them."""


@functools.cache
def _following(lex: Lexicon) -> re.Pattern[str] | None:
    """What may follow an hour: its word, and the part of the day."""
    if not lex.hours:
        return None
    hours = "|".join(lex.hours)
    parts = "|".join(f"(?P<{name}>{pattern})" for name, pattern in lex.dayparts) or "(?!)"
    return re.compile(rf"(?P<hours>[\s-]*(?:{hours})(?!\w))?(?:[\s,-]*(?:{parts})(?!\w))?", re.IGNORECASE)


@functools.cache
def _before(lex: Lexicon) -> re.Pattern[str] | None:
    """What may stand before an hour: ``half past``, ``Viertel vor``."""
    if not lex.clock_prefixes:
        return None
    names = "|".join(f"(?P<m{n}>{pattern})" for n, (pattern, _) in enumerate(lex.clock_prefixes))
    return re.compile(rf"(?<!\w)(?:{names})\s$", re.IGNORECASE)


def with_times(found: list[Numeral], text: str, lex: Lexicon) -> list[Numeral]:
    """Add the times of day that the words around a number make of it."""
    found = _with_minutes(found, text, lex)
    late = bool(lex.later_day) and any(word.plain.startswith(lex.later_day) for word in words(text))
    result: list[Numeral] = []
    for numeral in reversed(found):
        if result and numeral.end > result[-1].start:
            continue
        result.append(_at_midnight(_timed(numeral, text, lex, late, result[-1] if result else None)))
    return result[::-1]


def _at_midnight(numeral: Numeral) -> Numeral:
    """The number itself; the end of one day is the beginning of the next: *24 Uhr*, *12 am*."""
    if numeral.times.isdisjoint(_MIDNIGHT):
        return numeral
    return replace(numeral, times=numeral.times | _MIDNIGHT)


def _with_minutes(found: list[Numeral], text: str, lex: Lexicon) -> list[Numeral]:
    """The numbers, an hour with its minutes as one: *acht Uhr dreißig*, *at eight thirty*."""
    result: list[Numeral] = []
    for numeral in found:
        hour = result[-1] if result else None
        time = _told_in_full(hour, numeral, text, lex) if hour else None
        if hour and time is not None:
            times = frozenset({time}) if hour.digits else frozenset({time}) | _later(frozenset({time}))
            raw = text[hour.start : numeral.end]
            result[-1] = Numeral(hour.start, numeral.end, raw, False, times=times, weight=Weight.ASKED)
        else:
            result.append(numeral)
    return result


def _told_in_full(hour: Numeral, minute: Numeral, text: str, lex: Lexicon) -> int | None:
    """Minutes after midnight, if the two numbers are an hour and its minutes."""
    if not lex.hours or hour.digits is not minute.digits or minute.start - hour.end > _GAP:
        return None
    alone = not hour.digits and _AT.search(text[max(0, hour.start - _NEAR) : hour.start])
    gap = level(text[hour.end : minute.start])
    if not (re.fullmatch(rf"\s?(?:{'|'.join(lex.hours)})\s", gap) or (alone and gap == " " and not lex.glued)):
        return None
    if not _CLOSED.match(text, minute.end):
        return None
    pairs = [(h, m) for h in _hours(hour) for m in minute.values if m.denominator == 1 and 0 < m < 60]
    return int(pairs[0][0] + pairs[0][1]) if len(pairs) == 1 else None


def _timed(numeral: Numeral, text: str, lex: Lexicon, late: bool, after: Numeral | None) -> Numeral:
    base = _hours(numeral)
    if not base:
        return numeral
    following = _following(lex)
    match = following.match(level(text[numeral.end : numeral.end + _NEAR])) if following else None
    part = next((name for name in match.groupdict() if name != "hours" and match[name]), "") if match else ""
    told = _prefixed(numeral, text, lex)
    part = part or _part_before(text[: told[0] if told else numeral.start], lex)
    if told is not None:
        start, offset = told
        times = frozenset((time + offset) % _DAY for time in base)
        times = _in_part(times, part) if part else times | _later(times)
        raw = text[start : numeral.end]
        return replace(numeral, start=start, raw=raw, times=times, values=frozenset(), loose=False, weight=Weight.ASKED)
    if part:
        return replace(numeral, times=_in_part(base, part), values=frozenset(), loose=False, weight=Weight.ASKED)
    if numeral.times or (match and match["hours"]):
        return _in_range(replace(numeral, times=base | (_later(base) if late else frozenset())), after, text)
    return _in_range(_to_an_earlier_hour(numeral, text), after, text)


def _part_before(before: str, lex: Lexicon) -> str:
    """The part of the day that is told before the hour: *abends um sechs*."""
    pattern = _told_before(lex)
    match = pattern.search(level(before[-_NEAR:])) if pattern else None
    return str(match.lastgroup) if match else ""


@functools.cache
def _told_before(lex: Lexicon) -> re.Pattern[str] | None:
    parts = "|".join(f"(?P<{name}>{pattern})" for name, pattern in lex.dayparts)
    return re.compile(rf"(?<!\w)(?:{parts})\s(?:{lex.at})\s$", re.IGNORECASE) if lex.at else None


def _to_an_earlier_hour(numeral: Numeral, text: str) -> Numeral:
    """The end of *from nine to five*, which may be one of the afternoon."""
    match = _EARLIER.search(text[max(0, numeral.start - _NEAR) : numeral.start])
    hours = frozenset(time for time in _hours(numeral) if time < _NOON)
    if match is None or not hours:
        return numeral
    return replace(numeral, times=numeral.times | hours | _later(hours))


def _in_range(numeral: Numeral, after: Numeral | None, text: str) -> Numeral:
    """The first hour of a range has the half of the day of the second, or the one before."""
    if after and after.times:
        gap = text[numeral.end : after.start]
        if len(gap) <= _GAP and re.fullmatch(r"\s*(?:[-–—]|[^\W\d_]{1,4})?\s*", gap):
            base = _hours(numeral)
            return replace(numeral, times=numeral.times | base | (_later(base) if max(after.times) >= _NOON else set()))
    return numeral


def _prefixed(numeral: Numeral, text: str, lex: Lexicon) -> tuple[int, int] | None:
    """(where the phrase begins, minutes to add) of ``half past`` and its kind before a number."""
    pattern = _before(lex)
    indefinite = numeral.article and len(numeral.raw) < 3  # *half an hour*
    if pattern is None or indefinite or numeral.times or not any(1 <= value <= 12 for value in numeral.values):
        return None
    begin = max(0, numeral.start - _NEAR)
    match = pattern.search(level(text[begin : numeral.start]))
    if match is None:
        return None
    which = next(n for n in range(len(lex.clock_prefixes)) if match[f"m{n}"])
    return begin + match.start(), lex.clock_prefixes[which][1]


def _hours(numeral: Numeral) -> frozenset[int]:
    """The times a number may mean by itself: its own, or a full hour."""
    if numeral.times:
        return numeral.times
    if numeral.digits and (len(numeral.groups) != 1 or len(numeral.groups[0]) > 2):
        return frozenset()
    whole = [int(value) for value in numeral.values if value.denominator == 1 and 0 <= value <= 24]
    return frozenset(value * 60 for value in whole)


def _in_part(times: frozenset[int], part: str) -> frozenset[int]:
    """The times in a part of the day: morning, noon, afternoon, evening, night."""
    found = set()
    for time in times:
        short = time % _NOON
        if part == "morning":
            found.add(time if time >= _NOON + 60 else short)
        elif part == "night":
            found |= {0, _DAY} if short < 60 else {short if short < 360 else short + _NOON}
        elif part == "noon":
            found.add(short + _NOON if short < 240 else short)
        else:
            found.add(short + _NOON)
    return frozenset(found)


def _later(times: frozenset[int]) -> frozenset[int]:
    return frozenset(time + _NOON for time in times if time < _NOON)
