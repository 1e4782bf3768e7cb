"""Who says what: two people who have changed places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.phrases import is_reordered
from plugins.translation.gate.sentences import sentences
from plugins.translation.gate.words import words

_NAME = re.compile(r"(?<![^\W\d_])[A-ZÄÖÜÉ][^\W\d_]{2,}")
_QUOTED = re.compile(r"[\"“”„«»]")
MANY = 30
"""Longer texts are not compared sentence by sentence, nor texts with more names."""


def check(source: Passage, target: Passage, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about two names that have gone to each other's sentence, or, where people speak, to each other's place."""
    pair = _across(source.text, target.text, source_lang, target_lang)
    pair = pair or _within(source.text, target.text, source_lang, target_lang)
    if pair:
        evidence = f"{quote(pair[0])} and {quote(pair[1])} have changed places"
        yield Finding(line, "speaker", Level.ANSWER, evidence, tuple(sorted(pair)))


def _across(source: str, target: str, source_lang: str, target_lang: str) -> tuple[str, str] | None:
    """Two names that stand in each other's sentence."""
    ours, theirs = sentences(source, source_lang), sentences(target, target_lang)
    if len(ours) != len(theirs) or len(ours) > MANY:
        return None
    shared = set(_names(source)) & set(_names(target))
    gone: list[tuple[int, str]] = []
    come: dict[str, int] = {}
    for at, (left, right) in enumerate(zip(ours, theirs, strict=True)):
        here, there = set(_names(left)) & shared, set(_names(right)) & shared
        gone += [(at, name) for name in sorted(here - there)]
        come |= dict.fromkeys(there - here, at)
    for at, name in gone:
        for place, other in gone:
            if place != at and come.get(other) == at and come.get(name) == place:
                return name, other
    return None


def _within(source: str, target: str, source_lang: str, target_lang: str) -> tuple[str, str] | None:
    """Two names in each other's place in a text in which somebody speaks, while all others keep theirs.

    Of good translations with two names and more, 1 in 50 puts them in another order.
    """
    if not _speaks(source, source_lang):
        return None
    ours, theirs = _names(source), _names(target)
    counts = Counter(ours), Counter(theirs)
    once = {name for name in counts[0] if counts[0][name] == counts[1][name] == 1}
    before, after = ([name for name in side if name in once] for side in (ours, theirs))
    pair = _exchanged(before, after) if len(before) <= MANY else None
    if pair and not is_reordered((source, source_lang), (target, target_lang), pair, once):
        return pair
    return None


def _exchanged(before: list[str], after: list[str]) -> tuple[str, str] | None:
    """The first words of two names, of a word or more each, that have changed places."""
    wrong = [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    if not wrong:
        return None
    first, last = wrong[0], wrong[-1] + 1
    old, new = before[first:last], after[first:last]
    for left in range(1, len(old)):
        for right in range(left, len(old)):
            if new == [*old[right:], *old[left:right], *old[:left]]:
                return old[0], old[right]
    return None


def _speaks(text: str, lang: str) -> bool:
    """Whether somebody is quoted, in words or in quotation marks."""
    return _QUOTED.search(text) is not None or any(word.plain in lexicon(lang).speech for word in words(text))


def _names(text: str) -> list[str]:
    """Words with a capital: a full name is as many."""
    return _NAME.findall(text)
