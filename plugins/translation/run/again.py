"""Asks for one text again, past what is remembered: the former words of a machine stay until there are better ones."""

from __future__ import annotations

from plugins.newsroom.model import Lang
from plugins.translation.catalogue import Entry, Origin, Reading
from plugins.translation.run.ask import Question
from plugins.translation.run.judge import Asked, rules_of
from plugins.translation.run.orders import Order, Resources
from plugins.translation.run.texts import Text
from plugins.translation.shield import shielded

_OF_MACHINES = (Origin.MACHINE, Origin.STALE, Origin.NOBODY)


def order_again(text: Text, lang: Lang, resources: Resources, key: str) -> Order | None:
    """An order for the text of that key alone; ``None`` where there is none, or where its words are a person's."""
    reading = resources.readings.get(text.path(lang)) or Reading(text.blank(lang))
    if reading.catalogue is None:
        return None
    entries = text.rebased(reading.catalogue).entries
    entry = next((one for one in entries if one.key == key and _is_of_machine(one)), None)
    if entry is None:
        return None
    brief, segment = text.brief, entry.segment
    rules = rules_of(resources.glossary, brief.names, brief.source, lang)
    asked = Asked(segment, shielded(segment, brief.names))
    terms = resources.glossary.pairs(brief.source, lang)
    question = Question((asked,), rules, brief.context, terms, brief.confidential)
    return Order(text, lang, question, {}, (), (segment,), (segment,), again=True)


def _is_of_machine(entry: Entry) -> bool:
    return entry.origin in _OF_MACHINES
