"""The inner form, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.engines.harms import Harm, HarmKind, balanced, harms, inner, pieces
from plugins.translation.inner import Part, Piece
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


@given(inner_forms())
def test_a_text_does_itself_no_harm(text: str) -> None:
    """Equal texts have equal tags."""
    assert harms(text, text) == ()


@pytest.mark.parametrize(
    ("source", "answer", "found"),
    [
        ('a <x id="1"/>', "a", [(HarmKind.LOST, 1)]),
        ('<x id="1"/><x id="1"/>', '<x id="1"/>', [(HarmKind.LOST, 1)]),
        ('a <x id="1"/>', '<x id="1"/> a <x id="1"/>', [(HarmKind.DOUBLED, 1)]),
        ("a", 'a <x id="4"/>', [(HarmKind.INVENTED, 4)]),
        ('<g id="1">a</g> b', '<g id="1"></g>a b', [(HarmKind.EMPTIED, 1)]),
        ('<g id="1">a <g id="2">b</g></g>', '<g id="1">a</g> <g id="2">b</g>', [(HarmKind.NESTING, 2)]),
        ('<g id="1">a</g>', "</g>a", [(HarmKind.LOST, 1)]),
        ("a", "a&lt;p&gt;", [(HarmKind.MARKUP, 0)]),
        ("a&lt;p&gt;", "b&lt;p&gt;", []),
        ('a <x id="1"/> b <x id="2"/>', '<x id="2"/> a <x id="1"/> b', []),
    ],
)
def test_harms_are_named(source: str, answer: str, found: list[tuple[HarmKind, int]]) -> None:
    """Each sort of harm has a name and the tag's number; another order is none."""
    assert [(harm.kind, harm.id) for harm in harms(source, answer)] == found


def test_crossing_pairs_lose_the_inner_one() -> None:
    """What cannot be nested is not invented: the loss is told."""
    crossed = [
        Piece(Part.OPEN, id=1),
        Piece(Part.TEXT, "a"),
        Piece(Part.OPEN, id=2),
        Piece(Part.CLOSE, id=1),
        Piece(Part.CLOSE, id=2),
    ]
    assert inner(balanced(crossed)) == '<g id="1">a</g>'
    assert Harm(HarmKind.LOST, 2) in harms('<g id="1">a</g><g id="2">b</g>', inner(balanced(crossed)))
