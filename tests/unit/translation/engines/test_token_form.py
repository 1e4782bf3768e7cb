"""Tags as tokens in plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.engines.token_form import TokenForm
from plugins.translation.gate import tags
from plugins.translation.inner import read
from plugins.translation.pieces import inner, pieces
from plugins.translation.segment import Segment, Tag, TagKind
from tests.unit.translation.engines.strategies import segments

FORM = TokenForm()
SEGMENT = Segment(
    "body",
    "paragraph",
    'Am <g id="1">Montag</g> kommt <x id="2"/>.',
    (Tag(1, TagKind.EMPHASIS, "*", "*"), Tag(2, TagKind.NAME, "Julia", visible="Julia")),
)


@given(segments())
def test_an_unharmed_answer_comes_back_exactly(segment: Segment) -> None:
    """Decoding undoes encoding, tokens in the text itself included."""
    assert FORM.decode(segment, FORM.encode(segment)) == segment.text


@given(segments(), st.text())
def test_any_answer_becomes_well_formed(segment: Segment, answer: str) -> None:
    """Whatever an engine says, the inner form is sound."""
    text = FORM.decode(segment, answer)
    assert inner(pieces(text)) == inner(read(text)) == text


def test_the_tokens() -> None:
    """What an engine of plain text gets to see."""
    assert FORM.encode(SEGMENT) == "Am [G1A]Montag[G1Z] kommt [X2X]."


@pytest.mark.parametrize(
    "answer",
    [
        "On [G1A]Monday[G1Z] comes [X2X].",
        "On [ G1A ] Monday [ G1Z ] comes [x2x] .",
        "On [g1a]Monday[g1z] comes ［X2X］.",
        "On [G 1 A]Monday [G1Z] comes 【X2X】.",
    ],
)
def test_tokens_survive_what_engines_do_to_them(answer: str) -> None:
    """Spaces, small letters and full-width brackets are forgiven."""
    assert FORM.decode(SEGMENT, answer) == 'On <g id="1">Monday</g> comes <x id="2"/>.'


def test_a_lost_token_is_seen() -> None:
    """The answer is kept; the harm is told."""
    assert list(tags.check(SEGMENT, FORM.decode(SEGMENT, "On [G1A]Monday[G1Z] she comes.")))


def test_line_wraps_become_spaces() -> None:
    """An engine takes a line end for the end of a sentence."""
    assert FORM.encode(Segment("body", "paragraph", "one\n two")) == "one two"
