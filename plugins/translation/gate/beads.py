"""Which sentences of a text answer which of its translation (after Gale and Church, 1993).

A *bead* joins one to three sentences of the source with as many of the translation. Its worth is how well
their lengths go together and how many traces (names, numbers, words that look alike) they share.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.translation.gate.cognates import traces
from plugins.translation.gate.length import surprise

CHANCE = 0.10
"""How often a word's trace is found in a text that has nothing to do with it."""
_SHAPES = {(1, 1): 0.0, (1, 2): -2.0, (2, 1): -2.0, (1, 3): -3.0, (3, 1): -3.0, (2, 2): -3.0, (0, 1): 0.0}
"""(sentences of the source, of the translation) of a bead, with what it is worth beforehand."""
_INVENTED, _INVENTED_LETTER = -4.0, -0.02
"""What a sentence from nowhere is worth, and each of its characters."""
_NOTHING = -1e9


@dataclass(frozen=True, slots=True)
class Alignment:
    """What the best way of leaving out one source sentence is worth beside the best way of leaving out none."""

    lead: float
    dropped: int
    """The sentence that is left out, counted from 0."""


def align(ours: tuple[str, ...], theirs: tuple[str, ...], source_lang: str, target_lang: str) -> Alignment:
    """Align the sentences of a text with those of its translation; at least one of each."""
    table = _Table(ours, theirs, source_lang, target_lang)
    whole = [[_NOTHING] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    short = [[(_NOTHING, 0)] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    whole[0][0] = 0.0
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            if i < len(ours):
                short[i + 1][j] = max(short[i + 1][j], (whole[i][j], i))
            for a, b, worth in table.beads(i, j):
                whole[i + a][j + b] = max(whole[i + a][j + b], whole[i][j] + worth)
                worth_short, dropped = short[i][j]
                short[i + a][j + b] = max(short[i + a][j + b], (worth_short + worth, dropped))
    best, dropped = short[-1][-1]
    return Alignment(best - whole[-1][-1], dropped)


class _Table:
    """Lengths and traces of all sentences, taken once."""

    def __init__(self, ours: tuple[str, ...], theirs: tuple[str, ...], source_lang: str, target_lang: str) -> None:
        self._langs = source_lang, target_lang
        self._ours = [(len(text), traces(text)) for text in ours]
        self._theirs = [(len(text), traces(text)) for text in theirs]
        found = frozenset().union(*(marks for _, marks in self._theirs))
        seen = sum(len(marks & found) for _, marks in self._ours)
        usual = (seen + 2) / (sum(len(marks) for _, marks in self._ours) + 5)
        usual = min(0.9, max(0.15, usual))
        self._seen, self._unseen = math.log(usual / CHANCE), math.log((1 - usual) / (1 - CHANCE))

    def beads(self, i: int, j: int) -> Iterator[tuple[int, int, float]]:
        """(sentences of the source, of the translation, worth) of each bead that may begin there."""
        for (a, b), before in _SHAPES.items():
            if i + a <= len(self._ours) and j + b <= len(self._theirs):
                yield a, b, before + self._worth(self._ours[i : i + a], self._theirs[j : j + b])

    def _worth(self, left: list[tuple[int, frozenset[str]]], right: list[tuple[int, frozenset[str]]]) -> float:
        length = sum(size for size, _ in right)
        if not left:
            return _INVENTED + _INVENTED_LETTER * length
        far = surprise(sum(size for size, _ in left), length, *self._langs)
        marks = frozenset().union(*(m for _, m in left))
        found = len(marks & frozenset().union(*(m for _, m in right)))
        return -min(far * far, 50) / 2 + found * self._seen + (len(marks) - found) * self._unseen
