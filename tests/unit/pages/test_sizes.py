"""Sizes of files in words."""

from __future__ import annotations

import pytest

from plugins.pages.sizes import size_words


@pytest.mark.parametrize(
    ("size", "lang", "words"),
    [
        (0, "en", "1\u00a0kB"),
        (1_499, "de", "1\u00a0kB"),
        (12_345, "nl", "12\u00a0kB"),
        (1_234_567, "de", "1,2\u00a0MB"),
        (1_234_567, "en", "1.2\u00a0MB"),
        (52_345_678, "de", "52\u00a0MB"),
        (3_000_000_000, "en", "3\u00a0GB"),
    ],
)
def test_a_size_is_written_as_people_write_it(size: int, lang: str, words: str) -> None:
    """In the reader's language, and never as nothing."""
    assert size_words(size, lang) == words
