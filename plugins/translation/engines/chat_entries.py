"""The numbered texts in what a chat model wrote: as it was asked for, or in one of the ways models drift to."""

from __future__ import annotations

import json
import re
from typing import Any

from plugins.newsroom.counting import count as said
from plugins.translation.engines.base import BadAnswer
from plugins.translation.engines.http import unreadable
from plugins.translation.engines.loose_json import values_in

_LISTS = ("translations", "segments", "results", "items")
"""Keys under which models put what they were asked for, ours first."""
_TEXTS = ("translation", "translated_text", "translatedText", "translated", "text", "target")
"""Keys of a text, what can be nothing but the translation first: some give the source as ``text`` beside it."""
_NUMBERS = ("id", "index", "number", "key", "segment")
_LINE = re.compile(r"\s*(\d{1,4})[.):]\s+(\S.*)")

Entry = tuple[int | None, str]
"""(number, text); without a number where the model gives none."""


def texts_in(engine: str, content: str, count: int) -> tuple[str, ...]:
    """The texts by their numbers, whatever order they came in; by their order where none has a number.

    Raises ``BadAnswer`` where a number is missing, doubled or not asked for.
    """
    fault: BadAnswer | None = None
    loose: list[Entry] = []
    for value in values_in(content):
        try:
            return _in_order(engine, _entries(engine, value, count), count)
        except BadAnswer as found:
            fault = fault or found
        loose += [entry for entry in [_entry(value)] if entry is not None]
    for entries in (loose, _lines(content)):
        if count > 1 and len(entries) == count:
            return _in_order(engine, entries, count)
    raise fault or BadAnswer(engine, unreadable(content.strip()))


def _in_order(engine: str, entries: list[Entry], count: int) -> tuple[str, ...]:
    if len(entries) == count and all(number is None for number, _ in entries):
        return tuple(text for _, text in entries)
    found = {number: text for number, text in entries if number is not None}
    if len(found) < len(entries):
        raise BadAnswer(engine, "answered a number twice, or without one")
    for first in (1, 0):  # some count from nought
        if sorted(found) == list(range(first, first + count)):
            return tuple(found[number] for number in range(first, first + count))
    raise BadAnswer(engine, f"gave {said(len(found), 'answer')} to {said(count, 'question')}, or under other numbers")


def _entries(engine: str, value: Any, count: int) -> list[Entry]:
    """What a value holds."""
    listed = value
    if isinstance(value, dict):
        listed = next((value[key] for key in _LISTS if key in value), value)
    if isinstance(listed, str) and listed is not value:
        listed = _decoded(listed)
    if isinstance(listed, dict):
        single = count == 1 and _text_of(listed) is not None
        listed = [{"id": 1, **listed}] if single else [{"id": key, "text": text} for key, text in listed.items()]
    if not isinstance(listed, list):
        raise BadAnswer(engine, "gave JSON without a list of translations")
    found = [_entry(entry) for entry in listed if entry not in ({}, None)]
    entries = [entry for entry in found if entry is not None]
    if len(entries) < len(found):
        raise BadAnswer(engine, "gave an answer without a number or without a text")
    return entries


def _decoded(text: str) -> Any:
    """A list that came as text inside JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _entry(value: Any) -> Entry | None:
    if isinstance(value, str):
        return None, value
    if not isinstance(value, dict):
        return None
    text = _text_of(value)
    given = next((value[key] for key in _NUMBERS if key in value), None)
    number = _number(given)
    return None if text is None or (given is not None and number is None) else (number, text)


def _number(given: Any) -> int | None:
    if isinstance(given, str) and given.isascii() and given.isdigit():
        return int(given[:9])
    if isinstance(given, bool) or not isinstance(given, int | float) or given != int(given):
        return None
    return int(given)


def _text_of(entry: dict[str, Any]) -> str | None:
    found = next((entry[key] for key in _TEXTS if key in entry), None)
    return found if isinstance(found, str) else None


def _lines(content: str) -> list[Entry]:
    """A numbered list; nothing where a line has no number."""
    matches = [_LINE.fullmatch(line) for line in content.splitlines() if line.strip()]
    return [(int(match[1]), match[2].rstrip()) for match in matches if match] if all(matches) else []
