"""Signs written by number."""

from __future__ import annotations

import pytest

from plugins.translation.gate.entities import check


@pytest.mark.parametrize("target", ["It&#39;s", "It&#8217;s", "&#34;Well&#34;", "a&#160;b", "M&#252;nchen", "R&#38;D"])
def test_what_engines_write_by_number_is_fine(target: str) -> None:
    """Quotation marks, spaces, letters with marks, and what the source has."""
    assert list(check("R&D in München: ‘Na ja’", target, 1)) == []


@pytest.mark.parametrize("target", ["It&#38;s", "It&#19;s", "It&#49;s", "It&#x45;s", "It&#09;s"])
def test_other_signs_are_changed_digits(target: str) -> None:
    """Nobody writes a letter, a digit or a control character so."""
    assert [f.check for f in check("Na ja", target, 1)] == ["number"]
