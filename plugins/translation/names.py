"""Gathers the names a report knows of: what stays letter by letter in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.newsroom.model import Newsroom, Person, Report

_CREDIT_PARTS = re.compile(r"\s*[|/,;·•]\s*")


def names_of(report: Report, newsroom: Newsroom, fixed: Iterable[str] = ()) -> tuple[str, ...]:
    """Every name of a report's metadata with the ``fixed`` names of the glossary, each once.

    People (and their surnames alone: ``Frau Jäger`` is no hunter), organisations, the venue,
    photographers. Not the city, which has a name of its own in each language (``Brüssel``).
    """
    found = (*_named(report, newsroom), *fixed)
    return tuple(dict.fromkeys(name.strip() for name in found if len(name.strip()) > 1))


def _named(report: Report, newsroom: Newsroom) -> Iterator[str]:
    """The names of the metadata, some of them twice."""
    ids = {*report.authors, *report.contacts, *(photo.credit.photographer for photo in report.photos)}
    for person in newsroom.people:
        if person.id in ids:
            yield from _of_person(person)
    yield from (organiser.name for organiser in report.organisers)
    yield from (source.name for source in report.sources)
    if report.event:
        yield report.event.venue
    yield newsroom.site.publisher.name
    for photo in report.photos:
        yield from photo.persons
        yield photo.credit.rights_holder
        yield from credited(photo.credit.line)


def _of_person(person: Person) -> Iterator[str]:
    """A person's name, surname and organisation."""
    yield person.name
    surname, comma, _ = person.sort_name.partition(",")
    if comma:
        yield surname
    yield person.organisation


def credited(line: str) -> Iterator[str]:
    """The names in a credit line: its parts of two words and more, without ``Foto:`` before them.

    A single word may be a surname or a word of the language (``Illustration``); surnames come
    from people.yaml.
    """
    for part in _CREDIT_PARTS.split(line):
        name = part.rpartition(":")[2].lstrip("© ").strip()
        if " " in name:
            yield name
