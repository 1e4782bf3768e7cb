"""The words by which a text is found that does not hold them."""

from __future__ import annotations

import pytest

from plugins.pages.search.words import words_of


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("de", "Der Förderbescheid liegt vor.", {"bescheid", "förder"}),
        ("de", "Museen", {"museum"}),
        ("nl", "De subsidiebeschikking is er.", {"beschikking", "subsidie"}),
        ("nl", "een huis", {"huizen"}),
        ("nl", "steden", {"stad"}),
        ("de-AT", "Netzwerktreffen", {"netzwerk", "treffen"}),
    ],
)
def test_parts_and_forms(lang: str, text: str, found: set[str]) -> None:
    """Of German and Dutch, from a dictionary."""
    vocabulary = words_of(lang)
    assert vocabulary is not None
    assert found <= set(vocabulary.hidden(text).split())


def test_what_a_text_says_is_not_said_again() -> None:
    """In an order that does not depend on anything."""
    vocabulary = words_of("de")
    assert vocabulary is not None
    assert vocabulary.hidden("bescheid Bescheid") == vocabulary.hidden("Bescheid bescheid")
    assert "bescheid" not in vocabulary.hidden("Bescheid Förderbescheid").split()


def test_a_language_without_a_dictionary_has_no_such_words() -> None:
    """Its texts are found by their own."""
    assert words_of("de-x-leicht") is words_of("de-x-leicht")
    assert words_of("mul") is None
