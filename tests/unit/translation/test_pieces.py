"""The inner form, read and written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.inner import Part, Piece
from plugins.translation.pieces import balanced, inner, pieces
from tests.unit.translation.engines.strategies import inner_forms


@given(inner_forms())
def test_reading_and_writing_are_inverse(text: str) -> None:
    """Every well-formed inner form comes back as it was."""
    assert inner(pieces(text)) == text


@given(st.text())
def test_reading_is_total(text: str) -> None:
    """Anything at all is read, and what comes out is well-formed."""
    once = inner(pieces(text))
    assert inner(pieces(once)) == once


@given(st.lists(st.builds(Piece, st.sampled_from(Part), st.text(max_size=3), st.integers(0, 3))))
def test_balancing_settles(parts: list[Piece]) -> None:
    """What is balanced once stays so."""
    once = balanced(parts)
    assert balanced(once) == once


def test_crossing_pairs_lose_the_inner_one() -> None:
    """What cannot be nested is not invented; that it is lost is for the gate to say."""
    crossed = [
        Piece(Part.OPEN, id=1),
        Piece(Part.TEXT, "a"),
        Piece(Part.OPEN, id=2),
        Piece(Part.CLOSE, id=1),
        Piece(Part.CLOSE, id=2),
    ]
    assert inner(balanced(crossed)) == '<g id="1">a</g>'
