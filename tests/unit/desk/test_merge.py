"""Two people, one text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.merge import merged, with_ends

PARAGRAPHS = st.lists(st.sampled_from(["eins", "zwei zwei", "drei  ", "- vier", "", "fünf\tx"]), max_size=8)


def text_of(paragraphs: list[str]) -> str:
    """A text of one line each."""
    return "".join(f"{line}\n" for line in paragraphs)


def edit(paragraphs: list[str], edits: list[tuple[int, str, str]]) -> list[str]:
    """Some paragraphs changed, put in, taken out."""
    out = list(paragraphs)
    for place, how, word in edits:
        at = place % (len(out) + 1)
        if how == "in":
            out.insert(at, word)
        elif at < len(out):
            out[at : at + 1] = [word] if how == "change" else []
    return out


EDITS = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from(["in", "change", "out"]), st.sampled_from(["neu", "anders", "hier"])),
    max_size=3,
)


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("A\n\nb\n\nc\n", "a\n\nb\n\nC\n", "A\n\nb\n\nC\n"),
        ("a\n\nb\n\nc\n\nd\n", "a\n\nB\n\nc\n", "a\n\nB\n\nc\n\nd\n"),
        ("a\n\nX\n\nc\n", "a\n\nY\n\nc\n", None),
        ("a\n\nX\n\nc\n", "a\n\nc\n", None),
        ("a\n\nX\n\nc\n", "a\n\nX\n\nc\n", "a\n\nX\n\nc\n"),
    ],
)
def test_changes_at_different_places_go_together_and_at_one_place_do_not(
    mine: str, theirs: str, both: str | None
) -> None:
    """Whoever saves second sees both versions then."""
    assert merged("a\n\nb\n\nc\n", mine, theirs) == both


def _law(base: list[str], mine: list[tuple[int, str, str]], theirs: list[tuple[int, str, str]]) -> None:
    ours, others = edit(base, mine), edit(base, theirs)
    both = merged(text_of(base), text_of(ours), text_of(others))
    if both is None:
        return
    words = re.findall(r"\S+", both)
    for side in (ours, others):  # nothing that somebody put in is lost
        for word in {"neu", "anders", "hier"}:
            assert words.count(word) >= " ".join(side).split().count(word) - " ".join(base).split().count(word)
    kept = [line for line in base if line in ours and line in others and base.count(line) == 1]
    assert all(line + "\n" in both for line in kept)


@given(PARAGRAPHS, EDITS, EDITS)
def test_no_word_of_either_is_lost(
    base: list[str], mine: list[tuple[int, str, str]], theirs: list[tuple[int, str, str]]
) -> None:
    """And what neither touched stands as it was."""
    _law(base, mine, theirs)


@pytest.mark.nightly
@settings(max_examples=10_000)
@given(PARAGRAPHS, EDITS, EDITS)
def test_no_word_of_either_is_lost_in_ten_thousand_edits(
    base: list[str], mine: list[tuple[int, str, str]], theirs: list[tuple[int, str, str]]
) -> None:
    """The same, at nightly size."""
    _law(base, mine, theirs)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "", "c d"]), st.sampled_from(["\n", "\r\n", "\r"])), max_size=8),
    st.booleans(),
)
def test_line_ends_stay_as_they_were(lines: list[tuple[str, str]], more: bool) -> None:
    """Of each line that nobody touched; the words are those that were wanted."""
    original = "".join(word + end for word, end in lines)
    plain = re.sub(r"\r\n|\r", "\n", original)
    assert with_ends(original, plain) == original
    wanted = plain + "neu\n" if more else "neu\n" + plain
    made = with_ends(original, wanted)
    assert re.sub(r"\r\n|\r", "\n", made) == wanted
