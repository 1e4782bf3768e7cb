"""A number in a text, with everything it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Numeral:
    """Where a number stands, and what it may mean."""

    start: int
    end: int
    raw: str
    digits: bool
    """Written in digits: it must be answered. Number words only answer."""
    values: frozenset[Fraction] = frozenset()
    times: frozenset[int] = frozenset()
    """Times of day it may mean, in minutes after midnight."""
    groups: tuple[int, ...] = ()
    """The groups of digits it is written with."""
    loose: bool = False
    """Whether its separators have no one meaning (scores, versions, foreign formats)."""

    def agrees(self, other: Numeral) -> bool:
        """Whether both may mean the same."""
        if self.values & other.values or self.times & other.times:
            return True
        return (self.loose or other.loose) and bool(self.groups) and self.groups == other.groups
