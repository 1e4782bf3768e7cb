"""Tests of plugins/newsroom/yaml_source.py and yaml_messages.py."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Problem
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_source import MAX_DEPTH, parse_yaml


def _parse(yaml: str, **more: Any) -> tuple[Any, tuple[Problem, ...]]:
    """The document, in which a test looks for what it knows to be there, and the problems."""
    return parse_yaml(Text("a.yaml", yaml), **more)


@pytest.mark.parametrize(
    "word", ["10:30", "18:00", "no", "NO", "yes", "on", "01067", "1_000", "2024-05-02", "0x1F", "1e3", "3"]
)
def test_a_value_stays_what_was_typed(word: str) -> None:
    """Norway's code, a time, a postcode: nothing is guessed from the look of a value."""
    doc, problems = _parse(f"a: {word}\n")
    assert (doc.value, problems) == ({"a": word}, ())


@pytest.mark.parametrize("word", ["", "~", "null", "NULL", "Null"])
def test_a_key_without_a_value_is_left_out(word: str) -> None:
    """What YAML calls null is nothing; the key is known to be there all the same."""
    doc, _ = _parse(f"a: {word}\n")
    assert doc.value == {}
    assert doc.has(("a",)) and not doc.has(("b",))


def test_a_quoted_null_is_a_word() -> None:
    """Somebody may be called Null."""
    assert _parse('a: "null"\n')[0].value == {"a": "null"}


def test_every_value_and_key_has_its_place() -> None:
    """Line and column from 1, also inside lists and braces."""
    doc, _ = _parse("a: 1\nb:\n  - {c: d}\n")
    assert doc.at(("a",)) == (1, 4)
    assert doc.at(("b", 0, "c")) == (3, 9)
    assert doc.at(("b", 0, "c"), on_key=True) == (3, 6)
    assert doc.at(("b", 0, "nothing")) == (3, 5)


def test_places_count_from_the_top_of_the_file() -> None:
    """A front matter begins on the second line."""
    text = Text("a.md", "---\na: b: c\n---\n")
    _, (problem,) = parse_yaml(text, "a: b: c\n", offset=1)
    assert (problem.line, problem.column, problem.excerpt) == (2, 5, "a: b: c")


def test_every_duplicate_key_is_told() -> None:
    """The first value counts, each further one is a problem."""
    doc, problems = _parse("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n")
    assert doc.value == {"a": "1", "b": {"c": "1"}}
    assert [(p.code, p.line) for p in problems] == [
        ("duplicate-key", 2),
        ("duplicate-key", 3),
        ("duplicate-key", 4),
    ]


def test_an_empty_document_has_no_keys() -> None:
    """Nothing, or remarks alone, is an empty mapping."""
    assert _parse("")[0].value == {}
    assert _parse("# a remark\n")[0].value == {}


@pytest.mark.parametrize(
    "deep", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "".join(" " * n + "a:\n" for n in range(900))]
)
def test_deep_nesting_is_refused_at_once(deep: str) -> None:
    """A hundred thousand brackets neither crash nor take long."""
    doc, problems = _parse(deep)
    assert doc is None
    assert [p.code for p in problems] == [Code.YAML_DEPTH]


def test_nesting_up_to_the_bound_is_read() -> None:
    """The bound itself is allowed."""
    levels = MAX_DEPTH - 2
    assert _parse("a: " + "[" * levels + "]" * levels)[1] == ()


def test_an_ampersand_inside_a_text_is_a_letter_like_others() -> None:
    """Only a value that starts with it is an anchor."""
    assert _parse("a: Müller & Söhne * 3\n")[0].value == {"a": "Müller & Söhne * 3"}


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("a: %x\n", Code.YAML_CHARACTER),
        ("%YAML 3.0\n---\na: b\n", Code.YAML_CHARACTER),
        ("a: `x`\n", Code.YAML_CHARACTER),
        ("a: >x\n", Code.YAML_CHARACTER),
        ("a: }\n", Code.YAML_BRACKET),
        ("a: [b, c\nd: e\n", Code.YAML_BRACKET),
        ("a: !<x\n", Code.YAML_TAG),
        ("? [a]\n: b\n", Code.YAML_BRACKET),
        ("a: 'b\n", Code.YAML_QUOTE),
        ('a: "\\q"\n', Code.YAML_ESCAPE),
        ('a: "\\xzz"\n', Code.YAML_ESCAPE),
        ("a:\n  - b\n c\n", Code.YAML_INDENT),
        ("a: b\n  c: d\n", Code.YAML_INDENT),
        ("a: b\n---\nc: d\n", Code.YAML_DOCUMENTS),
    ],
)
def test_each_fault_of_form_has_its_own_name(yaml: str, code: str) -> None:
    """The sentence for the editor fits what was typed."""
    assert [problem.code for problem in _parse(yaml)[1]] == [code]


_SIGNS = st.text(st.sampled_from("\"'[]{}:,-#&*!|>%@`\\?\t \n~ä=a1"), max_size=40)


@settings(max_examples=200, deadline=None)
@given(_SIGNS | st.text(max_size=40))
def test_no_text_makes_the_reader_fail(yaml: str) -> None:
    """Whatever is typed gives a document or problems inside the text."""
    doc, problems = _parse(yaml)
    assert doc is not None or problems
    for problem in problems:
        assert problem.line >= 1 and problem.column >= 1
        assert problem.found and problem.expected and problem.fix


@pytest.mark.parametrize(
    ("yaml", "line", "fix"),
    [
        ("a: {credit: Hafenamt, Muster}", 1, 'credit: "Hafenamt, Muster"'),
        ("a: {venue: Kai 7, Halle 3, links, city: Emden}", 1, 'venue: "Kai 7, Halle 3, links"'),
        ("a:\n  - {b: c}\n  - {alt: Ein „Kai“, und\n       Meer, caption: x}", 3, 'alt: "Ein „Kai“, und Meer"'),
        ('a: {alt: Ein "Kai", und Meer}', 1, "alt: 'Ein \"Kai\", und Meer'"),
        ('a: {alt: "Ein Kai", Meer}', 1, "Meer: …"),
        ("a: {Meer, alt: Kai}", 1, "Meer: …"),
        ("{name: A, B}", 1, 'name: "A, B"'),
    ],
)
def test_what_a_comma_cuts_off_in_braces_is_told(yaml: str, line: int, fix: str) -> None:
    """The line is named, and the whole text given back as it was meant."""
    _, (problem,) = _parse(yaml)
    assert (problem.code, problem.line) == (Code.YAML_COMMA, line)
    assert fix in problem.fix


def test_a_comma_in_quotation_marks_or_on_a_line_of_its_own_is_text() -> None:
    """Block style is safe; so are quotation marks."""
    assert _parse('a: {b: "c, d"}\ne: f, g\nh:\n  - i, j\n')[1] == ()
