"""The tags of a segment, before and after."""

from __future__ import annotations

import pytest
from hypothesis import given

from plugins.translation.gate import tags
from plugins.translation.segment import Segment
from tests.unit.translation.engines.strategies import inner_forms


def told(source: str, answer: str) -> list[str]:
    """What is said of an answer."""
    return [finding.evidence for finding in tags.check(Segment("title", "title", source, ()), answer)]


@given(inner_forms())
def test_a_text_does_itself_no_harm(text: str) -> None:
    """Equal texts have equal tags."""
    assert told(text, text) == []


@pytest.mark.parametrize(
    ("source", "answer", "found"),
    [
        ('a <x id="1"/>', "a", ["the tag 1 is lost"]),
        ('<x id="1"/><x id="1"/>', '<x id="1"/>', ["the tag 1 is lost"]),
        ('a <x id="1"/>', '<x id="1"/> a <x id="1"/>', ["the tag 1 stands 2 times, not 1"]),
        ("a", 'a <x id="4"/>', ["the tag 4 does not stand in the source"]),
        ('<g id="1">a</g> b', '<g id="1"></g>a b', ["the tag 1 stands around nothing"]),
        (
            '<g id="1">a <g id="2">b</g></g>',
            '<g id="1">a</g> <g id="2">b</g>',
            ["the tag 2 has moved into or out of another tag"],
        ),
        ('<g id="1">a</g>', "</g>a", ["the tag 1 is lost", "tags are not well nested at “</g>”"]),
        ('a <x id="1"/>', 'a <X id="1" />', ['“<X id="1" />” is no tag of ours']),
        ('a <x id="1"/> b', 'a<x id="1"/>b', ['“a<x id="1"/>b” stands inside a word']),
        ('a <x id="1"/> b <x id="2"/>', '<x id="2"/> a <x id="1"/> b', []),
    ],
)
def test_each_sort_of_harm_is_told(source: str, answer: str, found: list[str]) -> None:
    """With the number of the tag; another order is grammar."""
    assert told(source, answer) == found
