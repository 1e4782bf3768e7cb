"""Translations found again in other reports."""

from __future__ import annotations

from dataclasses import replace

from plugins.translation.catalogue import Entry
from plugins.translation.memory import Recalled, memory_of
from plugins.translation.splice import cut
from tests.unit.translation.samples import dutch

MEMORY = memory_of([dutch()])


def test_the_same_words_are_found() -> None:
    """In any report, as long as both languages are the same."""
    (segment,) = cut("- Robotik\n").segments
    assert MEMORY.recall(segment, "de", "nl") == Recalled("Robotica", "pseudo", "first", "2024-05-02")
    assert MEMORY.recall(segment, "de", "en") is None


def test_tags_may_be_counted_otherwise() -> None:
    """Numbers of tags are no words."""
    (segment,) = cut("Es kamen **22 Gäste** aus Kanada, siehe [Bericht](report:andere).").segments
    other = replace(segment, text=segment.text.replace('"1"', '"7"').replace('"2"', '"3"'))
    found = MEMORY.recall(other, "de", "nl")
    assert found is not None
    assert found.text == 'Er kwamen <g id="7">22 gasten</g> uit Canada, zie <g id="3">bericht</g>.'


def test_a_persons_words_come_first() -> None:
    """And what is stale, unfinished or broken never comes."""
    mine = Entry("body/item", "Robotik", "Robots")
    bad = Entry("body/item", "Robotik", "?", broken="because")
    memory = memory_of([dutch(), replace(dutch(), entries=(), memory=(mine, bad))])
    (segment,) = cut("- Robotik\n").segments
    assert memory.recall(segment, "de", "nl") == Recalled("Robots", "memory", "", "")
