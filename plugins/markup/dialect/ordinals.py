"""Tells a number that begins a list from a day, a place or a mayor: "2. Oktober", "2. Liga", "3. Bürgermeister"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from plugins.markup.dialect.months import MONTHS

_ORDINAL = re.compile(r"^([ \t>]*)(\d{1,9})([.)])(?:[ \t\u00a0\u202f]+(.*))?$", re.MULTILINE)
_DAYS = re.compile(
    r"(?:(?:und|oder|bis|en|of|tot|t/m|and|or|to)\b\W*+|[\d.,/–—&+-]++\s*+)*+([^\W\d_]+)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d{1,2}\.(?:\s?\d{2,4}\b|\s|$)")
_NEAR = 40
"""Numbers count as neighbours if no more lines than these lie between them."""
_CLOSE = 2
"""Numbers below one another in one list, at most a blank line between them."""


class _Ordinal(NamedTuple):
    line: int
    number: int
    is_day: bool


def listed(text: str) -> frozenset[int]:
    """The offsets of the lines whose number begins an item of a list.

    It does where a list is meant: the numbers of its neighbours count up to it or on from it ("1." may stand for
    each of them), and no name of a month follows.
    """
    groups: dict[tuple[int | str, ...], list[tuple[int, _Ordinal]]] = defaultdict(list)
    line = at = 0
    for match in _ORDINAL.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        before = match[1].expandtabs(4)
        if match[2][0] == "0" and len(match[2]) > 1:
            continue  # the page would show "01." as 1
        depth, indent = before.count(">"), len(before) - before.rfind(">") - 1
        one = at, _Ordinal(line, int(match[2]), is_day(match[4] or ""))
        groups[depth, indent // 2, match[3]].append(one)
        if indent or len(match[2]) > 1:  # numbers below one another by their ends: "  9." and " 10."
            groups[depth, "end", indent + len(match[2]), match[3]].append(one)
    return frozenset(start for group in groups.values() for start in _counting(group))


def _counting(group: list[tuple[int, _Ordinal]]) -> list[int]:
    ones = [one for _, one in group]
    below = _below(ones)
    follows = [n > 0 and _follows(ones[n - 1], one, below[n]) for n, one in enumerate(ones)]
    follows.append(False)
    return [start for n, (start, _) in enumerate(group) if follows[n] or follows[n + 1]]


def _follows(one: _Ordinal, other: _Ordinal, below: _Ordinal | None) -> bool:
    """Whether a number goes on from another. "1. Platz", "1. Platz", "3. Platz" count no items."""
    same = one.number == other.number <= 1 and below is None
    return (other.number == one.number + 1 or same) and not (one.is_day or other.is_day) and _is_near(one, other, _NEAR)


def _below(ones: list[_Ordinal]) -> list[_Ordinal | None]:
    """For each number the first of another size in the same list, directly below those that are like it."""
    found: list[_Ordinal | None] = [None] * len(ones)
    for n in range(len(ones) - 2, -1, -1):
        one, after = ones[n], ones[n + 1]
        if _is_near(one, after, _CLOSE):
            found[n] = found[n + 1] if one.number == after.number else after
    return found


def _is_near(one: _Ordinal, other: _Ordinal, most: int) -> bool:
    return other.line - one.line <= most


def is_day(rest: str) -> bool:
    """Whether a number before these words is a day: "April 2026", "und 19. April", "4. 2026"."""
    found = _DAYS.match(rest)
    return (found is not None and found[1].casefold() in MONTHS) or _NUMBERS.match(rest) is not None
