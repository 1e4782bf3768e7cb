"""The names of months in German, Dutch and English, in full and in short, with their numbers."""

from __future__ import annotations

from functools import cache

MONTHS = {
    "de": "januar/jänner/jan februar/feber/feb märz/mär april/apr mai juni/jun juli/jul august/aug september/sept/sep "
    "oktober/okt november/nov dezember/dez",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sept/sep "
    "oktober/okt november/nov december/dec",
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
    "october/oct november/nov december/dec",
}


@cache
def numbered(names: str) -> dict[str, int]:
    """Each name of a list with its place in it, from 0; ``/`` parts names for the same."""
    return {name: number for number, same in enumerate(names.split()) for name in same.split("/")}


def month_number(name: str) -> int:
    """The number of a month by its name in any of the three languages; 0 for other words."""
    word = name.casefold().rstrip(".")
    return next((number for names in MONTHS.values() if (number := numbered(names).get(word, -1) + 1)), 0)
