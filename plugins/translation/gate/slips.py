"""Two spellings of one name: a letter replaced, lost, doubled, or two letters that changed places."""

from __future__ import annotations

from plugins.translation.gate.cognates import skeleton
from plugins.translation.gate.lexicon.entry import listed

_KIN = frozenset(listed("ou eo eu dt cg hk hs iy fv vw bp gk ei ij sz ck kq uw"))
"""Letters that stand for each other between related languages: ``Sturm`` and ``storm``."""
_ENDINGS = ({"el", "le"}, {"er", "re"})
"""``Tempel`` and ``temple``, ``center`` and ``centre``."""
_VOWELS = frozenset("aeiouy")
_CASES = frozenset("nmrs")
"""What German words end in as their case demands: ``Beauftragte``, ``Beauftragten``."""
_WEAK = _VOWELS | frozenset("hn")
"""Letters that come and go between related languages: ``Engeland`` and ``England``."""


def is_slip(one: str, other: str, *, acronym: bool = False, near: bool = False, accents: bool = False) -> bool:
    """Whether one plain word looks like the other with a slip, rather than like its translation.

    ``near``: a word beside it is the same in both languages, so that less evidence will do. ``accents``:
    one of them was written with accents, so that an ``e`` may stand for an ``ä``.
    """
    if one == other or not (one + other).isalpha() or skeleton(one) == skeleton(other):
        return False
    if len(one) == len(other):
        return _same_length(one, other, acronym, near, accents)
    if acronym or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 5:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if short[at:] != long[at + 1 :]:
        return False
    if at == len(short) and long[at] in _CASES:
        return False
    inside = 0 < at < len(short) - 1
    return long[at] not in (_VOWELS if near else _WEAK) and (near or inside)


def _same_length(one: str, other: str, acronym: bool, near: bool, accents: bool) -> bool:
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    first = places[0]
    if len(places) == 2 and places[1] == first + 1:
        swapped = one[first : first + 2] == other[first : first + 2][::-1]
        return swapped and len(one) >= 4 and {one[-2:], other[-2:]} not in _ENDINGS
    if len(places) > 1 or acronym or len(one) < 5:
        return False
    pair = "".join(sorted(one[first] + other[first]))
    return near or (pair not in _KIN and not (accents and pair == "ae") and first < len(one) - 1)
