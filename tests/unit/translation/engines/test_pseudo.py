"""The deterministic engine."""

from __future__ import annotations

from hypothesis import given

from plugins.translation.engines.base import Batch
from plugins.translation.engines.pseudo import Pseudo
from plugins.translation.gate import tags
from plugins.translation.segment import Segment
from tests.unit.translation.engines.strategies import segments

TEXT = 'Am <g id="1">22. April</g> trafen sich Menschen aus 7 Ländern &amp; <x id="2"/>.'


def answer(text: str, target: str = "nl") -> str:
    """Its answer to one text."""
    return Pseudo({}).translate(Batch((Segment("body", "paragraph", text),), "de", target))[0]


def test_the_same_question_has_the_same_answer() -> None:
    """Fixed here, so that a change is noticed."""
    assert answer(TEXT) == answer(TEXT)
    assert answer(TEXT) != TEXT


def test_languages_differ() -> None:
    """Dutch pseudo text is not English pseudo text."""
    assert len({answer(TEXT, lang) for lang in ("nl", "en")}) == 2


def test_addresses_stay() -> None:
    """Also where nobody marked them."""
    assert answer("siehe clusters.example.eu und a@b.example").count("clusters.example.eu") == 1


def test_words_grow_and_numbers_stay() -> None:
    """Longer than the source; every digit where it was."""
    assert len(answer(TEXT)) > len(TEXT)
    assert [c for c in answer(TEXT) if c.isdigit()] == [c for c in TEXT if c.isdigit()]


@given(segments())
def test_tags_are_kept(segment: Segment) -> None:
    """Whatever the segment."""
    assert list(tags.check(segment, answer(segment.text))) == []
