"""Near names for a word somebody mistyped."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, or an empty string where none is near."""
    words = sorted(known)
    folded = {w.casefold().replace("_", "-"): w for w in reversed(words)}
    near = difflib.get_close_matches(word.casefold().replace("_", "-"), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """``Did you mean “…”?`` where something is near, else the sentence ``otherwise``."""
    near = nearest(word, known)
    return f"Did you mean “{near}”?" if near else otherwise


def listing(words: Iterable[str], most: int = 12) -> str:
    """The words in order, joined by commas, cut after ``most`` of them."""
    ordered = sorted(words)
    shown = ", ".join(ordered[:most])
    return f"{shown}, …" if len(ordered) > most else shown
