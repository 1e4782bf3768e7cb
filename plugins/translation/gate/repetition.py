"""Phrases that an engine said twice, or over and over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.words import plain

FAR = 5
"""Words of a phrase that may not come twice anywhere in a line, unless the source repeats itself too."""
LONGEST = 40
"""A phrase that follows itself has no more words and marks than that."""
_SAID = re.compile(r"\w+|([^\w\s])(?:\1|\s)*")
LETTERS = 5
"""A shorter word may follow itself once: ``die die``, ``had had``."""


def check(source: Passage, target: Passage, line: int) -> Iterator[Finding]:
    """Ask about a phrase that is repeated in the translation, and not in the source."""
    ours, theirs = _plain(source.text), _plain(target.text)
    loops, sourced = _loops(theirs), _loops(ours)
    if len(loops) > len(sourced) or max(map(len, loops), default=0) > max(map(len, sourced), default=0):
        worst = max(loops, key=len)
        yield Finding(line, "repetition", Level.ANSWER, f"said twice in a row: {quote(' '.join(worst))}")
        return
    again = _again(theirs, FAR)
    if again and not _again(ours, FAR - 2):
        yield Finding(line, "repetition", Level.ANSWER, f"said twice: {quote(' '.join(again))}")


def _plain(text: str) -> list[str]:
    """Words and marks; a row of one mark is one."""
    return [match[1] or match.group() for match in _SAID.finditer(plain(text))]


def _loops(text: list[str]) -> list[tuple[str, ...]]:
    """The phrases of two words or more, or long words, that follow themselves at once; they do not overlap."""
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(text):
        size = _loop(text, at)
        if size:
            found.append(tuple(text[at : at + size]))
            while text[at : at + size] == text[at + size : at + 2 * size]:
                at += size
        at += size or 1
    return found


def _loop(text: list[str], at: int) -> int:
    """How many words and marks from there on are said again at once; 0 for none."""
    for size in range(1, min((len(text) - at) // 2, LONGEST) + 1):
        if text[at] == text[at + size] and text[at : at + size] == text[at + size : at + 2 * size]:
            said = [word for word in text[at : at + size] if word[0].isalnum()]
            thrice = text[at : at + size] == text[at + 2 * size : at + 3 * size]
            if len(said) > 1 or any(len(word) >= LETTERS or thrice for word in said):
                return size
    return 0


def _again(text: list[str], size: int) -> list[str]:
    grams = Counter(tuple(text[at : at + size]) for at in range(len(text) - size + 1))
    return next((list(gram) for gram, count in grams.items() if count > 1), [])
