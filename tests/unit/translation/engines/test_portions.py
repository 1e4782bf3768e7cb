"""Sentences, cut with care."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.engines.portions import portions, safe_cuts


@given(st.text(st.sampled_from("aA1.!? \n\"'»[X")))
def test_the_parts_are_the_whole(text: str) -> None:
    """Not a space is lost."""
    assert "".join(a + b for a, b in safe_cuts(text)) == text
    assert "".join(a + b for a, b in portions(text, 10)) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ein Satz. Noch einer! Und ein dritter? Ja.", 4),
        ("Am 22. April kam Dr. Müller mit z.B. Frau K. Jäger.", 1),
        ("Das war 2024. Danach kamen mehr.", 2),
        ("„Gut.“ So schloss der Tag. „Bis bald.“", 3),
        ("Het was goed. 's Avonds werd gegeten.", 1),
        ("Es sprach [X1X]. [X2X] dankte.", 2),
        ("", 0),
    ],
)
def test_cuts(text: str, count: int) -> None:
    """After a sentence; not after an ordinal, an abbreviation, or before a small letter."""
    assert len(safe_cuts(text)) == count


@given(st.lists(st.sampled_from(["Eins.", "Zwei, zwei.", "Dreißig drei."]), max_size=9), st.integers(13, 40))
def test_portions_keep_to_the_limit(words: list[str], longest: int) -> None:
    """As many whole sentences as fit."""
    assert all(len(part) <= longest for part, _ in portions(" ".join(words), longest))
