"""Phrases that an engine said twice, or over and over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.words import words

FAR = 5
"""Words of a phrase that may not come twice anywhere in a line, unless the source repeats itself too."""


def check(source: Passage, target: Passage, line: int) -> Iterator[Finding]:
    """Ask about a phrase that is repeated in the translation, and not in the source."""
    ours, theirs = _plain(source.text), _plain(target.text)
    looped = _loop(theirs)
    if looped and not _loop(ours):
        yield Finding(line, "repetition", Level.ANSWER, f"said twice in a row: {quote(' '.join(looped))}")
        return
    again = _again(theirs, FAR)
    if again and not _again(ours, FAR - 2):
        yield Finding(line, "repetition", Level.ANSWER, f"said twice: {quote(' '.join(again))}")


def _plain(text: str) -> list[str]:
    return [word.plain for word in words(text)]


def _loop(text: list[str]) -> list[str]:
    """A phrase of two words or more, or a long word, that follows itself at once."""
    for size in range(1, len(text) // 2 + 1):
        for at in range(len(text) - 2 * size + 1):
            phrase = text[at : at + size]
            follows = phrase == text[at + size : at + 2 * size]
            if follows and (size > 1 or len(phrase[0]) >= 5 or text[at : at + 3] == phrase * 3):
                return phrase
    return []


def _again(text: list[str], size: int) -> list[str]:
    grams = Counter(tuple(text[at : at + size]) for at in range(len(text) - size + 1))
    return next((list(gram) for gram, count in grams.items() if count > 1), [])
