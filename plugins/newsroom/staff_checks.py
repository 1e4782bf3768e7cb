"""Checks of people who leave: their successors, and reports from after their last day that name them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from plugins.newsroom.codes import Code
from plugins.newsroom.heads import Head, Mention
from plugins.newsroom.model import Person
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.staff import in_office, on_day
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.yaml_source import Doc


def successor_problems(doc: Doc) -> Iterator[Problem]:
    """Successors in people.yaml who do not exist, stand in for themselves, or for somebody who stays."""
    successors = {name: word for name in doc.value for _, word in doc.strings(name, "successor")}
    for name, word in successors.items():
        at = (name, "successor")
        entry = doc.value[name]
        if word not in doc.value:
            fix = did_you_mean(word, doc.value, "Add the person to people.yaml.")
            yield doc.problem(Code.UNKNOWN_PERSON, at, f"“{word}”", "an id of people.yaml", fix)
        elif name in _line_of(word, successors):
            yield doc.problem(
                Code.BAD_SUCCESSOR,
                at,
                f"“{word}”, in whose place “{name}” is asked again",
                "somebody who is still there",
                "Name somebody else, or leave the line out: the press contacts of site.yaml are asked then.",
            )
        elif isinstance(entry, dict) and "until" not in entry:
            yield doc.problem(
                Code.BAD_SUCCESSOR,
                at,
                f"“{word}” as the successor of somebody who has no last day",
                "“until:” with the last day beside it",
                "Add the last day, such as until: 2026-05-31, or leave “successor” out.",
            )


def _line_of(name: str, successors: dict[str, str]) -> frozenset[str]:
    """The person and everybody who comes after them."""
    found: set[str] = set()
    while name and name not in found:
        found.add(name)
        name = successors.get(name, "")
    return frozenset(found)


def departures(heads: Iterable[Head], people: Iterable[Person]) -> Iterator[Problem]:
    """Reports from after somebody's last day that name them."""
    leaving = {person.id: person for person in people if person.until is not None}
    if not leaving:
        return
    for head in heads:
        for contact in head.contacts:
            if _is_late(head, leaving.get(contact.word)):
                yield _late_contact(contact, leaving[contact.word], head.day)
        for author in head.authors:
            if _is_late(head, leaving.get(author.word)):
                yield _late_author(author, leaving[author.word], head.day)


def without_press_contact(doc: Doc, people: Iterable[Person]) -> Iterator[Problem]:
    """Press contacts who all leave, with nobody in their place."""
    by_id = {person.id: person for person in people}
    named = [(path, by_id[word]) for path, word in doc.strings("press_contacts") if word in by_id]
    if not named or in_office((one.id for _, one in named), {p.id: p for p in on_day(people, dt.date.max)}):
        return
    path, last = max(named, key=lambda pair: pair[1].until or dt.date.max)
    yield doc.problem(
        Code.PERSON_LEFT,
        path,
        f"“{last.id}”, who is there until {last.until}: from then on nobody is left whom journalists can ask",
        "somebody who stays, or a successor",
        "Add somebody else here, or “successor” to the person in people.yaml.",
        Level.WARNING,
    )


def _is_late(head: Head, person: Person | None) -> bool:
    is_day = head.day[4:5] == "-"
    return person is not None and person.until is not None and is_day and head.day > person.until.isoformat()


def _late_contact(contact: Mention, person: Person, day: str) -> Problem:
    instead = f"write {person.successor}" if person.successor else "name somebody else, or a “successor” of the person"
    then = "the successor is shown" if person.successor else "nobody is shown in that place"
    return contact.problem(
        Code.PERSON_LEFT,
        f"“{person.id}” as the contact of a report of {day}, who is there until {person.until}: {then}",
        "somebody who is there on that day",
        f"Here {instead}; or correct “until” in people.yaml.",
        Level.WARNING,
    )


def _late_author(author: Mention, person: Person, day: str) -> Problem:
    return author.problem(
        Code.PERSON_LEFT,
        f"“{person.id}” as an author of a report of {day}, who is there until {person.until}",
        "somebody who was there when it was written",
        "Leave it if they wrote it before; otherwise name who did, or correct “until” in people.yaml.",
        Level.NOTICE,
    )
