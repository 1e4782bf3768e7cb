"""Levels and ids of headings."""

from __future__ import annotations

import pytest

from plugins.markup.headings import headings


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([1], [2]),
        ([2], [2]),
        ([4], [2]),
        ([1, 2, 3], [2, 3, 4]),
        ([2, 3, 2, 3], [2, 3, 2, 3]),
        ([1, 1, 2], [2, 2, 3]),
        ([2, 4, 3, 4], [2, 3, 3, 4]),
        ([3, 2, 3], [2, 2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_levels_begin_at_two_and_leave_none_out(written: list[int], levels: list[int]) -> None:
    """The nesting is that of the text."""
    html = "".join(f"<h{n}>x</h{n}>" for n in written)
    assert [heading.level for heading in headings(html, frozenset())[1]] == levels


def test_ids_are_made_of_the_words() -> None:
    """Umlauts spelt out, tags left out, none twice and none that is taken."""
    html = "<h2>Über <em>uns</em> &amp; mehr</h2><h2>Main</h2><h2>Main</h2><h2>???</h2><h2>Main 2</h2>"
    new, found = headings(html, frozenset({"main"}))
    assert [heading.id for heading in found] == ["ueber-uns-mehr", "main-2", "main-3", "section", "main-2-2"]
    assert new.startswith('<h2 id="ueber-uns-mehr">Über <em>uns</em> &amp; mehr</h2>')
    assert found[0].text == "Über uns & mehr"


def test_other_attributes_stay() -> None:
    """A heading may be in another language."""
    assert headings('<h1 lang="en">x</h1>', frozenset())[0] == '<h2 id="x" lang="en">x</h2>'


def test_given_ids_are_taken_where_they_fit() -> None:
    """As many as there are headings: each takes its own. Fewer or more: words, as ever."""
    html = "<h2>Eerste</h2><h2>Tweede</h2>"
    assert [h.id for h in headings(html, frozenset(), ("erste", "zweite"))[1]] == ["erste", "zweite"]
    for given in (("erste",), ("erste", "zweite", "dritte")):
        assert [h.id for h in headings(html, frozenset(), given)[1]] == ["eerste", "tweede"]


def test_given_ids_never_meet_those_of_the_page() -> None:
    """An id that is taken gets a number."""
    assert headings("<h2>Hoofd</h2>", frozenset({"main"}), ("main",))[1][0].id == "main-2"
