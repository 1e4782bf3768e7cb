"""Names closed off for an engine, and segments divided into sentences."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.inner import words
from plugins.translation.parts import divided, joined
from plugins.translation.segment import Segment, TagKind
from plugins.translation.shield import settled, shielded, unshielded
from plugins.translation.splice import cut

NAMES = ("Julia Jäger", "Hannover Messe")


def segment(markdown: str) -> Segment:
    """The only segment of a text."""
    (only,) = cut(markdown).segments
    return only


def simple(text: str) -> list[str]:
    """Sentences end at a full stop."""
    return [part for part in re.split(r"(?<=\.) +", text) if part]


def test_names_become_tags_with_what_a_reader_sees() -> None:
    """An engine that keeps marked words in view gets the name."""
    closed = shielded(segment("**Julia Jäger** war auf der Hannover Messe, siehe https://a.example."), NAMES)
    assert closed.text == '<g id="1"><x id="3"/></g> war auf der <x id="4"/>, siehe <x id="2"/>.'
    assert [(tag.kind, tag.visible) for tag in closed.tags[2:]] == [
        (TagKind.NAME, "Julia Jäger"),
        (TagKind.NAME, "Hannover Messe"),
    ]


def test_the_answer_has_its_names_in_the_clear() -> None:
    """A catalogue never knows that a name was closed off."""
    closed = shielded(segment("Julia Jäger & Söhne"), ("Julia Jäger",))
    assert unshielded(closed, 'Sons &amp; <x id="1"/>') == "Sons &amp; Julia Jäger"


@given(st.text(st.sampled_from("ab Jäger.&<*_"), max_size=30), st.lists(st.text("abJäger", min_size=2), max_size=3))
def test_unshielding_is_the_inverse(text: str, wanted: list[str]) -> None:
    """Whatever the names, an answer that repeats the question is the source."""
    for found in cut(text).segments:
        closed = shielded(found, wanted)
        assert unshielded(closed, closed.text) == found.text


def test_a_segment_of_names_alone_is_settled() -> None:
    """No engine is asked to translate a name."""
    assert settled(shielded(segment("Julia Jäger"), NAMES))
    assert not settled(shielded(segment("Julia Jäger spricht"), NAMES))


def test_sentences_are_segments_with_their_own_tags() -> None:
    """Each part has the tags that stand in it, and the answers make one answer."""
    whole = segment("Ein **Satz**. Noch `einer`. Ende")
    parts = divided(whole, simple)
    assert [part.text for part in parts] == ['Ein <g id="1">Satz</g>.', 'Noch <x id="2"/>.', "Ende"]
    assert [[tag.id for tag in part.tags] for part in parts] == [[1], [2], []]
    assert joined([part.text for part in parts]) == whole.text


def test_a_pair_is_never_torn() -> None:
    """Emphasis over two sentences keeps them together."""
    parts = divided(segment("**Eins. Zwei.** Drei."), simple)
    assert [part.text for part in parts] == ['<g id="1">Eins. Zwei.</g> Drei.']


@given(st.text(st.sampled_from("ab. *_`&<\u00a0"), max_size=40))
def test_divided_and_joined_nothing_is_lost(text: str) -> None:
    """All words and tags of a segment are in its sentences."""
    for found in cut(text).segments:
        again = joined([part.text for part in divided(found, simple)])
        assert words(again).split() == words(found.text).split()
        assert re.findall("<[^>]*>", again) == re.findall("<[^>]*>", found.text)
