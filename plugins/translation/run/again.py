"""Asks for one text again, past what is remembered: the former words of a machine stay until there are better ones."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.newsroom.model import Lang
from plugins.translation.catalogue import Entry, Origin, Reading, digest
from plugins.translation.run.ask import Question
from plugins.translation.run.judge import SegmentRequest, rules_of
from plugins.translation.run.orders import Order, Resources
from plugins.translation.run.texts import Text
from plugins.translation.shield import shielded

_OF_MACHINES = (Origin.MACHINE, Origin.STALE, Origin.NOBODY)


class SeveralError(Exception):
    """Several texts have the key; carries a name for each, which none other has, and its first words."""

    def __init__(self, names: Sequence[tuple[str, str]]) -> None:
        super().__init__(", ".join(name for name, _ in names))
        self.names = tuple(names)


def text_name(key: str, source: str) -> str:
    """The name of one text where others have its key too, as all paragraphs have."""
    return f"{key}@{digest(source)[:6]}"


def order_again(text: Text, lang: Lang, resources: Resources, key: str) -> Order | None:
    """An order for the text of that key or name alone; ``None`` where there is none, or where its words are a person's.

    Raises ``SeveralError`` where several have that key.
    """
    reading = resources.readings.get(text.path(lang)) or Reading(text.blank(lang))
    if reading.catalogue is None:
        return None
    entries = text.rebased(reading.catalogue).entries
    found = [one for one in entries if key in (one.key, text_name(one.key, one.source)) and _is_of_machine(one)]
    if len(found) > 1:
        raise SeveralError([(text_name(one.key, one.source), one.source[:40]) for one in found])
    if not found:
        return None
    entry = found[0]
    brief, segment = text.brief, entry.segment
    rules = rules_of(resources.glossary, brief.names, brief.source, lang)
    asked = SegmentRequest(segment, shielded(segment, brief.names))
    terms = resources.glossary.pairs(brief.source, lang)
    question = Question((asked,), rules, brief.context, terms, brief.confidential)
    return Order(text, lang, question, {}, (), (segment,), (segment,), again=True)


def _is_of_machine(entry: Entry) -> bool:
    return entry.origin in _OF_MACHINES
