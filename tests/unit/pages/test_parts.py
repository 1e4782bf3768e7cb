"""Small views: words in paragraphs."""

from __future__ import annotations

import pytest

from plugins.pages.parts import Text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ()),
        ("Ein Satz.", ("Ein Satz.",)),
        ("Eins.\n\nZwei\n", ("Eins.", "Zwei")),
        ("Eins\n \t\n\nZwei.", ("Eins", "Zwei.")),
        ("Ein Satz, der von Hand\numbrochen ist.", ("Ein Satz, der von Hand\numbrochen ist.",)),
        ("Gefaltet.\n„Zweiter Absatz!“", ("Gefaltet.", "„Zweiter Absatz!“")),
        ("Eins.\nzwei\n\ndrei", ("Eins.\nzwei", "drei")),
    ],
)
def test_paragraphs_stand_as_they_were_typed(typed: str, expected: tuple[str, ...]) -> None:
    """Blank lines part them, also those that YAML folds into one line end; no word is lost."""
    found = Text(typed, "nl").paragraphs
    assert tuple(part.text for part in found) == expected
    assert all(part.foreign == "nl" for part in found)
    assert " ".join(part.text for part in found).split() == typed.split()
