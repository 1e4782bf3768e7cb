"""Words in columns."""

from __future__ import annotations

import pytest

from plugins.importing.columns import rows_of


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["Jahr\tGäste\tUmsatz", "2024\t300\t1,5 Mio.", "Danach ein Satz."], 2),
        (["Jahr\tGäste", "2024\t300", "2025\t400"], 3),
        (["Jahr\tGäste", "2024\t300"], 0),
        (["Telefon:\t0231 5024", "Fax:\t0231 5025", "E-Mail:\tanna@hafen.example"], 0),
        (["Jahr\tGäste\tUmsatz", "2024\t300"], 0),
        (["a\t\tb", "c\t\td"], 0),
        (["Ein Satz ohne Spalten.", "Jahr\tGäste\tUmsatz"], 0),
        ([], 0),
    ],
)
def test_rows_are_known_by_their_columns(lines: list[str], count: int) -> None:
    """A list of labels is none, nor is a single line, nor what has holes."""
    assert len(rows_of(lines)) == count
