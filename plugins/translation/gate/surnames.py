"""A person's surname that is another one in the translation: *Anna Weber* has become *Anna Visser*."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from plugins.translation.gate.cognates import skeleton
from plugins.translation.gate.dictionary import LISTS
from plugins.translation.gate.words import Word, words

_BEGIN = 3
"""Letters in which two spellings of one name agree."""
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "la", "al", "bin", "ten", "ter", "zu"})


_GAP = re.compile(r"\s(?:[^\W\d_]+\s){0,2}")


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of fourteen countries."""
    return frozenset((LISTS / "given_names.txt").read_text(encoding="utf-8").split())


def renamed(source: str, target: str) -> Iterator[tuple[Word, Word]]:
    """(surname of the source, of the translation) behind a given name of both, where neither knows the other's."""
    ours, theirs = _people(source), _people(target)
    if not ours or not theirs:
        return
    here, there = _sounds(source), _sounds(target)
    for given, surname in ours.items():
        other = theirs.get(given)
        if other is not None and _sound(surname) not in there and _sound(other) not in here:
            yield surname, other


def _people(text: str) -> dict[str, Word]:
    """The surname behind each given name, a space or *van der* between."""
    found = words(text)
    people: dict[str, Word] = {}
    for at, word in enumerate(found):
        if word.raw in given_names():
            behind = next((w for w in found[at + 1 : at + 4] if w.plain not in _PARTICLES), None)
            gap = text[word.end : behind.start] if behind else ""
            if behind and _GAP.fullmatch(gap) and behind.raw[0].isupper() and len(behind.raw) > _BEGIN:
                people[word.raw] = behind
    return people


def _sounds(text: str) -> frozenset[str]:
    return frozenset(_sound(word) for word in words(text))


def _sound(word: Word) -> str:
    return skeleton(word.plain)[:_BEGIN]
