"""Finding lines again."""

from __future__ import annotations

from plugins.markup.lines import Lines


def test_equal_things_are_found_one_after_the_other() -> None:
    """Each has its own line."""
    lines = Lines("a\nb\na\n")
    assert [lines.of("a"), lines.of("a"), lines.of("a")] == [1, 3, 1]


def test_the_first_form_that_stands_there_counts() -> None:
    """An address may be written in several ways; empty forms are passed over."""
    assert Lines("x\na&amp;b").of("a&b", "", "a&amp;b") == 2
    assert Lines("x").of("y", "") == 0
