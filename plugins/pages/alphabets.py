"""The letters that languages file elsewhere than the Unicode collation does, from CLDR's collation rules.

Each rule is a letter and those that follow it, in order; letters with ``/`` between them share a place. A rule
with ``=`` files a letter as another one. Languages that are not here keep the order of the collation: German,
Dutch (with ``ij`` as two letters), English, French, Italian and others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

_NORDIC = "z æ/ä ø/ö/ő å/aa; y=ü/ű"
_SWEDISH = "z å ä/æ ö/ø/ő/œ; y=ü/ű"
_CROATIAN = "c č ć; d dž đ; l lj; n nj; s š; z ž"
_RULES = (
    ("sv", _SWEDISH),
    ("fi", "z å ä/æ ö/ø; y=ü"),
    ("da nb nn no fo kl", _NORDIC),
    ("is", "a á; d ð; e é; i í; o ó; u ú; y ý; z þ æ/ä ö/ø å"),
    ("et", "s š z ž; w õ ä ö ü"),
    ("lv", "c č; g ģ; i y; k ķ; l ļ; n ņ; r ŗ; s š; z ž"),
    ("lt", "c č; i=y; s š; z ž"),
    ("pl", "a ą; c ć; e ę; l ł; n ń; o ó; s ś; z ź ż"),
    ("cs", "c č; h ch; r ř; s š; z ž"),
    ("sk", "a ä; c č; h ch; o ô; r ř; s š; z ž"),
    ("hu", "c cs; d dz dzs; g gy; l ly; n ny; o ö/ő; s sz; t ty; u ü/ű; z zs"),
    ("hr bs", _CROATIAN),
    ("sl", "c č ć; d đ; s š; z ž"),
    ("ro", "a ă â; i î; s ș/ş; t ț/ţ"),
    ("es gl", "n ñ"),
    ("tr", "c ç; g ğ; h ı; o ö; s ş; u ü"),
    ("az", "c ç; e ə; g ğ; h x ı; k q; o ö; s ş; u ü"),
    ("sq", "c ç; d dh; e ë; g gj; l ll; n nj; r rr; s sh; t th; x xh; z zh"),
    ("cy", "c ch; d dd; f ff; g ng; l ll; p ph; r rh; t th"),
    ("mt", "b ċ; f ġ; g għ; h ħ; y ż"),
    ("vi", "a ă â; d đ; e ê; o ô ơ; u ư"),
    ("hsb", "c č ć; e ě; h ch; k ł; r ř; s š; z ž ź"),
    ("dsb", "c č ć; e ě; h ch; k ł; n ń; r ŕ; s š ś; z ž ź"),
    ("fy", "i=y"),
)


class Place(NamedTuple):
    """Where a letter is filed."""

    anchor: str
    """Behind this letter of the collation."""
    number: int
    """At this place behind it; 0: as that letter itself."""
    variant: int
    """Which it is of those that share the place: it decides where all else is alike."""


class Alphabet(NamedTuple):
    """Where a language files its own letters."""

    places: Mapping[str, Place]
    """Letter, or letters that are filed as one -> where."""
    letters: re.Pattern[str]
    """Finds these letters, the longest first."""


@cache
def alphabet(lang: str) -> Alphabet | None:
    """The letters of a language tag (``sv``, ``sv-FI``); nothing where the collation has their order already."""
    base = lang.lower().replace("_", "-").partition("-")[0]
    rules = next((rules for langs, rules in _RULES if base in langs.split()), "")
    places = {letter: place for rule in rules.split("; ") for letter, place in _places(rule)}
    if not places:
        return None
    return Alphabet(places, re.compile("|".join(map(re.escape, sorted(places, key=len, reverse=True)))))


def _places(rule: str) -> list[tuple[str, Place]]:
    anchor, equals, same = rule.partition("=")
    if equals:
        return [(letter, Place(anchor, 0, 1)) for letter in same.split("/")]
    anchor, *following = rule.split() or [""]
    rows = [(n, place.split("/")) for n, place in enumerate(following, 1)]
    return [(letter, Place(anchor, n, variant)) for n, letters in rows for variant, letter in enumerate(letters)]
