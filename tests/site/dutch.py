"""What the loopback engines of these tests know of Dutch."""

from __future__ import annotations

import re

_KNOWN: tuple[tuple[str, str], ...] = (
    (r"Bericht (\w+)", r"Verslag \1"),
    (r"Kurz gesagt zu (\w+)\.", r"Kort gezegd over \1."),
    (r"Kurz gesagt vom (\w+) zu (\w+)\.", r"Kort gezegd van \1 over \2."),
    (r"Der erste Absatz von (\w+)\.", r"De eerste alinea van \1."),
    (r"Ein zweiter Absatz\.", r"Een tweede alinea."),
    (
        r"Am Stand (\d+) sprachen die Gäste lange über neue Maschinen\.",
        r"Bij stand \1 spraken de gasten lang over nieuwe machines.",
    ),
    (r"Mehr dazu steht in der ", r"Meer daarover staat in de "),
    (r"ausführlichen Einladung", r"uitvoerige uitnodiging"),
    (r" des Vereins\.", r" van de vereniging."),
)


def dutch(text: str) -> str:
    """The text with every known German piece in Dutch; tags stay where they are."""
    for pattern, words in _KNOWN:
        text = re.sub(pattern, words, text)
    return text


def stand(number: int) -> str:
    """A German paragraph with a number."""
    return f"Am Stand {number} sprachen die Gäste lange über neue Maschinen."


LINKED = "Mehr dazu steht in der [ausführlichen Einladung](https://kongress.example) des Vereins."
"""A German paragraph with a link."""
