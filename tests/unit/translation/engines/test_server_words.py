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


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({"error": {"message": "`temperature` is deprecated for this model."}}, "temperature"),
        ({"error": "json_object response format is not supported by this model"}, "response_format"),
        ({"error": {"message": "This model does not support JSON mode."}}, "response_format"),
        ({"detail": [{"loc": ["body", "stream"], "msg": "Extra inputs are not permitted"}]}, "stream"),
    ],
)
def test_a_parameter_is_refused_in_many_words(body: object, parameter: str) -> None:
    """By its name, or by how people call it."""
    refused = [name for name in ("temperature", "response_format", "stream") if words_in(body).refuses(parameter)]
    assert parameter in refused


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        ([{"error": {"code": 429, "details": [{"retryDelay": "34.5s"}]}}], 34.5),
        ({"message": "API rate limit exceeded", "retry_after": 12}, 12),
        ({"detail": "Request was throttled. Expected available in 13 seconds."}, 13),
        ({"error": {"message": "You exceeded your current quota. Please retry in 20s.", "code": 429}}, 20),
    ],
)
def test_the_wait_may_stand_under_a_key_of_its_own(body: object, seconds: float) -> None:
    """And a quota that comes back is no quota that is used up."""
    words = words_in(body)
    assert (words.seconds, words.spent) == (seconds, False)


@pytest.mark.parametrize(
    "body",
    [
        {"object": "error", "message": "model not loaded", "code": 50301},
        {"detail": "Not authenticated"},
        {"success": False, "errors": [{"code": 5007, "message": "No such model"}]},
    ],
)
def test_an_error_that_does_not_call_itself_one_is_seen(body: object) -> None:
    """Under HTTP 200, without ``error``."""
    words = error_inside(body)
    assert words is not None
    assert words.sentence


def test_an_answer_is_no_error() -> None:
    """Whatever else it carries."""
    assert error_inside({"choices": [{"message": {"content": "x"}}], "message": "ok"}) is None
    assert error_inside({"translatedText": "x"}) is None
    assert error_inside({}) is None
