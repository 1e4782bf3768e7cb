"""Puts a completion together that a server sends in events, though none were asked for (WHATWG, server-sent events)."""

from __future__ import annotations

import json
from typing import Any

_DATA = "data:"


def completion_in(text: str) -> dict[str, Any] | None:
    """The completion whose pieces the events carry; ``None`` where the text is no stream of events."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith((":", "event:", "id:"))]
    if not lines or not all(line.startswith(_DATA) for line in lines):
        return None
    written, reason = "", None
    for line in lines:
        choice = _choice(line.removeprefix(_DATA).strip())
        piece = (choice.get("delta") or choice.get("message") or {}).get("content")
        written += piece if isinstance(piece, str) else ""
        reason = choice.get("finish_reason") or reason
    return {"choices": [{"message": {"content": written}, "finish_reason": reason}]}


def _choice(data: str) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except ValueError:
        return {}  # the end, as [DONE]
    choices = value.get("choices") if isinstance(value, dict) else None
    return choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
