"""What countries, their people, languages and places are called in a language (after CLDR, with a table of our own)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from plugins.translation.gate.cognates import skeleton
from plugins.translation.gate.lexicon import exonyms
from plugins.translation.gate.words import Word, words

ROOT = 5
"""Letters that show a country in the word for its people: ``Greenlander``."""
_COUNTRY = "country "
"""What the mark of a country begins with."""
_BODY = "body "
"""What the mark of a body with a name of its own in each language begins with."""
_SHORTEST = 4
MANY = 400
"""Pairs of places that are compared: in a text with more of them nothing is said."""
_OFFICIAL = ("official", "de_facto_official")


@dataclass(frozen=True, slots=True)
class Place:
    """A name of a place as it stands in a text; ``marks`` say which places are called so."""

    raw: str
    marks: frozenset[str]
    parts: tuple[Word, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """Whether a country is called so, a body, a place, or several, as with Luxembourg."""
        return frozenset(next((k for k in (_COUNTRY, _BODY) if mark.startswith(k)), "place") for mark in self.marks)


@functools.cache
def gazetteer(lang: str) -> Mapping[tuple[str, ...], frozenset[str]]:
    """The places that a name may mean, by the plain words of the name."""
    found: dict[tuple[str, ...], set[str]] = {}
    for name, mark in _names(lang):
        found.setdefault(_key(name), set()).add(mark)
    return {key: frozenset(marks) for key, marks in found.items() if key}


@functools.cache
def names_of(lang: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The names of a place in a language as plain words, by its mark; of a country its languages too."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, mark in (*_names(lang), *_tongues(lang)):
        found.setdefault(mark, []).append(_key(name))
    return {mark: tuple(names) for mark, names in found.items()}


def _names(lang: str) -> Iterator[tuple[str, str]]:
    """(name, mark of the place) of everything known in a language."""
    locale = _locale(lang)
    if locale is not None:
        for code, name in locale.territories.items():
            if len(code) == 2:
                yield name, _COUNTRY + code
        for zone in get_global("zone_territories"):
            if zone.count("/") == 1 and not zone.startswith("Etc/"):
                yield locale.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "), zone
    base = lang.split("-")[0].lower()
    if base in exonyms.LANGUAGES:
        column = exonyms.LANGUAGES.index(base)
        yield from ((name, name) for name in exonyms.EVERYWHERE)
        for number, row in enumerate(exonyms.TABLE.split("\n")):
            for name in row.split("|")[column].split("/") if row else ():
                yield name, f"place {number}"
        for number, row in enumerate(exonyms.BODIES.split("\n")):
            for name in row.split("|")[column].split("/") if row else ():
                yield name, f"{_BODY}{number}"
        for row in exonyms.COUNTRIES.split("\n"):
            code, _, columns = row.partition("=")
            for name in columns.split("|")[column].split("/") if row else ():
                yield name, _COUNTRY + code


def _tongues(lang: str) -> Iterator[tuple[str, str]]:
    """(name of a language, mark of a country where it is official): *Dutch* speaks of the Netherlands."""
    locale = _locale(lang)
    if locale is None:
        return
    for code, spoken in get_global("territory_languages").items():
        for tongue, facts in spoken.items():
            if facts.get("official_status") in _OFFICIAL and tongue in locale.languages:
                yield locale.languages[tongue], _COUNTRY + code


def _locale(lang: str) -> Locale | None:
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.plain for word in words(name))


def places(text: str, lang: str) -> tuple[Place, ...]:
    """The names of places in a text, the longest of those that begin with the same word."""
    known, found = gazetteer(lang), words(text)
    longest = max(map(len, known), default=0)
    out: list[Place] = []
    at = 0
    while at < len(found):
        place = (
            _place(found[at : at + longest], known) if found[at].raw[:1].isupper() or found[at].raw == "'s" else None
        )
        if place is not None:
            out.append(place)
        at += len(place.parts) if place else 1
    return tuple(out)


def _place(after: tuple[Word, ...], known: Mapping[tuple[str, ...], frozenset[str]]) -> Place | None:
    for size in range(len(after), 0, -1):
        parts = after[:size]
        plains = [word.plain for word in parts]
        for last in (plains[-1], plains[-1].split("'")[0].split("’")[0], plains[-1].removesuffix("s")):
            marks = known.get((*plains[:-1], last))
            if marks:
                return Place(" ".join(word.raw for word in parts), marks, parts)
    return None


def replaced(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[tuple[Place, Place]]:
    """(place of the source, place of the translation) where one has no trace there, and the other none here.

    A country is held against a country alone, since *Berlin* often means a government.
    """
    ours, theirs = places(source, source_lang), places(target, target_lang)
    if not ours or not theirs or len(ours) * len(theirs) > MANY:
        return
    lost = _without_trace(ours, theirs, target, target_lang)
    come = _without_trace(theirs, ours, source, source_lang) if lost else []
    for place in lost:
        other = next((one for one in come if one.kinds & place.kinds), None)
        if other is not None:
            come.remove(other)
            yield place, other


def _without_trace(found: tuple[Place, ...], others: tuple[Place, ...], text: str, lang: str) -> list[Place]:
    """The places whose name, people and language the other text names in no spelling."""
    marks = {mark for other in others for mark in other.marks}
    elsewhere = {word.start for other in others for word in other.parts}
    free = [skeleton(word.plain) for word in words(text) if word.start not in elsewhere]
    begins = {word[:_SHORTEST] for word in free}
    compounds = " ".join(word for word in free if len(word) > 2 * ROOT)
    return [
        place
        for place in found
        if not place.marks & marks and not any(b in begins or b in compounds for b in _begins(place, lang))
    ]


def _begins(place: Place, lang: str) -> set[str]:
    """How the words begin that speak of a place in a language."""
    spoken = names_of(lang)
    called = [part for mark in place.marks for name in spoken.get(mark, ()) for part in name]
    parts = [*called, *(word.plain for word in place.parts)]
    return {skeleton(part)[:_SHORTEST] for part in parts if len(part) >= _SHORTEST}


@functools.cache
def geography(lang: str) -> frozenset[str]:
    """Words in the names of countries, languages and places of the table in a language, plain."""
    table = (key for key, marks in gazetteer(lang).items() if any(" " in mark for mark in marks))
    return frozenset(part for key in (*_nations(lang), *table) for part in key)


@functools.cache
def roots(lang: str) -> frozenset[str]:
    """How the words in the names of countries and languages begin."""
    return frozenset(part[:ROOT] for key in _nations(lang) for part in key)


def _nations(lang: str) -> tuple[tuple[str, ...], ...]:
    locale = _locale(lang)
    if locale is None:
        return ()
    return tuple(_key(name) for name in (*locale.territories.values(), *locale.languages.values()))
