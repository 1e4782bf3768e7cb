"""Who is in the newsroom on a day: people who have left, and who is asked in their place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from plugins.newsroom.model import Person


def on_day(people: Iterable[Person], today: dt.date) -> tuple[Person, ...]:
    """Everybody as they are that day: whoever has left is still named, and can be reached no longer."""
    return tuple(_as_left(one) if one.until is not None and one.until < today else one for one in people)


def _as_left(person: Person) -> Person:
    return replace(person, has_left=True, phone="", phone_e164="", email="")


def in_office(idents: Iterable[str], people: Mapping[str, Person]) -> tuple[str, ...]:
    """These people, each once; in the place of whoever has left the successor, or nobody."""
    return tuple(dict.fromkeys(ident for one in idents for ident in _following(one, people)))


def _following(ident: str, people: Mapping[str, Person]) -> Iterator[str]:
    """The first of the person, their successor, and so on, who has not left; nothing where all have."""
    asked: set[str] = set()
    while ident in people and people[ident].has_left and ident not in asked:
        asked.add(ident)
        ident = people[ident].successor
    if ident and ident not in asked:
        yield ident
