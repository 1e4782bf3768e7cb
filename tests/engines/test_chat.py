"""What only chat models have, over the wire."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest

from plugins.translation.engines.base import BadAnswer, Batch, Final, Protection
from plugins.translation.engines.registry import engine_for
from tests.engines.dialects import ANSWER, CANARY, OPENAI, PLAIN, PLAIN_ANSWER, SEGMENT, batch
from tests.engines.wire import Loopback, Reply, as_json


def saying(content: object, reason: str = "stop") -> Reply:
    """A completion with that text."""
    text = content if isinstance(content, str) else json.dumps(content)
    return as_json({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": reason}]})


def numbered(*entries: tuple[object, object]) -> dict[str, object]:
    """Translations under numbers."""
    return {"translations": [{"id": number, "text": text} for number, text in entries]}


def answered(server: Loopback, reply: Reply) -> tuple[str, ...]:
    """The engine's answer to two titles when the server says that."""
    server.answer = lambda _seen: reply
    return OPENAI.engine(server.url).translate(batch(PLAIN, PLAIN))


def test_the_request_says_everything(server: Loopback) -> None:
    """Model, no creativity, JSON, rules, languages by name, terms, context, numbered segments."""
    server.answer = OPENAI.good
    OPENAI.engine(server.url).translate(Batch((SEGMENT, PLAIN), "de", "nl", "Titel.", (("Messe", "beurs"),)))
    (seen,) = server.seen
    assert seen.path == "/v1/chat/completions"
    assert seen.headers["Authorization"] == f"Bearer {CANARY}-openai"
    assert (seen.json["model"], seen.json["temperature"]) == ("test-model", 0)
    assert seen.json["response_format"] == {"type": "json_object"}
    rules, question = (message["content"] for message in seen.json["messages"])
    assert "from German (de) into Dutch (nl)" in rules
    asked = json.loads(question)
    assert asked["context"] == "Titel."
    assert asked["terms"] == [{"source": "Messe", "target": "beurs"}]
    assert [entry["id"] for entry in asked["segments"]] == [1, 2]
    assert '<x id="2">Julia Jäger</x>' in asked["segments"][0]["text"]


def test_no_key_is_needed(server: Loopback) -> None:
    """Ollama asks for none."""
    server.answer = OPENAI.good
    engine = engine_for("openai", {"OPENAI_BASE_URL": f"{server.url}/v1", "OPENAI_MODEL": "m"})
    assert engine.translate(batch(SEGMENT, PLAIN)) == (ANSWER, PLAIN_ANSWER)
    assert "Authorization" not in server.seen[0].headers


def test_answers_in_another_order_are_put_right(server: Loopback) -> None:
    """By their numbers."""
    assert answered(server, saying(numbered((2, "two"), (1, "one")))) == ("one", "two")


@pytest.mark.parametrize(
    "content",
    [
        "```json\n" + json.dumps(numbered((1, "one"), ("2", "two"))) + "\n```",
        "<think>two titles</think>\n" + json.dumps(numbered((1, "one"), (2, "two"))),
        json.dumps([{"id": 1, "text": "one"}, {"id": 2, "text": "two"}]),
    ],
)
def test_habits_of_models_are_forgiven(server: Loopback, content: str) -> None:
    """Fences, thoughts, a bare list, numbers as text."""
    assert answered(server, saying(content)) == ("one", "two")


@pytest.mark.parametrize(
    "reply",
    [
        saying(numbered((1, "one"))),
        saying(numbered((1, "one"), (1, "two"))),
        saying(numbered((1, "one"), (3, "two"))),
        saying(numbered((1, "one"), (2, "two"), (3, "three"))),
        saying(numbered((1, "one"), (2, None))),
        saying(numbered((1, "one"), (True, "two"))),
        saying({"translations": "one, two"}),
        saying({"answer": 42}),
        saying("Here is the translation: one, two"),
        saying('{"translations": [{"id": 1, "te'),
        saying(numbered((1, "one"), (2, "two")), reason="length"),
        saying(""),
        as_json({"choices": []}),
        as_json({"choices": [{"message": {"content": None, "refusal": "no"}}]}),
        as_json(["nonsense"]),
    ],
)
def test_answers_that_cannot_be_used(server: Loopback, reply: Reply) -> None:
    """Numbers missing, doubled or made up, no text, no JSON, cut off, refused."""
    with pytest.raises(BadAnswer):
        answered(server, reply)


def test_a_server_without_json_mode_is_asked_without_it(server: Loopback, in_turn: Callable[..., None]) -> None:
    """Older servers do not know ``response_format``."""
    in_turn(as_json({"error": {"message": "unknown field response_format"}}, 400), OPENAI.good)
    assert OPENAI.engine(server.url).translate(batch(PLAIN)) == (PLAIN_ANSWER,)
    assert "response_format" not in server.seen[1].json


def test_simpler_protection_sends_tokens(server: Loopback) -> None:
    """With a rule that speaks of them."""
    server.answer = OPENAI.good
    OPENAI.engine(server.url).translate(Batch((SEGMENT,), "de", "nl", protection=Protection.TOKENS))
    rules, question = (message["content"] for message in server.seen[0].json["messages"])
    assert "[X1X]" in rules
    assert "[X2X]" in question


def test_an_unknown_model_is_final(server: Loopback) -> None:
    """As Ollama says it."""
    server.answer = lambda _seen: as_json({"error": {"message": "model 'm' not found"}}, 404)
    with pytest.raises(Final, match="not found"):
        OPENAI.engine(server.url).translate(batch(PLAIN))


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "OPENAI_BASE_URL"),
        ({"OPENAI_BASE_URL": "http://ollama:11434/v1"}, "OPENAI_MODEL"),
        ({"OPENAI_API_KEY": "a-key"}, "OPENAI_MODEL"),
    ],
)
def test_what_is_missing_is_told(environment: dict[str, str], told: str) -> None:
    """An address or a key, and always a model."""
    with pytest.raises(Exception, match=f"{told} is not set"):
        engine_for("openai", environment)


def test_where_it_goes_and_whether_it_is_confidential() -> None:
    """A container next door is the house, the hosted service is not."""
    own = engine_for("openai", {"OPENAI_BASE_URL": "http://ollama:11434/v1", "OPENAI_MODEL": "m"}).info()
    hosted = engine_for("openai", {"OPENAI_API_KEY": "a-key", "OPENAI_MODEL": "m"}).info()
    assert (own.confidential, own.host, own.price_per_million) == (True, "ollama:11434", 0.0)
    assert (hosted.confidential, hosted.host, hosted.price_per_million) == (False, "api.openai.com", None)


def test_no_key_in_any_log_record(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    """At the most talkative level."""
    caplog.set_level(logging.DEBUG)
    server.answer = OPENAI.good
    engine = OPENAI.engine(server.url)
    engine.translate(batch())
    assert caplog.records
    assert CANARY not in caplog.text + repr(engine)
