"""Tests of plugins/newsroom/broken_letters.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.broken_letters import broken_letters

LETTERS = "äöüßÄÖÜéèëïóçàâñ„“”–—…€°§»«’"


@given(st.sampled_from(LETTERS))
def test_each_letter_saved_in_two_encodings_is_told_with_what_was_meant(letter: str) -> None:
    """As programs of Windows show the bytes of UTF-8."""
    raw = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in letter.encode())
    (broken,) = broken_letters(f"Wort {raw} Wort")
    assert (broken.start, broken.raw, broken.meant) == (5, raw, letter)


@pytest.mark.parametrize(
    "text",
    [
        "Müller, Straße",
        "der Buchstabe „Ä“",
        "5 Å“",
        "São Paulo, ÃO",
        "Â",
        "â la",
        "naïve“",
        "coördinatie",
        "🎉 ð",
    ],
)
def test_words_of_people_are_whole(text: str) -> None:
    """Letters with marks beside quotation marks are no accident."""
    assert list(broken_letters(text)) == []


def test_a_letter_that_was_lost_is_told() -> None:
    """Nobody knows which it was."""
    (broken,) = broken_letters("M\ufffdller")
    assert (broken.start, broken.meant) == (1, "")
