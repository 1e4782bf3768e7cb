"""Remembers every translation of the house, so that nothing is paid for twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.newsroom.model import Lang
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.inner import BrokenInnerError, renumbered, with_ids
from plugins.translation.segment import Segment

MEMORY = "memory"
"""Named as the engine where a person's words from another report are offered."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A translation that is already there, and whose it is."""

    text: str
    """The inner form, with the tags of the segment that was asked for."""
    engine: str
    model: str
    date: str


@dataclass(frozen=True, slots=True)
class Memory:
    """The best translation of every text, by (source language, language, text with its tags from 1)."""

    entries: Mapping[tuple[Lang, Lang, str], Entry]

    def recall(self, segment: Segment, source: Lang, lang: Lang) -> Recalled | None:
        """A translation of exactly these words into ``lang``; of tags only the numbers may differ."""
        text, ids = renumbered(segment.text)
        entry = self.entries.get((source, lang, text))
        if entry is None:
            return None
        _, theirs = renumbered(entry.source)
        own = {number: mine for mine, number in ids.items()}
        answer = with_ids(entry.target, {their: own[number] for their, number in theirs.items()})
        return Recalled(answer, entry.engine or MEMORY, entry.model, entry.date)


def memory_of(catalogues: Iterable[Catalogue]) -> Memory:
    """The memory of all catalogues. A person's words come before a machine's, newer before older."""
    best: dict[tuple[Lang, Lang, str], Entry] = {}
    for catalogue in catalogues:
        pair = catalogue.header.source_lang, catalogue.header.lang
        for entry in (*catalogue.entries, *catalogue.memory):
            if not entry.usable:
                continue
            text = _text(entry)
            key = (*pair, text)
            if text and (key not in best or _worth(entry) > _worth(best[key])):
                best[key] = entry
    return Memory(best)


def _worth(entry: Entry) -> tuple[bool, str]:
    return entry.origin is Origin.PERSON, entry.date


def _text(entry: Entry) -> str:
    """The source with its tags from 1; empty if somebody has damaged it."""
    if "<" not in entry.source:
        return entry.source
    try:
        return renumbered(entry.source)[0]
    except BrokenInnerError:
        return ""
