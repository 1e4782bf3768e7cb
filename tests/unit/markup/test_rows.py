"""Tests of plugins/markup/rows.py."""

from __future__ import annotations

import pytest

from plugins.markup.rows import rows


@pytest.mark.parametrize(
    "typed",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |\n| 6 |",
        "a | b | c\n--|--|--\n1 | 2 | 3\n4 | 5 | 6",
        "Montag | Dienstag | Mittwoch",
        "A | B\nC | D",
        "•\ta\n•\tb",
        "\tEin Absatz\n\tund noch einer",
        "```\na\tb\nc\td\n```",
        "eine Zeile\tmit Tab\n\nund ein Absatz",
    ],
)
def test_tables_lists_and_words_are_no_rows(typed: str) -> None:
    """Nothing is said of them."""
    assert list(rows(typed)) == []


def test_each_group_of_rows_is_told_once() -> None:
    """At its first line."""
    typed = "Plan\n\n10:00\tAuftakt\n11:00\tPause\n\nEnde\n\n|a|b|\n|c|d|\n"
    assert [(row.line, row.text) for row in rows(typed)] == [(3, "10:00 Auftakt"), (8, "|a|b|")]
