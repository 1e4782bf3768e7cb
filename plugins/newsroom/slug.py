"""The part of an address that is made of words."""

from __future__ import annotations

import re
import unicodedata

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a slug or an id looks like: small letters, digits, single hyphens between them."""

DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""Names that Windows keeps for devices: no folder or file there can be called so."""

EXPECTED = "small letters a–z, digits and single hyphens, and no name that Windows keeps for itself (con, aux, nul)"
"""What an id has to be, for messages."""

MAX_LENGTH = 80
"""Characters of the longest slug or id."""

# DIN 5007-2: umlauts are spelt out. Applied before transliteration, which would make ä an a.
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"})

# Dutch 's and 't, wie's, l'eau: an apostrophe joins what it stands between.
_APOSTROPHES = re.compile("['’‘ʼ`´]")


def is_slug(text: str) -> bool:
    """Whether a text can be a slug or an id as it stands."""
    return len(text) <= MAX_LENGTH and text not in DEVICES and SLUG.fullmatch(text) is not None


def make_slug(text: str, otherwise: str = "") -> str:
    """A slug for a title, e.g. ``gespraech-in-s-hertogenbosch``; ``otherwise`` where no letter is left.

    Umlauts are spelt out in the German way, a combining diaeresis included; an apostrophe vanishes.
    """
    from slugify import slugify

    composed = unicodedata.normalize("NFC", text).translate(_GERMAN)
    slug = slugify(_APOSTROPHES.sub("", composed), max_length=MAX_LENGTH, word_boundary=True)
    if slug in DEVICES:
        slug = f"{slug}-1"
    return slug if is_slug(slug) else otherwise
