"""Words that are a time, a duration or a factor by themselves: *noon*, *Viertelstunde*, *verdreifacht*."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from plugins.translation.gate.lexicon import Lexicon
from plugins.translation.gate.numeral import Kind, Numeral, Weight
from plugins.translation.gate.words import words


def spoken(text: str, lex: Lexicon) -> list[Numeral]:
    """Those of a text in order; each counts only where another of its kind has come in its place."""
    table = _meanings(lex)
    return [
        replace(table[word.plain], start=word.start, end=word.end, raw=word.raw)
        for word in words(text)
        if word.plain in table
    ]


@functools.cache
def _meanings(lex: Lexicon) -> Mapping[str, Numeral]:
    """What each word means, without a place in a text."""
    bare = Numeral(0, 0, "", False, weight=Weight.CONTRADICTS)
    clock = {
        word: replace(bare, times=frozenset(map(int, told.split("+"))), kind=Kind.CLOCK)
        for word, told in lex.clock_words
    }
    lengths = {word: replace(bare, duration=frozenset({_length(told)})) for word, told in lex.durations}
    factors = {word: replace(bare, values=frozenset({worth}), kind=Kind.FACTOR) for word, worth in lex.factors}
    return {**clock, **lengths, **factors}


def _length(told: str) -> tuple[str, Fraction]:
    """``15`` is in minutes, ``6m`` in months."""
    return ("months" if told.endswith("m") else "minutes"), Fraction(told.removesuffix("m"))
