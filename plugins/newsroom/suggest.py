"""Near names for a word somebody mistyped."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

# What German and Dutch editors write for our keys and words, where it is not near enough to be guessed.
_TRANSLATED = {
    "anriss": "teaser",
    "auteur": "authors",
    "autor": "authors",
    "begin": "start",
    "beginn": "start",
    "bericht": "report",
    "bijschrift": "caption",
    "bild": "photos",
    "bilder": "photos",
    "bron": "sources",
    "bronnen": "sources",
    "concept": "draft",
    "dachzeile": "kicker",
    "datum": "date",
    "einde": "end",
    "ende": "end",
    "entwurf": "draft",
    "fotograaf": "photographer",
    "gepubliceerd": "published",
    "land": "country",
    "licentie": "licence",
    "meldung": "notice",
    "naam": "name",
    "ort": "city",
    "plaats": "city",
    "quelle": "sources",
    "quellen": "sources",
    "rolle": "role",
    "sperrfrist": "embargo",
    "stadt": "city",
    "telefon": "phone",
    "telefoon": "phone",
    "thema": "topics",
    "themen": "topics",
    "titel": "title",
    "untertitel": "teaser",
    "veranstalter": "organisers",
    "veranstaltung": "event",
    "veröffentlicht": "published",
    "vorspann": "teaser",
}


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, or an empty string where none is near."""
    words = sorted(known)
    translated = _TRANSLATED.get(word.casefold(), "")
    if translated in words:
        return translated
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
