"""Brackets are found as the library finds them, in time that grows with the text."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.brackets import BracketExtension
from plugins.markup.python_markdown import extensions, to_html

SOUP = st.text(alphabet="[]()!<>\"'^ab\\`* \n:&", max_size=40)
LIBRARY = markdown.Markdown(extensions=[e for e in extensions() if not isinstance(e, BracketExtension)])
OURS = markdown.Markdown(extensions=extensions())


@given(SOUP)
def test_links_pictures_and_references_are_those_of_the_library(soup: str) -> None:
    """In any mixture of brackets, parentheses, quotation marks and code."""
    for text in (soup, f"{soup}\n\n[a]: /x 'b'\n[b]: /y\n"):
        assert OURS.reset().convert(text) == LIBRARY.reset().convert(text)


@pytest.mark.parametrize("unit", ["[", "![", "[a](", "![a](", "[[", "[^a", "[a][", "[a](b "])
def test_a_hundred_thousand_that_are_never_closed_end(unit: str) -> None:
    """What reads to the end of the text from each of them would not end here."""
    assert unit[:1] in to_html(unit * (100_000 // len(unit)))
