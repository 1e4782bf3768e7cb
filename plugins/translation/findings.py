"""The findings of the gate that wait for a person, and the answers to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from plugins.translation.catalogue import Catalogue, Entry, FindingAnswer, Origin, digest
from plugins.translation.inner import BrokenInnerError, words
from plugins.translation.records import answered

_LONGEST = 60
"""Characters of a text that is named in a sentence."""


@dataclass(frozen=True, slots=True)
class Question:
    """One finding, with the words it is about."""

    key: str
    """What it is answered by; the same as long as finding and words are."""
    place: str
    """Key of the text concerned."""
    finding: str
    """Level, check and evidence, as they stand in the catalogue."""
    source: str
    target: str


def question(place: str, finding: str, source: str, target: str) -> Question:
    """The question about one text."""
    return Question(digest("\x1f".join((finding, source, target)))[:6], place, finding, source, target)


def questions(catalogue: Catalogue) -> tuple[Question, ...]:
    """Every finding in a catalogue that nobody has answered, in the order of the texts."""
    return tuple(
        question(entry.key, finding, entry.source, entry.target)
        for entry in catalogue.entries
        if not entry.stale
        for finding in entry.open
    )


def answers_to(
    asked: tuple[Question, ...], words: Mapping[str, str], by: str, office: str, day: dt.date
) -> dict[str, FindingAnswer]:
    """The answer to each question whose key is among ``words``."""
    return {
        each.key: FindingAnswer(each.finding, by, day.isoformat(), office, words[each.key])
        for each in asked
        if each.key in words
    }


def with_answers(catalogue: Catalogue, given: Mapping[str, FindingAnswer]) -> Catalogue:
    """The catalogue with these answers, by the keys of their questions. No finding is taken out."""

    def told(entry: Entry) -> Iterator[FindingAnswer]:
        for finding in entry.open:
            key = question(entry.key, finding, entry.source, entry.target).key
            if key in given:
                yield given[key]

    entries = (replace(entry, answers=(*entry.answers, *told(entry))) for entry in catalogue.entries)
    return replace(catalogue, entries=tuple(entries))


def rejudged(entry: Entry, found: tuple[str, ...]) -> Entry:
    """The entry with what the gate says of its words as they now stand.

    What was said of the very words that stand here stays, also what no gate can find again.
    """
    if entry.refused:
        return replace(entry, findings=found, answers=(), engine="", model="", date="")
    by_hand = entry.origin is Origin.PERSON and entry.mark not in ("", digest(entry.target))
    kept = tuple(f for f in entry.findings if not by_hand or f.split(": ")[1:2] in (["carried"], ["state"]))
    findings = tuple(dict.fromkeys((*kept, *found)))
    return replace(entry, findings=findings, answers=answered(findings, entry.answers))


def first_words(text: str) -> str:
    """A text of a catalogue as a sentence names it: in quotation marks, without tags, not too long."""
    with suppress(BrokenInnerError):
        text = words(text)
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST].rstrip()}…”"
