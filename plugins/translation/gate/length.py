"""Whether a translation is about as long as it should be."""

from __future__ import annotations

import math
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.passage import Passage

SHARPNESS = 1.3
"""How much the logarithm of the ratio of lengths scatters: 1.3 / √(characters), at least ``FLOOR``."""
FLOOR = 0.03
SHORT, LONG = -4.5, 4.5
"""The band, in scatters. For a language without data it is half as wide again."""


def surprise(source: int, target: int, source_lang: str, target_lang: str) -> float:
    """How far the length is from the usual, in scatters; negative: too short."""
    expected = lexicon(target_lang).expansion - lexicon(source_lang).expansion
    ratio = math.log(max(target, 1) / max(source, 1)) - expected
    return ratio / math.hypot(FLOOR, SHARPNESS / math.sqrt(max(source, 1)))


def check(source: Passage, target: Passage, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about a translation whose length is outside the band of that direction."""
    ours, theirs = len(source.text.strip()), len(target.text.strip())
    if not ours or not theirs:
        return
    known = lexicon(source_lang).known and lexicon(target_lang).known
    far = surprise(ours, theirs, source_lang, target_lang) / (1 if known else 1.5)
    if far < SHORT or far > LONG:
        word = "short" if far < 0 else "long"
        yield Finding(line, "length", Level.ANSWER, f"too {word}: {theirs} characters for {ours}")
