"""The gate for one segment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.translation.gate import Finding, Level, check_segment
from plugins.translation.glossary import Forbidden, Term
from plugins.translation.segment import Segment, Tag, TagKind

TAGS = (
    Tag(1, TagKind.LINK, "[", "](https://a.example)"),
    Tag(2, TagKind.CODE, "`x`", visible="x"),
    Tag(3, TagKind.EMPHASIS, "**", "**"),
    Tag(4, TagKind.NAME, "Julia Jäger", visible="Julia Jäger"),
)
SOURCE = '<x id="4"/> erklärt <g id="1">das Programm der <g id="3">Messe</g></g> mit <x id="2"/> genau.'
GOOD = '<x id="4"/> explains <g id="1">the programme of the <g id="3">fair</g></g> with <x id="2"/> in full.'
OTHER = 'With <x id="2"/>, <x id="4"/> explains <g id="1">the <g id="3">fair</g> programme</g> in full.'


def check(target: str, source: str = SOURCE, tags: tuple[Tag, ...] = TAGS) -> tuple[Finding, ...]:
    """The findings for a German segment in English."""
    return check_segment(Segment("body", "paragraph", source, tags, 7), target, "de", "en")


def test_a_good_translation_passes() -> None:
    """Tags kept and words translated: nothing is found."""
    assert check(GOOD) == ()


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ('<x id="2"/>', "", "code"),
        ('<x id="2"/>', '<x id="2"/><x id="2"/>', "code"),
        ('<x id="2"/>', '<x id="9"/>', "code"),
        ('<x id="4"/>', "", "placeholder"),
        ('<g id="1">the programme of the <g id="3">fair</g></g>', "the programme of the fair", "link"),
        ('<g id="3">fair</g>', '<g id="3"></g>fair', "placeholder"),
        ('<g id="3">fair</g></g>', '</g><g id="3">fair</g>', "placeholder"),
        ("</g></g>", "</g>", "placeholder"),
        ('<x id="2"/>', "< x id = '2' / >", "placeholder"),
        ('<x id="2"/>', '&lt;x id="2"/&gt;', "placeholder"),
        ('with <x id="2"/> in', 'wit<x id="2"/>h in', "placeholder"),
        ("full", "<b>full</b>", "placeholder"),
    ],
)
def test_a_broken_tag_blocks(old: str, new: str, name: str) -> None:
    """A tag that is lost, doubled, invented, emptied, moved, torn, escaped or glued blocks the segment."""
    assert old in GOOD
    found = check(GOOD.replace(old, new))
    assert (name, Level.BLOCK) in {(f.check, f.level) for f in found}
    assert all(f.line == 7 for f in found)


def test_tags_may_change_places() -> None:
    """The grammar of the other language decides on the order of tags."""
    assert check(OTHER) == ()


def test_a_name_that_is_marked_is_not_read_as_another_language() -> None:
    """Names in tags stand in the text as a reader sees them."""
    assert check('<x id="4"/>', '<x id="4"/>') == ()


def test_a_term_must_be_used() -> None:
    """The agreed word for a term of the source stands in the translation, inflected or not."""
    english = ("economic development agency", "business agency")
    terms = (Term((("de", ("Wirtschaftsförderung",)), ("en", english))),)
    segment = Segment("body", "paragraph", "Die Wirtschaftsförderungen laden ein.")

    def names(target: str) -> list[str]:
        return [f.check for f in check_segment(segment, target, "de", "en", terms=terms)]

    assert names("The economic development agencies invite you.") == []
    assert names("The business agencies invite you.") == []
    assert names("The trade promoters invite you.") == ["term"]


def test_a_forbidden_word_is_asked_about() -> None:
    """A word that the glossary forbids is a finding that names the better one."""
    segment = Segment("body", "paragraph", "Wir nutzen gemeinsame Kräfte.")
    found = check_segment(
        segment, "We use Synergies.", "de", "en", forbidden=(Forbidden("en", "synergies", "cooperation"),)
    )
    assert [(f.check, f.level) for f in found] == [("forbidden", Level.ANSWER)]
    assert "cooperation" in found[0].evidence


def test_a_given_name_must_be_kept() -> None:
    """A name may take a genitive, and is asked about when it is gone or altered."""
    segment = Segment("body", "paragraph", "Gestern sprach Jakub Boratynski in Köln.")

    def names(target: str) -> list[str]:
        found = check_segment(segment, target, "de", "en", names=("Jakub Boratynski", "Köln"))
        return [f.check for f in found]

    assert names("Jakub Boratynski spoke in Cologne yesterday.") == []
    assert names("Jakub Boratynski's speech was held in Köln yesterday.") == []
    assert names("Jakub Boratinski spoke in Cologne yesterday.") == ["name"]
    assert names("He spoke in Cologne yesterday.") == ["name"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text("<>gx/ id=\"'1&;.é5 \n[](`{}%", max_size=60))
def test_no_answer_crashes_the_gate(source: str, target: str) -> None:
    """Whatever an engine answers, there is a tuple of findings."""
    assert isinstance(check(target), tuple)
    assert isinstance(check(target, source, ()), tuple)
