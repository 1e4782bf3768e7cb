"""Placeholders, tags, links that stand at quite another place of the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.sentences import sentences

FAR = 0.45
"""Share of a text's length: of names and numbers in good translations, 1 in 60 moves further."""
NEAR = 0.25
"""The same for what has moved into another sentence."""
MANY = 40
"""So many of them are looked after in one text."""
WORDS = 12
"""In a shorter text, everything may move."""


def check(
    source: tuple[str, Passage], target: tuple[str, Passage], source_lang: str, target_lang: str, line: int
) -> Iterator[Finding]:
    """Ask about what has gone to another sentence, or from one end of the text to the other.

    ``source`` and ``target`` are the raw text and the same taken apart.
    """
    raw, other = source[0], target[0]
    if min(len(passage.text.split()) for _, passage in (source, target)) < WORDS:
        return
    anchors = [kept for kept in source[1].anchors[:MANY] if raw.count(kept.value) == other.count(kept.value) == 1]
    for kept in anchors:
        how = _how(raw, other, kept.value, source_lang, target_lang)
        if how:
            yield Finding(line, kept.check, Level.ANSWER, f"{quote(kept.value)} has moved {how}")
            return
    for one, two in itertools.combinations(anchors[:MANY], 2):
        ways = [_place(text, one.value) - _place(text, two.value) for text in (raw, other)]
        if ways[0] * ways[1] < 0 and min(map(abs, ways)) > NEAR:
            evidence = f"{quote(one.value)} and {quote(two.value)} have changed places"
            yield Finding(line, one.check, Level.ANSWER, evidence)
            return


def _how(raw: str, other: str, value: str, source_lang: str, target_lang: str) -> str:
    """How far the value has moved, in words; empty if not further than usual."""
    if _after_end(other, value) and not _after_end(raw, value):
        return "behind the last sentence"
    way = abs(_place(raw, value) - _place(other, value))
    ours, theirs = _sentence(raw, value, source_lang), _sentence(other, value, target_lang)
    if way > NEAR and ours and theirs and ours[1] == theirs[1] and ours[0] != theirs[0]:
        return f"from sentence {ours[0]} to sentence {theirs[0]}"
    return "to another end of the text" if way > FAR else ""


def _after_end(text: str, value: str) -> bool:
    before, _, after = text.partition(value)
    return not re.search(r"\w", after) and before.rstrip().endswith((".", "!", "?"))


def _place(text: str, value: str) -> float:
    rest = len(text) - len(value)
    return text.index(value) / rest if rest > 0 else 0.0


def _sentence(text: str, value: str, lang: str) -> tuple[int, int] | None:
    """(which sentence, of how many) the value stands in; ``None`` if a sentence ends inside it."""
    every = sentences(text, lang)
    return next(((at, len(every)) for at, sentence in enumerate(every, 1) if value in sentence), None)
