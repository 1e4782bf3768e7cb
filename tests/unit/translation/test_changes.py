"""What happened to each text of an original."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.changes import Kind, changes

P = "body/paragraph"
OLD = [("title", "Titel"), (P, "Eins zwei drei."), (P, "Vier fünf sechs."), ("body/item", "Punkt")]


def kinds(new: list[tuple[str, str]]) -> list[tuple[str, int, int]]:
    """(kind, old, new) of each change that is one."""
    return [(c.kind.value, c.old, c.new) for c in changes(OLD, new) if c.kind is not Kind.SAME]


def test_nothing_changed() -> None:
    """The same texts are the same, also in another order of blocks."""
    assert kinds(OLD) == kinds([OLD[0], OLD[2], OLD[3], OLD[1]]) == []


def test_a_changed_block_is_known_by_its_words() -> None:
    """Even if another one was put in before it."""
    new = [OLD[0], (P, "Ganz anderes hier."), (P, "Eins zwei vier."), *OLD[2:]]
    assert kinds(new) == [("added", -1, 1), ("changed", 1, 2)]


def test_a_block_without_common_words_is_new() -> None:
    """Calling it a change would lay an old translation beside words it has nothing to do with."""
    assert kinds([OLD[0], (P, "Ganz anderes hier."), *OLD[2:]]) == [("added", -1, 1), ("removed", 1, -1)]


def test_kinds_are_not_mixed() -> None:
    """A heading that was a paragraph is another text."""
    assert kinds([OLD[0], ("body/heading", "Eins zwei drei."), *OLD[2:]]) == [("added", -1, 1), ("removed", 1, -1)]


def test_a_field_is_known_by_its_key() -> None:
    """A new title is the title, changed, whatever it says."""
    assert kinds([("title", "Ganz anders"), *OLD[1:]]) == [("changed", 0, 0)]


TEXTS = st.lists(st.tuples(st.sampled_from([P, "body/item"]), st.text("ab ", min_size=1, max_size=5)), max_size=6)


@given(TEXTS, TEXTS)
def test_each_text_is_told_of_once(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    """Every text of both states is in exactly one change, and the same words are the same."""
    found = changes(old, new)
    assert sorted(c.old for c in found if c.old >= 0) == list(range(len(old)))
    assert sorted(c.new for c in found if c.new >= 0) == list(range(len(new)))
    assert all((old[c.old] == new[c.new]) is (c.kind is Kind.SAME) for c in found if c.old >= 0 <= c.new)
