"""Reads the answer of a chat model: a completion as today's servers send it."""

from __future__ import annotations

from typing import Any

from plugins.translation.engines.base import BadAnswer, Refused, Temporary
from plugins.translation.engines.http import unreadable
from plugins.translation.engines.loose_json import values_in

_LISTS = ("translations", "segments", "results", "items")
"""Keys under which models put what they were asked for, ours first."""
_TEXTS = ("text", "translation", "translated_text", "target")
_FILTERED = frozenset({"content_filter", "safety", "prohibited_content", "recitation", "blocklist"})
"""Reasons of an end that mean: the service does not want to answer this text (OpenAI, Azure, Gemini)."""


def translations(engine: str, answer: Any, count: int) -> tuple[str, ...]:
    """The texts of a chat completion by their numbers, whatever order they came in.

    Raises ``BadAnswer`` where a number is missing, doubled or not asked for, where the model ran out of
    room, and where it or a filter refused.
    """
    content = _content(engine, answer)
    fault = BadAnswer(engine, unreadable(content.strip()))
    for value in values_in(content):
        try:
            return _in_order(engine, _entries(engine, value, count), count)
        except BadAnswer as found:
            fault = found
    raise fault


def _in_order(engine: str, entries: list[tuple[int, str]], count: int) -> tuple[str, ...]:
    found = dict(entries)
    if len(found) < len(entries):
        raise BadAnswer(engine, "answered a number twice")
    if sorted(found) != list(range(1, count + 1)):
        raise BadAnswer(engine, f"gave {len(found)} answers to {count} questions, or under other numbers")
    return tuple(found[number] for number in range(1, count + 1))


def _content(engine: str, answer: Any) -> str:
    """The text of the first choice. Raises ``BadAnswer`` with the reason where there is none to use."""
    choices = answer.get("choices") if isinstance(answer, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
    message = choice.get("message")
    message = message if isinstance(message, dict) else {}
    reason = str(choice.get("finish_reason") or "").lower()
    if reason in _FILTERED:
        raise Refused(engine, f"refused the text: its content filter stopped the answer ({reason})")
    if reason == "error":
        raise Temporary(engine, "stopped in the middle of its answer with an error of its own")
    if reason == "length":
        raise BadAnswer(engine, "ran out of room in the middle of its answer")
    content = _joined(message.get("content"))
    if not content.strip():
        refusal = message.get("refusal")
        if isinstance(refusal, str) and refusal.strip():
            raise Refused(engine, f"refused the text: {' '.join(refusal.split())[:120]}")
        raise BadAnswer(engine, "gave an answer without text")
    return content


def _joined(content: Any) -> str:
    """Content as text, or as parts of which those of type ``text`` count (thoughts are others)."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = (part.get("text") for part in parts if isinstance(part, dict) and part.get("type", "text") == "text")
    return "".join(text for text in texts if isinstance(text, str))


def _entries(engine: str, value: Any, count: int) -> list[tuple[int, str]]:
    """(number, text) of each translation."""
    listed = value
    if isinstance(value, dict):
        listed = next((value[key] for key in _LISTS if key in value), value)
    if isinstance(listed, dict):
        single = count == 1 and _text_of(listed) is not None
        listed = [{"id": 1, **listed}] if single else [{"id": key, "text": text} for key, text in listed.items()]
    if not isinstance(listed, list):
        raise BadAnswer(engine, "gave JSON without a list of translations")
    return [_numbered(engine, entry) for entry in listed]


def _numbered(engine: str, entry: Any) -> tuple[int, str]:
    number = entry.get("id") if isinstance(entry, dict) else None
    text = _text_of(entry) if isinstance(entry, dict) else None
    if isinstance(number, str) and number.isascii() and number.isdigit():
        number = int(number[:9])
    if not isinstance(number, int) or isinstance(number, bool) or text is None:
        raise BadAnswer(engine, "gave an answer without a number or without a text")
    return number, text


def _text_of(entry: dict[str, Any]) -> str | None:
    found = next((entry[key] for key in _TEXTS if key in entry), None)
    return found if isinstance(found, str) else None
