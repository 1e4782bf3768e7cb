"""What only chat models have, over the wire."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest

from plugins.translation.engines.base import BadAnswer, Batch, Final, Protection, RateLimited
from plugins.translation.engines.edition import Refusal, translate_edition
from plugins.translation.engines.pace import Pace
from plugins.translation.engines.registry import engine_for
from tests.engines.dialects import ANSWER, CANARY, OPENAI, PLAIN, PLAIN_ANSWER, SEGMENT, batch
from tests.engines.wire import Loopback, Reply, Seen, as_json


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


TWO = json.dumps(numbered((1, "one"), ("2", "two")))


@pytest.mark.parametrize(
    "content",
    [
        f"```json\n{TWO}\n```",
        f"```json{TWO}```",
        f"```json\n{TWO}\n```\nTell me if you need anything else.",
        f"<think>two titles</think>\n{TWO}",
        f"<thinking>hm</thinking>\n<thinking>{{}}</thinking>\n{TWO}",
        f"OK{TWO}",
        f"Here is the JSON:\n{TWO}",
        f"{TWO[:-2]},]}}",
        TWO[:-1],
        json.dumps([{"id": 1, "text": "one"}, {"id": 2, "text": "two"}]),
        json.dumps({"translations": {"1": "one", "2": "two"}}),
        json.dumps({"1": "one", "2": "two"}),
        json.dumps({"translations": [{"id": 1, "translation": "one"}, {"id": 2, "translation": "two"}]}),
        json.dumps({"segments": [{"id": 1, "text": "one"}, {"id": 2, "text": "two"}]}),
    ],
)
def test_habits_of_models_are_forgiven(server: Loopback, content: str) -> None:
    """Fences, thoughts, words around it, a bracket too few, a bare list, numbers as text, other keys."""
    assert answered(server, saying(content)) == ("one", "two")


def test_content_may_come_in_parts(server: Loopback) -> None:
    """Of which thoughts are none of ours."""
    parts = [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": TWO}]
    reply = as_json({"choices": [{"message": {"content": parts}, "finish_reason": "stop"}]})
    assert answered(server, reply) == ("one", "two")


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("temperature", {"error": {"message": "Unsupported value: 'temperature'", "param": "temperature"}}, 400),
        ("temperature", {"error": {"message": "Unsupported parameter", "param": "temperature"}}, 400),
        ("response_format", {"detail": [{"type": "extra", "loc": ["body", "response_format"], "msg": "No"}]}, 422),
        ("stream", {"message": "stream is not supported"}, 400),
    ],
)
def test_a_wish_that_is_refused_is_left_out(
    server: Loopback, in_turn: Callable[..., None], name: str, body: object, status: int
) -> None:
    """Then, and in every later request."""
    in_turn(as_json(body, status), OPENAI.good)
    engine = OPENAI.engine(server.url)
    assert engine.translate(batch(PLAIN)) == (PLAIN_ANSWER,)
    assert engine.translate(batch(PLAIN)) == (PLAIN_ANSWER,)
    assert [name in seen.json for seen in server.seen] == [True, False, False]


def test_an_error_under_200_is_that_error(server: Loopback) -> None:
    """A gateway hands on what the provider behind it said; its sentence is told."""
    server.answer = lambda _seen: as_json({"error": {"message": "Provider returned error", "code": 429}})
    with pytest.raises(RateLimited, match="Provider returned error"):
        OPENAI.engine(server.url).translate(batch(PLAIN))


@pytest.mark.parametrize(
    "reply",
    [
        as_json(
            {"error": {"message": "maximum context length is 4096 tokens", "code": "context_length_exceeded"}}, 400
        ),
        as_json({"error": "too large"}, 413),
    ],
)
def test_a_context_too_long_is_asked_in_halves(server: Loopback, in_turn: Callable[..., None], reply: Reply) -> None:
    """Two requests with a text each."""
    in_turn(reply, OPENAI.good)
    done = translate_edition([batch(SEGMENT, PLAIN)], [OPENAI.engine(server.url)])
    assert done.answers == (ANSWER, PLAIN_ANSWER)
    assert [len(OPENAI.asked(seen)) for seen in server.seen] == [2, 1, 1]


def test_a_content_filter_costs_one_text(server: Loopback) -> None:
    """The message names it; the others are answered."""

    def answer(seen: Seen) -> Reply:
        if any("Garten" in text for text in OPENAI.asked(seen)):
            return saying("", reason="content_filter")
        return OPENAI.good(seen)

    server.answer = answer
    done = translate_edition([batch(SEGMENT, PLAIN)], [OPENAI.engine(server.url)])
    assert isinstance(done.answers[0], Refusal)
    assert "content filter" in done.answers[0].reason
    assert done.answers[1] == PLAIN_ANSWER


def test_seconds_in_words_and_milliseconds_are_waited_for(server: Loopback, in_turn: Callable[..., None]) -> None:
    """As OpenAI and Azure tell them."""
    slept: list[float] = []
    in_turn(
        as_json({"error": {"message": "Rate limit reached. Please try again in 6.5s."}}, 429),
        as_json({}, 429, ("Retry-After", "2"), ("retry-after-ms", "1750")),
        OPENAI.good,
    )
    translate_edition([batch(PLAIN)], [OPENAI.engine(server.url)], pace=Pace(sleep=slept.append))
    assert slept == [6.5, 1.75]


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
