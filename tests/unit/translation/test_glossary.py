"""The glossary: what it says, and what cannot be obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.problem import Problem
from plugins.translation.glossary import Glossary, load_glossary

GOOD = """\
terms:
  - de: Wirtschaftsförderung
    nl: economische ontwikkeling
    en: [economic development agency, business development agency]
    note: the office, not the activity
  - {de: Verbund, en: alliance}
names:
  - Hannover Messe
  - NRW.innovativ
forbidden:
  en:
    synergies: cooperation
  nl: [no, powerhouse]
"""


def load(text: str) -> tuple[Glossary, tuple[Problem, ...]]:
    """The glossary in that text."""
    return load_glossary(text.encode(), "translations/glossary.yaml")


def test_a_good_glossary_has_no_problem() -> None:
    """Terms, names and forbidden words are read in the order of the file."""
    glossary, problems = load(GOOD)
    assert problems == ()
    assert [term.line for term in glossary.terms] == [2, 6]
    assert glossary.names == ("Hannover Messe", "NRW.innovativ")
    assert [(f.lang, f.word, f.instead) for f in glossary.forbidden] == [
        ("en", "synergies", "cooperation"),
        ("nl", "no", ""),
        ("nl", "powerhouse", ""),
    ]


def test_pairs_lead_every_source_word_to_the_preferred_one() -> None:
    """A variant of the source language leads to the first word of the target language."""
    glossary, _ = load(GOOD)
    assert glossary.pairs("en", "de") == (
        ("economic development agency", "Wirtschaftsförderung"),
        ("business development agency", "Wirtschaftsförderung"),
        ("alliance", "Verbund"),
    )
    assert glossary.pairs("nl", "fr") == ()


def test_an_empty_file_is_an_empty_glossary() -> None:
    """Nothing written is nothing agreed, and no problem."""
    assert load("") == (Glossary(), ())
    assert load("# only a remark\n---\n") == (Glossary(), ())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("terms:\n  - de: Verbund\n", "glossary-term-alone", 2),
        ("terms: Verbund\n", "glossary-shape", 1),
        ("terms:\n  - Verbund\n", "glossary-shape", 2),
        ("words:\n  - x\n", "unknown-key", 1),
        ("names:\n  - Messe\n  - Messe\n", "glossary-twice", 3),
        ("names:\n  - {a: b}\n", "glossary-shape", 2),
        ("names:\n  - ''\n", "glossary-shape", 2),
        ("forbidden:\n  english: [x]\n", "glossary-language", 2),
        ("forbidden: [x]\n", "glossary-shape", 1),
        ("names: [a\n", "yaml-bracket", 1),
        ("names:\n  - *innen\n", "yaml-alias", 2),
        ("names:\n\t- a\n", "yaml-tab", 2),
        ("- a\n", "glossary-shape", 1),
        ("terms:\n  - de:\n    nl: a\n", "glossary-shape", 2),
        ("names: a\nnames: b\n", "duplicate-key", 2),
        ("terms:\n  - {de: A, en: B}\n  - {de: a, en: C}\n", "glossary-contradiction", 3),
        ("terms:\n  - {de: A, en: B}\nforbidden:\n  en: [b]\n", "glossary-contradiction", 2),
        ("forbidden:\n  en: {a: b, b: c}\n", "glossary-contradiction", 2),
        ("terms:\n  - {de: A, en: B}\nnames: [A]\n", "glossary-contradiction", 3),
    ],
)
def test_a_fault_names_its_line(text: str, code: str, line: int) -> None:
    """Each fault is a problem with its line, and says how to fix it."""
    _, problems = load(text)
    assert [(p.code, p.line) for p in problems if p.code == code] == [(code, line)]
    assert all(p.fix and p.expected and p.found for p in problems)


def test_a_fault_leaves_the_rest_of_the_glossary() -> None:
    """What is well formed is kept beside the problems."""
    glossary, problems = load("terms:\n  - de: Verbund\n  - {de: Messe, en: fair}\nnames: [NRW]\n")
    assert len(problems) == 1
    assert glossary.pairs("de", "en") == (("Messe", "fair"),)
    assert glossary.names == ("NRW",)


def test_a_forbidden_word_needs_no_other() -> None:
    """A key without a value is a word, too; each has its line."""
    glossary, problems = load("forbidden:\n  en:\n    synergies:\n    power: strength\n")
    assert problems == ()
    assert [(f.word, f.instead, f.line) for f in glossary.forbidden] == [("synergies", "", 3), ("power", "strength", 4)]


def test_bytes_that_are_not_utf_8_are_a_problem() -> None:
    """A file in another encoding is named with the line, and not read."""
    glossary, problems = load_glossary("names:\n  - Müller\n".encode("latin-1"), "g.yaml")
    assert glossary == Glossary()
    assert [(p.code, p.line) for p in problems] == [("not-utf8", 2)]


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=80), st.text("terms:names-[]{}& \n'\"*!dé", max_size=80).map(str.encode)))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    """Whatever the bytes are, there is a glossary and a list of problems."""
    glossary, problems = load_glossary(data, "g.yaml")
    assert isinstance(glossary, Glossary)
    assert all(isinstance(problem, Problem) for problem in problems)
