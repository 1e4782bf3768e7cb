"""Small parts of the JSON client; the rest is tested over the wire (tests/engines)."""

from __future__ import annotations

import pytest

from plugins.translation.engines.http import DEFAULT_TIMEOUT, timeout_from, unreadable


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("5", 5.0), ("0.5", 0.5), ("", 60.0), ("soon", 60.0), ("0", 60.0), ("-1", 60.0), ("nan", 60.0), ("inf", 60.0)],
)
def test_timeout(value: str, seconds: float) -> None:
    """A positive number of seconds, else the usual."""
    assert timeout_from({"TRANSLATION_TIMEOUT": value}) == seconds
    assert timeout_from({}) == DEFAULT_TIMEOUT


@pytest.mark.parametrize(
    ("text", "told"), [("", "empty"), ("<html>", "web page"), ('{"a', "cut off"), ("hello", "no JSON")]
)
def test_why_a_text_is_no_json(text: str, told: str) -> None:
    """In a sentence that does not repeat it."""
    assert told in unreadable(text)
