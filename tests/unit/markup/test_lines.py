"""Finding lines again."""

from __future__ import annotations

import random

from plugins.markup.lines import Lines


def test_equal_things_are_found_one_after_the_other() -> None:
    """Each has its own line."""
    lines = Lines("a\nb\na\n")
    assert [lines.of("a"), lines.of("a"), lines.of("a")] == [1, 3, 1]


def test_what_is_known_of_a_text_is_not_read_again() -> None:
    """A place is the same as without that knowledge, whatever was asked before."""
    text = "ab\nabc\nab c\nb\nab\n" * 3
    chance = random.Random(1)
    for _ in range(200):
        lines, place = Lines(text), 0
        for _ in range(8):
            form, ends = chance.choice(("ab", "b", "abc", "c", "x")), chance.choice(("", "c\n", " "))
            match = [
                at
                for at in range(len(text))
                if text.startswith(form, at) and (not ends or text[at + len(form) :][:1] in ends)
            ]
            at = next((at for at in match if at >= place), match[0] if match else -1)
            assert lines.of(form, ends=ends) == (text.count("\n", 0, at) + 1 if at >= 0 else 0)
            place = max(place, at + len(form)) if at >= 0 else place


def test_the_first_form_that_stands_there_counts() -> None:
    """An address may be written in several ways; empty forms are passed over."""
    assert Lines("x\na&amp;b").of("a&b", "", "a&amp;b") == 2
    assert Lines("x").of("y", "") == 0
