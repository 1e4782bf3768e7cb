"""Tells which texts of an original were changed, added or taken away between two of its states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plugins.translation.keys import is_body
from plugins.translation.matching import place

ALIKE = 0.4
"""Share of common words from which a block counts as another one changed, and not as a new one."""

Text = tuple[str, str]
"""(key, inner form)."""


class Kind(StrEnum):
    """What happened to a text."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One text, by its numbers in the two states; -1 where it is in one of them alone."""

    kind: Kind
    old: int = -1
    new: int = -1


def changes(old: Sequence[Text], new: Sequence[Text]) -> tuple[Change, ...]:
    """What happened to each text, in the order of the new state, removed ones where they stood.

    A field is known by its key. A block that only moved is the same; one with words in common with
    a block that is gone from the same place is that block, changed.
    """
    return (*_fields(old, new), *_blocks(old, new))


def _fields(old: Sequence[Text], new: Sequence[Text]) -> Iterator[Change]:
    """What happened to the front matter."""
    before = {key: number for number, (key, _) in enumerate(old) if not is_body(key)}
    for number, (key, text) in enumerate(new):
        if is_body(key):
            continue
        was = before.pop(key, None)
        if was is None:
            yield Change(Kind.ADDED, new=number)
        else:
            yield Change(Kind.SAME if old[was][1] == text else Kind.CHANGED, was, number)
    yield from (Change(Kind.REMOVED, old=number) for number in before.values())


def _blocks(old: Sequence[Text], new: Sequence[Text]) -> Iterator[Change]:
    """What happened to the body."""
    ours = [number for number, (key, _) in enumerate(old) if is_body(key)]
    theirs = [number for number, (key, _) in enumerate(new) if is_body(key)]
    moved = _same([old[n] for n in ours], [new[n] for n in theirs])
    a = [(place(old[n][0]), old[n][1]) for n in ours]
    b = [(place(new[n][0]), new[n][1]) for n in theirs]
    gone = [n for n in range(len(a)) if n not in moved.values()]
    fresh = [n for n in range(len(b)) if n not in moved]
    pairs = _related(a, b, gone, fresh, moved)
    for number in range(len(b)):
        if number in moved:
            yield Change(Kind.SAME, ours[moved[number]], theirs[number])
        elif number in pairs:
            yield Change(Kind.CHANGED, ours[pairs[number]], theirs[number])
        else:
            yield Change(Kind.ADDED, new=theirs[number])
    yield from (Change(Kind.REMOVED, old=ours[n]) for n in gone if n not in pairs.values())


def _same(old: Sequence[Text], new: Sequence[Text]) -> dict[int, int]:
    """Which new block is which old one, by the same words: the first of several is the first."""
    waiting: dict[Text, list[int]] = {}
    for number, (key, text) in enumerate(old):
        waiting.setdefault((place(key), text), []).append(number)
    found: dict[int, int] = {}
    for number, (key, text) in enumerate(new):
        queue = waiting.get((place(key), text))
        if queue:
            found[number] = queue.pop(0)
    return found


def _related(
    old: Sequence[Text], new: Sequence[Text], gone: list[int], fresh: list[int], moved: dict[int, int]
) -> dict[int, int]:
    """Which new block is which old one, by words in common; both are of one kind.

    The most alike come first; of several equally alike the one at the same place.
    """
    around = {number: _neighbour(number, moved) for number in fresh}
    bags = {text: _words(text) for _, text in (*(old[n] for n in gone), *(new[n] for n in fresh))}
    found: dict[int, int] = {}
    ranked = sorted(
        (-likeness(bags[old[was][1]], bags[new[now][1]]), abs(was - around[now]), was, now)
        for now in fresh
        for was in gone
        if old[was][0] == new[now][0]
    )
    for score, _, was, now in ranked:
        if -score >= ALIKE and now not in found and was not in found.values():
            found[now] = was
    return found


def _neighbour(number: int, moved: dict[int, int]) -> int:
    """The old place at which a new block stands: after the nearest block before it that is the same."""
    for before in range(number - 1, -1, -1):
        if before in moved:
            return moved[before] + number - before
    return number


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How many words two texts have in common: 0 none, 1 all."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"<[^>]*>|\w+", text))
