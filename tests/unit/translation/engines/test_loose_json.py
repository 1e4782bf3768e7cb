"""JSON as chat models write it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.engines.loose_json import values_in

WHOLE = '{"translations": [{"id": 1, "text": "a } ] , b"}]}'
VALUE = json.loads(WHOLE)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"```json{WHOLE}```",
        f"```json\n{WHOLE}\n```\nLet me know if you need more.",
        f"Sure! Here it is:\n{WHOLE}",
        f"OK{WHOLE}",
        f"<think>maybe {{}}</think>\n<think>or []</think>\n{WHOLE}",
        f"a thought whose beginning the server has cut</reasoning>{WHOLE}",
        WHOLE.replace("}]}", "},]}"),
        WHOLE.replace("}]}", "}, ] , }"),
        WHOLE[:-1],
        WHOLE[:-2],
        WHOLE[:-3],
        WHOLE.replace("}]}", "}}"),
    ],
)
def test_it_is_read(text: str) -> None:
    """Thoughts, fences, words around it, commas and brackets."""
    assert next(values_in(text)) == VALUE


def test_a_line_end_in_a_string_is_a_line_end() -> None:
    """Models forget to escape it."""
    assert next(values_in('{"a": "b\nc"}')) == {"a": "b\nc"}


@given(st.integers(0, len(WHOLE) - 1))
def test_no_text_is_ever_shortened(cut: int) -> None:
    """Where an answer breaks off, its string is whole or not there."""
    for value in values_in(WHOLE[:cut]):
        assert "a } ] , b" in json.dumps(value) or "a }" not in json.dumps(value)


def test_brackets_before_it_do_not_hide_it() -> None:
    """Words in brackets are no JSON; what follows is found."""
    assert VALUE in list(values_in(f"[Note] as asked [1]: {WHOLE}"))


@given(st.dictionaries(st.text(), st.lists(st.text() | st.integers() | st.none())))
def test_right_json_stays_as_it_is(value: dict[str, list[object]]) -> None:
    """For every value; thoughts are cut off only where their end is written out."""
    text = json.dumps(value)
    assert next(values_in(text)) == value
