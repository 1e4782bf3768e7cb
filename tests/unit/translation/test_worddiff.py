"""The difference of two texts, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.worddiff import as_text, word_diff


def test_changed_words_are_shown() -> None:
    """In the manner of git."""
    found = word_diff("Es kamen 22 Gäste.", "Es kamen 23 Gäste gern.")
    assert as_text(found) == "Es kamen [-22-]{+23+} Gäste{+ gern+}."


@given(st.text("ab ,.\n", max_size=30), st.text("ab ,.\n", max_size=30))
def test_both_texts_are_in_the_difference(old: str, new: str) -> None:
    """Nothing is left out and nothing is made up."""
    found = word_diff(old, new)
    assert "".join(s.text for s in found if s.sign in "=-") == old
    assert "".join(s.text for s in found if s.sign in "=+") == new
