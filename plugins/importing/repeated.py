"""Sentences that a text tells twice, word for word."""

from __future__ import annotations

import re

from plugins.importing.proposal import ItemKind, Sure
from plugins.importing.reading import Reading

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?=\s|$)|\n|$)|[^.!?…\n]+")
_LEAST = 5
"""Words of the shortest sentence that is told of."""


def find_repeated(reading: Reading, title: str, teaser: str) -> None:
    """Notes each sentence that stands a second time; a block that is nothing but one can be dropped."""
    seen = {_key(sentence): "above the text" for text in (title, teaser) for sentence in _sentences(text)}
    for number, block in list(reading.free()):
        own = _sentences(block.text)
        for place, sentence in enumerate(own):
            key = _key(sentence)
            if key not in seen:
                seen[key] = block.place
                continue
            _told(reading, number, place, sentence, seen[key], is_whole=len(own) == 1)


def _told(reading: Reading, number: int, place: int, sentence: str, before: str, *, is_whole: bool) -> None:
    why = f"stands word for word {before if before.startswith('above') else f'in {before}'} too"
    key = f"repeated-sentence-{number + 1}" + (f"-{place + 1}" if place else "")
    said = reading.answer(key)
    if said == "drop" and is_whole:
        reading.note(key, ItemKind.REPEATED, "", sentence, number, why)
        reading.claim(number)
        return
    sure = Sure.TAKEN if said == "take" else Sure.TO_DECIDE
    choices = ("take", "drop") if is_whole else ("take",)
    reading.remark(key, ItemKind.REPEATED, sentence, number, why, sure, choices)


def _sentences(text: str) -> list[str]:
    return [part for part in (each.strip() for each in _SENTENCE.findall(text)) if len(part.split()) >= _LEAST]


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
