"""Reads the answer of a chat model: a completion as today's servers send it."""

from __future__ import annotations

from typing import Any

from plugins.translation.engines.answer_check import error_sentence
from plugins.translation.engines.base import BadAnswer, Refused, Temporary
from plugins.translation.engines.chat_entries import texts_in

_FILTERED = frozenset({"content_filter", "safety", "prohibited_content", "recitation", "blocklist", "spii", "refusal"})
"""Reasons of an end that mean: the service does not want to answer this text (OpenAI, Azure, Gemini, Anthropic)."""
_NO_ROOM = frozenset({"length", "max_tokens", "max_output_tokens", "model_length"})
_TEXT_PARTS = frozenset({"text", "output_text"})
_THOUGHTS = ("reasoning_content", "reasoning")


def translations(engine: str, answer: Any, count: int) -> tuple[str, ...]:
    """The texts of a chat completion by their numbers, whatever order they came in.

    Raises ``BadAnswer`` where a number is missing, doubled or not asked for, where the model ran out of
    room, and ``Refused`` where it or a filter refused.
    """
    choice = _choice(answer)
    reason = str(choice.get("finish_reason") or "").lower()
    if reason in _FILTERED:
        raise Refused(engine, f"refused the text: its content filter stopped the answer ({reason})")
    if reason == "error":
        raise Temporary(engine, "stopped in the middle of its answer with an error of its own")
    if reason in _NO_ROOM:
        raise BadAnswer(engine, "ran out of room in the middle of its answer")
    return texts_in(engine, _content(engine, choice), count)


def _choice(answer: Any) -> dict[str, Any]:
    """The first choice; the answer itself where a server sends the message alone."""
    choices = answer.get("choices") if isinstance(answer, dict) else None
    if isinstance(choices, list) and choices and isinstance(choices[0], dict):
        return choices[0]
    return answer if isinstance(answer, dict) and isinstance(answer.get("message"), dict) else {}


def _content(engine: str, choice: dict[str, Any]) -> str:
    """The text of a choice. Raises ``BadAnswer`` with the reason where there is none to use."""
    message: dict[str, Any] = next(
        (choice[key] for key in ("message", "delta") if isinstance(choice.get(key), dict)), {}
    )
    content = _joined(message.get("content", choice.get("text"))) or _arguments(message)
    if not content.strip():
        refusal = message.get("refusal")
        if isinstance(refusal, str) and refusal.strip():
            raise Refused(engine, f"refused the text: {' '.join(refusal.split())[:120]}")
        if any(message.get(key) for key in _THOUGHTS):
            raise BadAnswer(engine, "gave its thoughts alone, and no answer")
        raise BadAnswer(engine, "gave an answer without text")
    refused = error_sentence(engine, "", content)
    if isinstance(refused, Refused):
        raise refused
    return content


def _joined(content: Any) -> str:
    """Content as text, or as parts of which those of type ``text`` count (thoughts are others)."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = (part.get("text") for part in parts if isinstance(part, dict) and part.get("type", "text") in _TEXT_PARTS)
    return "".join(text for text in texts if isinstance(text, str))


def _arguments(message: dict[str, Any]) -> str:
    """What a model put into the call of a tool that nobody offered it."""
    calls = message.get("tool_calls")
    first = calls[0] if isinstance(calls, list) and calls and isinstance(calls[0], dict) else {}
    called = first.get("function", message.get("function_call"))
    given = called.get("arguments") if isinstance(called, dict) else None
    return given if isinstance(given, str) else ""
