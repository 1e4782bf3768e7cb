"""Words of two languages that look alike: names, numbers, loans."""

from __future__ import annotations

import functools
import re

from plugins.translation.gate.lexicon.entry import pairs
from plugins.translation.gate.words import words

_SOUNDS = pairs("ph=f; th=t; ck=k; sch=s; sh=s; c=k; q=k; x=ks; z=s; y=i; j=i; w=v; ij=i")


@functools.lru_cache(maxsize=20_000)
def skeleton(plain_word: str) -> str:
    """A word as it sounds, roughly: ``Zentrum`` and ``centrum`` become equal."""
    for old, new in _SOUNDS:
        plain_word = plain_word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", plain_word)


def traces(text: str) -> frozenset[str]:
    """What of a text would still be seen in a translation: digits, and how its longer words begin."""
    digits = {number.lstrip("0") or "0" for number in re.findall(r"\d+", text)}
    begins = {skeleton(w.plain)[:4] for w in words(text) if len(w.plain) >= 4}
    return frozenset(digits | begins)
