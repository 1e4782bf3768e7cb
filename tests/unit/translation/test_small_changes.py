"""What of weight differs between two versions of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.small_changes import grave, replacements


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Am 3. Mai kamen 40 Gäste.", "Am 3. Mai kamen 60 Gäste."),
        ("Am 3. Mai kamen 40 Gäste.", "Am 4. Mai kamen 40 Gäste."),
        ("Am 3. Mai kamen 40 Gäste.", "Am 3. Juni kamen 40 Gäste."),
        ("Es kamen drei Gäste.", "Es kamen vier Gäste."),
        ("Es sprach Petra Möller.", "Es sprach Petra Müller."),
        ("Es sprach Frau Beck.", "Es sprach Frau Lindner."),
    ],
)
def test_numbers_dates_and_names_weigh(old: str, new: str) -> None:
    """Each letter and digit of them."""
    assert grave(old, new, "de", ("Petra Möller",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Wir sehen die Mese.", "Wir sehen die Messe."),
        ("Sie kamen , und gingen.", "Sie kamen, und gingen."),
        ("Sie kam und sah.", "Sie kam, und sah."),
    ],
)
def test_a_slip_does_not(old: str, new: str) -> None:
    """A letter, a blank, a comma."""
    assert grave(old, new, "de") == ""


@given(st.text(), st.text())
def test_replacements_say_all_that_differs(old: str, new: str) -> None:
    """Equal texts have none, others have some."""
    assert bool(replacements(old, new)) is (old != new)
