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
    """Written in digits, not in words."""
    values: frozenset[Fraction] = frozenset()
    times: frozenset[int] = frozenset()
    """Times of day it may mean, in minutes after midnight."""
    groups: tuple[int, ...] = ()
    """The groups of digits it is written with."""
    loose: bool = False
    """Whether its separators have no one meaning (scores, versions, foreign formats)."""
    asked: bool = False
    """Whether it must be answered; the others only answer."""
    bare: bool = False
    """A whole number in digits with a word after it; no ordinal, no part of a date or a name."""
    article: bool = False
    """An article, which answers a bare ``1`` only: ``a litre`` is ``1 Liter``, and never ``1. Mai``."""

    def agrees(self, other: Numeral) -> bool:
        """Whether both may mean the same."""
        if (self.article and not other.bare) or (other.article and not self.bare):
            return False
        if self.values & other.values or self.times & other.times:
            return True
        return (self.loose or other.loose) and bool(self.groups) and self.groups == other.groups
