"""Numbers at the start of a line: days, places, entries."""

from __future__ import annotations

from plugins.markup.dialect.ordinals import is_day, listed


def test_a_row_of_numbers_is_read_at_once() -> None:
    """However long it is: each piece of it is looked at once."""
    assert not is_day("1.5 " * 2_000)
    assert listed("1. " * 2_000 + "\n") == frozenset()


def test_days_are_still_days() -> None:
    """With numbers and words between."""
    assert is_day("und 19. April 2026")
    assert is_day("4. April bis 5. Mai")
    assert not is_day("Bürgermeister der Stadt")
