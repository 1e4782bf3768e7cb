"""What servers say of their errors."""

from __future__ import annotations

import json

import pytest

from plugins.translation.engines.server_words import ServerWords, error_inside, words_in, words_of


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"error": "nothing to translate"}, "nothing to translate"),
        ({"error": {"message": "No such model", "code": "model_not_found"}}, "No such model; model_not_found"),
        ([{"error": {"message": "Invalid", "status": "INVALID_ARGUMENT"}}], "Invalid"),
        ({"detail": [{"loc": ["body", "stream"], "msg": "not permitted"}]}, "body.stream: not permitted"),
        ({"message": {"detail": [{"loc": ["body", "x"], "msg": "no"}]}}, "body.x: no"),
        ({"object": "error", "message": "too  long", "code": 400}, "too long"),
        ({"answer": 1}, ""),
        (3, ""),
    ],
)
def test_the_sentence_of_an_error(body: object, sentence: str) -> None:
    """As OpenAI, Ollama, Google, FastAPI, Mistral and vLLM write it."""
    assert words_of(json.dumps(body).encode()).sentence == sentence


def test_what_is_no_json_says_nothing() -> None:
    """A page of a proxy is not repeated."""
    assert words_of(b"<html>") == ServerWords()


@pytest.mark.parametrize(
    ("sentence", "seconds"),
    [
        ("Please try again in 20s.", 20),
        ("Please try again in 1m12.5s. Visit your account.", 72.5),
        ("try again in 350ms", 0.35),
        ("Slowdown: 10 per 1 minute", 60),
        ("Slowdown: 200 per 1 hour", 3600),
        ("limit of 5 requests per minute", 60),
        ("Rate limited, retry after 30 seconds", 30),
        ("Please wait 2 minutes before the next request", 120),
        ("Requests to this deployment have exceeded the rate. Please retry after 7 seconds.", 7),
        ("Rate limit of 5000 tokens reached", None),
        ("slow down", None),
    ],
)
def test_a_period_in_words(sentence: str, seconds: float | None) -> None:
    """Read where no header says it."""
    assert ServerWords(sentence).seconds == seconds


@pytest.mark.parametrize(
    ("sentence", "is_long"),
    [
        ("This model's maximum context length is 4096 tokens.", True),
        ("the request exceeds the available context size", True),
        ("prompt is too long: 210000 tokens > 200000 maximum", True),
        ("Invalid request: request (6000) exceeds text limit (5000)", True),
        ("Invalid request: Request (60) exceeds batch limit (25)", True),
        ("Unknown model", False),
        ("Unsupported value: 'temperature' does not support 0 with this model.", False),
    ],
)
def test_what_is_too_long(sentence: str, is_long: bool) -> None:
    """Whatever words a server has for it."""
    assert ServerWords(sentence).too_long is is_long


def test_an_error_in_a_success() -> None:
    """A gateway answers 200 with the error of the one behind it; a choice may hold it too."""
    found = error_inside({"error": {"message": "Provider returned error", "code": 429}})
    assert found == ServerWords("Provider returned error", 429)
    inside = error_inside({"choices": [{"error": {"message": "upstream", "code": 502}, "finish_reason": "error"}]})
    assert inside == ServerWords("upstream", 502)
    assert error_inside({"choices": [{"message": {"content": "x"}}], "error": None}) is None
    assert error_inside({"translatedText": ["x"]}) is None


def test_a_parameter_is_named_as_a_word() -> None:
    """And not as a part of another."""
    assert ServerWords("Unsupported value: 'temperature'").refuses("temperature")
    assert not ServerWords("streaming is off").refuses("stream")


def test_deep_errors_end() -> None:
    """However deep they are nested."""
    value: object = "end"
    for _ in range(50):
        value = {"error": value}
    assert words_in(value) == ServerWords()
