"""Checks of one report that look beyond its own file: people, topics, contacts, times, year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import Where
from plugins.newsroom.context import Context
from plugins.newsroom.funding import UNREADABLE
from plugins.newsroom.model import Status
from plugins.newsroom.moments import local_time
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.suggest import did_you_mean, listing
from plugins.newsroom.wording import unknown_languages
from plugins.newsroom.yaml_source import Doc

_OFFSET = re.compile(r"(?:(?<=:\d{2}):\d{2}(?:\.\d+)?)?[ ]?(?:[Zz]|[+-]\d{2}:?\d{2})$")
"""Seconds and offset of a time, which nobody needs where the newsroom's clock is meant."""


def reference_problems(doc: Doc, context: Context, year: str, softened: Level) -> Iterator[Problem]:
    """Everything in report.yaml that names something which is not there.

    Works on the raw values, so that it speaks in the same run as the checks of types. ``softened`` is
    the level of what a draft may still lack.
    """
    for key in ("authors", "contacts"):
        yield from _unknown_people(doc, doc.listed(key), context)
        yield from _twice(doc, doc.listed(key))
    photos = doc.value.get("photos")
    for index in range(len(photos) if isinstance(photos, list) else 0):
        yield from _unknown_people(doc, doc.strings("photos", index, "photographer"), context)
    yield from _unknown_topics(doc, context)
    yield from _twice(doc, doc.listed("topics"))
    yield from _twice(doc, doc.listed("funding"))
    yield from _projects(doc, context)
    yield from _year(doc, year)
    yield from _offsets(doc, context)
    yield from _fact_words(doc, context)
    withdrawn, status = doc.value.get("withdrawn"), doc.value.get("status")
    if status == Status.WITHDRAWN.value and not withdrawn:
        yield _unexplained(doc)
    elif withdrawn and status != Status.WITHDRAWN.value:
        yield _still_there(doc, status)
    if not doc.value.get("contacts") and not context.site.press_contacts:
        yield _no_contact(doc, softened)


def _fact_words(doc: Doc, context: Context) -> Iterator[Problem]:
    """Words of an event, a withdrawal or a picture, and rules, for a language that the newsroom does not have."""
    languages = context.site.languages
    rules = doc.value.get("publish")
    if isinstance(rules, dict) and languages:
        yield from unknown_languages(doc, ("publish",), rules, languages)
    for at in (("event", "name"), ("withdrawn", "reason")):
        outer = doc.value.get(at[0])
        words = outer.get(at[1]) if isinstance(outer, dict) else None
        if isinstance(words, dict) and languages:
            yield from unknown_languages(doc, at, words, languages)
    photos = doc.value.get("photos")
    for number, photo in enumerate(photos if isinstance(photos, list) else ()):
        words = photo.get("usage_terms") if isinstance(photo, dict) else None
        if isinstance(words, dict) and languages:
            yield from unknown_languages(doc, ("photos", number, "usage_terms"), words, languages)


def _unexplained(doc: Doc) -> Problem:
    return doc.problem(
        Code.WITHDRAWN_WITHOUT_REASON,
        ("status",),
        "a report that is withdrawn without a word",
        "the day, and a reason for its readers",
        "Add “withdrawn:” with “date:”, “reason:” and, where another report stands in its place, “successor:”.",
        Level.NOTICE,
    )


def _still_there(doc: Doc, status: object) -> Problem:
    return doc.problem(
        Code.WITHDRAWN_STATUS,
        ("withdrawn",),
        f"why a report was withdrawn that has the status “{status}”",
        "“status: withdrawn” beside it",
        "Write status: withdrawn, or delete “withdrawn” with everything below it.",
        on_key=True,
    )


def _unknown_people(doc: Doc, named: tuple[tuple[Where, str], ...], context: Context) -> Iterator[Problem]:
    people = context.people
    for path, person in named:
        if people is not None and person and person not in people:
            otherwise = f"Add the person to people.yaml. Known are: {listing(people)}." if people else _ADD_PERSON
            fix = did_you_mean(person, people, otherwise)
            yield doc.problem(Code.UNKNOWN_PERSON, path, f"“{person}”", "an id of people.yaml", fix)


_ADD_PERSON = "Add the person to people.yaml."


def _unknown_topics(doc: Doc, context: Context) -> Iterator[Problem]:
    topics = context.topics
    for path, topic in doc.listed("topics"):
        if topics is not None and topic and topic not in topics:
            otherwise = f"Add the topic to topics.yaml. Known are: {listing(topics)}."
            fix = did_you_mean(topic, topics, otherwise if topics else "Add the topic to topics.yaml.")
            yield doc.problem(Code.UNKNOWN_TOPIC, path, f"“{topic}”", "an id of topics.yaml", fix)


def _projects(doc: Doc, context: Context) -> Iterator[Problem]:
    """Funding and series that site.yaml does not have; it is looked at only where a report names some."""
    if named := doc.listed("funding"):
        known = {one.id: one for one in context.site.funding}
        yield from _unknown(doc, named, tuple(known), "funding", Code.UNKNOWN_FUNDING)
        for path, word in named:
            date, start = doc.value.get("date"), known[word].start if word in known else None
            if isinstance(date, str) and start is not None and date[:10] < start.isoformat():
                yield _before(doc, path, word, date, start)
    if series := doc.strings("series"):
        yield from _unknown(doc, series, tuple(one.id for one in context.site.series), "series", Code.UNKNOWN_SERIES)


def _unknown(
    doc: Doc, named: tuple[tuple[Where, str], ...], ids: tuple[str, ...], key: str, code: Code
) -> Iterator[Problem]:
    for path, word in named:
        if word and word not in ids and UNREADABLE not in ids:
            otherwise = f"Known are: {listing(ids)}." if ids else f"Add it to “{key}” in site.yaml."
            fix = did_you_mean(word, ids, otherwise)
            yield doc.problem(code, path, f"“{word}”", f"an id below “{key}” in site.yaml", fix)


def _before(doc: Doc, path: Where, word: str, date: str, start: dt.date) -> Problem:
    return doc.problem(
        Code.FUNDING_PERIOD,
        path,
        f"“{word}”, which began on {start}, for a report of {date[:10]}",
        "a report from the time of the project",
        "Correct the day, or take the project out of “funding”.",
        Level.NOTICE,
    )


def _twice(doc: Doc, named: tuple[tuple[Where, str], ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, word in named:
        if word and word in seen:
            yield doc.problem(Code.LISTED_TWICE, path, f"“{word}” twice", "each entry once", "Delete one of the two.")
        seen.add(word)


def _year(doc: Doc, year: str) -> Iterator[Problem]:
    date = doc.value.get("date")
    if isinstance(date, str) and date[:4].isdigit() and date[4:5] == "-" and date[:4] != year:
        yield doc.problem(
            Code.YEAR_MISMATCH,
            ("date",),
            f"the year {date[:4]} in the folder {year}",
            f"a day in {year}",
            f"Move the folder to reports/{date[:4]}, or correct the day.",
            Level.WARNING,
        )


def _offsets(doc: Doc, context: Context) -> Iterator[Problem]:
    """Times written with another offset than the newsroom's clocks have on that day, as +02:00 in winter.

    A date that ends in Z was written by a program, and says what it means.
    """
    for key in ("date", "embargo"):
        for path, text in doc.strings(key):
            local = None if key == "date" and text[-1:] in "Zz" else local_time(text, context.rules.zone)
            if local is not None:
                yield _foreign_offset(doc, path, text, local)


def _foreign_offset(doc: Doc, path: Where, text: str, local: dt.datetime) -> Problem:
    offset = local.isoformat()[-6:]
    wanted = _OFFSET.sub("", text)
    return doc.problem(
        Code.FOREIGN_OFFSET,
        path,
        f"“{text}”, which is {local:%H:%M} on the newsroom's clock on {local:%Y-%m-%d}",
        f"a time of the newsroom's own clock, which is {offset} on that day",
        f"If {wanted[-5:]} on the newsroom's clock is meant, write {wanted}; otherwise {local:%Y-%m-%dT%H:%M}.",
        Level.WARNING,
    )


def _no_contact(doc: Doc, level: Level) -> Problem:
    return doc.problem(
        Code.NO_CONTACT,
        ("contacts",),
        "a report without any contact",
        "somebody whom journalists can call",
        "Add “press_contacts” to site.yaml for all reports, or here:\ncontacts:\n  - an id of people.yaml",
        level,
        on_key=True,
    )
