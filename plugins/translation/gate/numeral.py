"""A number in a text, with everything it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

DOZEN = Fraction(12)


class Kind(StrEnum):
    """How a number is said: a word can only be held against a word of its own kind."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PART = "part"
    """Halves, thirds, quarters."""
    VAGUE = "vague"
    """Dozens, hundreds, millions, without saying how many."""
    ROMAN = "roman"
    CLOCK = "clock"
    """*Noon* and *midnight*."""
    FACTOR = "factor"
    """*Doubled*, *verdreifacht*, *three times as much*."""
    SHARE = "share"
    """*One in five*, *jeder fünfte*, *every other*."""


class Weight(StrEnum):
    """How much is made of a number that the other text lacks."""

    ANSWERS = "answers"
    """Nothing: it answers others (articles, words with other meanings)."""
    CONTRADICTS = "contradicts"
    """Only another number of its kind in its place is a fault (``one``, ``both``, ``second``)."""
    ASKED = "asked"
    """It must be answered."""


_COUNTS = frozenset({Kind.SHARE, Kind.PART, Kind.CARDINAL, Kind.ORDINAL})
_MOST = Fraction(100)
"""Kings, congresses and centuries have lower numbers; years have not."""


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
    groups: tuple[str, ...] = ()
    """The groups of digits it is written with."""
    loose: bool = False
    """Whether its separators have no one meaning (scores, versions, foreign formats)."""
    weight: Weight = Weight.ANSWERS
    kind: Kind = Kind.CARDINAL
    vague: frozenset[str] = frozenset()
    """What it is some of: ``dozens``, ``hundreds``."""
    bare: bool = False
    """A whole number in digits with a word after it; no ordinal, no part of a date or a name."""
    duration: frozenset[tuple[str, Fraction]] = frozenset()
    """What it measures, with the unit behind it, in minutes or in months: *two weeks* are *14 days*."""
    article: bool = False
    """An article, which answers a bare ``1`` only: ``a litre`` is ``1 Liter``, and never ``1. Mai``."""

    @property
    def needs_answer(self) -> bool:
        """Whether it must be answered."""
        return self.weight is Weight.ASKED

    @property
    def fixed(self) -> bool:
        """Whether it is a time of day and nothing else: ``6 pm``."""
        return bool(self.times) and not self.values

    def agrees(self, other: Numeral) -> bool:
        """Whether both may mean the same."""
        if self.duration & other.duration:
            return True
        if (self.article and not other.bare) or (other.article and not self.bare):
            return False
        if self.values & other.values or self.times & other.times or self.vague & other.vague:
            return True
        return (self.loose or other.loose) and bool(self.groups) and self.groups == other.groups

    def contradicts(self, other: Numeral) -> bool:
        """Whether one in the place of the other is a fault, given that neither is answered."""
        if Weight.ANSWERS in (self.weight, other.weight):
            return False
        if self.duration and other.duration:
            return True
        if self.article or other.article:
            return False
        kinds = {self.kind, other.kind}
        if kinds == {Kind.ROMAN, Kind.ORDINAL} or (Kind.SHARE in kinds and kinds <= _COUNTS):
            return True
        if kinds == {Kind.FACTOR, Kind.CARDINAL} and not (self.digits or other.digits):
            return True  # *zweifacher Meister*, *three-time champion*
        if Kind.ROMAN in kinds and (self.digits or other.digits):
            return max(self.values | other.values, default=_MOST) < _MOST
        if Kind.CLOCK in kinds and self.times and other.times:
            return True
        if Kind.VAGUE in (self.kind, other.kind) and self.kind is not other.kind:
            return DOZEN in self.values | other.values
        return (self.needs_answer and other.needs_answer) or self.kind is other.kind
