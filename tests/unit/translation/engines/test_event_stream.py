"""Answers that come in events."""

from __future__ import annotations

import json

from plugins.translation.engines.event_stream import completion_in


def _event(content: str, reason: str | None = None) -> str:
    return "data: " + json.dumps({"choices": [{"delta": {"content": content}, "finish_reason": reason}]})


def test_the_pieces_are_put_together() -> None:
    """With the reason of the end; comments and the mark of the end are passed over."""
    text = "\n\n".join((": ping", _event("Das "), _event("Haus"), _event("", "length"), "data: [DONE]"))
    assert completion_in(text) == {"choices": [{"message": {"content": "Das Haus"}, "finish_reason": "length"}]}


def test_what_is_no_stream_is_none() -> None:
    """A page, JSON, nothing."""
    assert [completion_in(text) for text in ("<html>", '{"a": 1}', "", "data: 1\nand more")] == [None] * 4
