"""Numbered tags as people see and type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.tag_text import TextRun, as_inner, as_typed, text_runs
from plugins.newsroom.model import Edition
from plugins.translation.segments import cut_edition
from plugins.translation.splice import cut

TEXT = "Mehr **bei uns** oder [hier](https://a.example): 0231 50 24 821 & {1} <x>."


def test_a_text_is_seen_as_readers_see_it() -> None:
    """Links and emphasis are marked, telephone numbers stand there."""
    segment = cut(TEXT).segments[0]
    found = text_runs(segment.text, segment.tags)
    assert TextRun("bei uns", "emphasis") in found
    assert TextRun("hier", "link") in found
    assert TextRun("0231 50 24 821", "phone") in found


def test_what_is_typed_is_read_back_as_it_was() -> None:
    """Braces in the words too, where they name no tag."""
    segment = cut(TEXT).segments[0]
    assert as_typed(segment.text).startswith("Mehr {1}bei uns{/1} oder {2}hier{/2}: {3}")
    assert as_inner(as_typed("a {7} b"), ()) == "a {7} b"


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60))
def test_words_never_become_markup(text: str) -> None:
    """Whatever somebody types."""
    inner = as_inner(text, ())
    assert {part.kind for part in text_runs(inner, ())} <= {""}
    assert as_inner(as_typed(inner), ()) == inner


@pytest.mark.parametrize("broken", ['<g id="1">offen', "</g>", "<b>x</b>"])
def test_a_broken_form_is_shown_as_it_stands(broken: str) -> None:
    """Nothing is hidden."""
    assert text_runs(broken, ()) == (TextRun(broken),)
    assert as_typed(broken) == broken


def test_editions_of_reports_come_back_as_they_were() -> None:
    """Every segment of a text with everything in it."""
    body = "## Kopf\n\n- eins *zwei* `drei`\n- [x](report:y) ![a](photo:b.jpg)\n\n| a | b |\n|---|---|\n| c | https://x.example |\n"
    for segment in cut_edition(Edition("de", "Titel 0231 5024821", "Teaser", body, "s")).segments:
        assert as_inner(as_typed(segment.text), segment.tags) == segment.text
