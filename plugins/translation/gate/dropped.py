"""A sentence of the source that no sentence of the translation answers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.translation.gate.cognates import traces
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.length import surprise
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.sentences import sentences

FEWER, EQUAL, MORE = -0.65, -5.2, -3.8
"""What the number of sentences says, in log odds: fewer than in the source, as many, more."""
LENGTH_FOR, LENGTH_AGAINST = 0.77, 0.86
TRACE_FOR, TRACE_AGAINST = 0.78, 2.95
"""Weights of the evidence of length and of traces (docs/gate.md tells how they were fitted)."""
THRESHOLD = -0.9
CHANCE = 0.10
"""How often a word's trace is found in a text that has nothing to do with it."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A source sentence with the log odds that it was dropped."""

    sentence: str
    odds: float


def suspect(source: str, target: str, source_lang: str, target_lang: str) -> Suspect | None:
    """The likeliest dropped sentence; ``None`` where the source has one sentence only."""
    ours, theirs = sentences(source, source_lang), sentences(target, target_lang)
    if len(ours) < 2 or not theirs:
        return None
    found = traces(target)
    marks = [traces(sentence) for sentence in ours]
    seen, all_ = [len(mark & found) for mark in marks], [len(mark) for mark in marks]
    lengths = [len(sentence) for sentence in ours]
    length = sum(map(len, theirs))
    prior = FEWER if len(theirs) < len(ours) else EQUAL if len(theirs) == len(ours) else MORE
    whole = surprise(sum(lengths), length, source_lang, target_lang)
    best: Suspect | None = None
    for at, sentence in enumerate(ours):
        rest = surprise(sum(lengths) - lengths[at], length, source_lang, target_lang)
        fits = (whole**2 - min(rest**2, 40)) / 2
        traced = _traces(seen[at], all_[at], sum(seen) - seen[at], sum(all_) - all_[at])
        odds = prior + fits * (LENGTH_FOR if fits > 0 else LENGTH_AGAINST)
        odds += traced * (TRACE_FOR if traced > 0 else TRACE_AGAINST)
        if best is None or odds > best.odds:
            best = Suspect(sentence, odds)
    return best


def _traces(seen: int, total: int, seen_elsewhere: int, total_elsewhere: int) -> float:
    """Log odds that the sentence's traces are there by chance, beside those of the other sentences."""
    usual = (seen_elsewhere + 1) / (total_elsewhere + 2)
    chance = min(CHANCE, usual / 2)
    return seen * math.log(chance / usual) + (total - seen) * math.log((1 - chance) / (1 - usual))


def check(source: Passage, target: Passage, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about a sentence that seems to be missing."""
    found = suspect(source.text, target.text, source_lang, target_lang)
    if found is not None and found.odds > THRESHOLD:
        yield Finding(line, "sentence", Level.ANSWER, f"no answer to {quote(found.sentence)}")
