"""Who says what: two people who have changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.sentences import sentences

_NAME = re.compile(r"[A-ZÄÖÜÉ][^\W\d_]{2,}(?:[- ][A-ZÄÖÜÉ][^\W\d_]+)*")
MANY = 30
"""Longer texts are not compared sentence by sentence."""


def check(source: Passage, target: Passage, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about two names that have gone to each other's sentence, or, with quotations, to each other's place."""
    ours, theirs = sentences(source.text, source_lang), sentences(target.text, target_lang)
    if len(ours) != len(theirs) or len(ours) > MANY:
        return
    shared = _names(source.text) & _names(target.text)
    gone: list[tuple[int, str]] = []
    come: dict[str, int] = {}
    for at, (left, right) in enumerate(zip(ours, theirs, strict=True)):
        here, there = _names(left) & shared, _names(right) & shared
        gone += [(at, name) for name in sorted(here - there)]
        come |= dict.fromkeys(there - here, at)
    for at, name in gone:
        other = next(
            (two for place, two in gone if place != at and come.get(two) == at and come.get(name) == place), ""
        )
        if other:
            evidence = f"{quote(name)} and {quote(other)} have changed places"
            yield Finding(line, "speaker", Level.ANSWER, evidence, tuple(sorted((name, other))))
            return


def _names(text: str) -> set[str]:
    """Single words with a capital: a full name is as many."""
    return {word for match in _NAME.finditer(text) for word in re.split("[- ]", match.group()) if len(word) > 2}
