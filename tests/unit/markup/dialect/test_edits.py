"""Edits, and the way back."""

from __future__ import annotations

import pytest

from plugins.markup.dialect.edits import Edit, edited


def test_each_character_knows_where_it_was_typed() -> None:
    """Those put in are where they were put; those replaced have the place of what they replace."""
    plain = edited("a*b•\tc", [Edit(3, 5, "- "), Edit(1, 1, "\\")])
    assert plain.text == "a\\*b- c"
    assert [(plain.begin(n), plain.end(n)) for n in range(7)] == [
        (0, 1),
        (1, 1),
        (1, 2),
        (2, 3),
        (3, 5),
        (3, 5),
        (5, 6),
    ]


def test_what_was_taken_away_has_no_place() -> None:
    """The next character begins behind it."""
    plain = edited("a b", [Edit(1, 2, "")])
    assert plain.text == "ab"
    assert plain.begin(1) == 2


def test_edits_do_not_overlap() -> None:
    """Two edits of one place are a mistake of ours."""
    with pytest.raises(ValueError, match="two edits"):
        edited("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])
