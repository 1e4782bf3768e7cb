"""Completions as chat servers send them today, and as small models drift."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plugins.translation.engines.base import BadAnswer, Refused
from plugins.translation.engines.chat_answer import translations

ENTRIES = [{"id": 1, "text": "Das Haus"}, {"id": 2, "text": "Der Hof"}]
TWO = json.dumps({"translations": ENTRIES})


def completion(content: Any, reason: str | None = "stop", **more: Any) -> dict[str, Any]:
    """A completion with that content."""
    return {"choices": [{"message": {"role": "assistant", "content": content, **more}, "finish_reason": reason}]}


@pytest.mark.parametrize(
    "answer",
    [
        completion(f"<|channel|>analysis<|message|>hm<|end|><|channel|>final<|message|>{TWO}"),
        completion(f'[THINK]so {{"translations": []}}[/THINK]{TWO}'),
        completion(f"\ufeff{TWO}"),
        completion(json.dumps(TWO)),
        completion(str({"translations": ENTRIES})),
        completion('["Das Haus", "Der Hof"]'),
        completion('{"translations": ["Das Haus", "Der Hof"]}'),
        completion('{"translations": [{"text": "Das Haus"}, {"text": "Der Hof"}]}'),
        completion('{"translations": [{"index": 1, "text": "Das Haus"}, {"index": 2, "text": "Der Hof"}]}'),
        completion('{"translations": [{"id": 1.0, "translated": "Das Haus"}, {"id": 2.0, "translated": "Der Hof"}]}'),
        completion('{"translations": [{"id": 0, "text": "Das Haus"}, {"id": 1, "text": "Der Hof"}]}'),
        completion('{"translations": [{"id": 1, "text": "Das Haus"}, {"id": 2, "text": "Der Hof"}, {}]}'),
        completion('{"translations": [{"id": 1, "text": "Das Haus"} {"id": 2, "text": "Der Hof"}]}'),
        completion('{"translations": [{"id": 1, "text": "Das Haus"}, // one\n{"id": 2, "text": "Der Hof"}]}'),
        completion(
            '{"translations": [{"id": 1, "text": "House", "translation": "Das Haus"},'
            ' {"id": 2, "text": "Yard", "translation": "Der Hof"}]}'
        ),
        completion('{"data": {"translations": ' + json.dumps(ENTRIES) + "}}"),
        completion("\n".join(map(json.dumps, ENTRIES))),
        completion("```json\n" + "\n".join(map(json.dumps, ENTRIES)) + "\n```"),
        completion("1. Das Haus\n2. Der Hof\n"),
        completion("1) Das Haus\n\n2) Der Hof"),
        completion([{"type": "thinking", "thinking": "[]"}, {"type": "output_text", "text": TWO}]),
        completion(TWO, reasoning_content="{ hm"),
        completion(None, "tool_calls", tool_calls=[{"type": "function", "function": {"arguments": TWO}}]),
        completion(None, "function_call", function_call={"arguments": TWO}),
        {"choices": [{"delta": {"content": TWO}, "finish_reason": None}]},
        {"choices": [{"text": TWO, "finish_reason": "stop"}]},
        {"message": {"role": "assistant", "content": TWO}, "done": True},
    ],
)
def test_both_answers_are_read(answer: dict[str, Any]) -> None:
    """In whatever envelope, under whatever keys, with whatever is wrong with the JSON."""
    assert translations("openai", answer, 2) == ("Das Haus", "Der Hof")


def test_quotation_marks_that_were_not_escaped_stand_in_the_text() -> None:
    """Those of tags, and those of speech."""
    content = '{"translations": [{"id": 1, "text": "Das <g id="1">Haus</g>"}, {"id": 2, "text": "Der „Hof" hier"}]}'
    assert translations("openai", completion(content), 2) == ('Das <g id="1">Haus</g>', 'Der „Hof" hier')


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (completion("", reasoning_content=TWO), "its thoughts alone"),
        (completion(TWO[:40], "max_tokens"), "ran out of room"),
        (completion('{"translations": [{"id": 1, "text": "Das Haus"}]}'), "1 answer to 2 questions"),
        (completion('{"translations": [{"id": 1, "text": "Das Haus"}, {"id": 2, "text": null}]}'), "without a text"),
        (completion("1. Das Haus\n3. Der Hof"), "other numbers"),
        (completion("1. Das Haus\nDer Hof"), "no JSON"),
        (completion('["Das Haus"]'), "1 answer to 2|0 answers to 2|without one"),
        ({"choices": []}, "without text"),
        ({"choices": None}, "without text"),
        ([], "without text"),
    ],
)
def test_what_cannot_be_told_is_a_bad_answer(answer: Any, sentence: str) -> None:
    """And its sentence says why."""
    with pytest.raises(BadAnswer, match=sentence):
        translations("openai", answer, 2)


@pytest.mark.parametrize(
    "answer",
    [
        completion("", "refusal"),
        completion("", "SAFETY"),
        completion("I'm sorry, but I can't help with that."),
        completion("", refusal="I cannot translate this."),
    ],
)
def test_a_refusal_is_one_in_any_form(answer: dict[str, Any]) -> None:
    """It costs the text and not the edition."""
    with pytest.raises(Refused):
        translations("openai", answer, 2)


def test_a_numbered_list_is_no_answer_to_one_text() -> None:
    """The text may begin with a number itself."""
    with pytest.raises(BadAnswer):
        translations("openai", completion("1. Mai ist frei"), 1)
