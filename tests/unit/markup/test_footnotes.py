"""Tests of plugins/markup/footnotes.py."""

from __future__ import annotations

import markdown
import pytest
from markdown.extensions.footnotes import FootnoteExtension

from plugins.markup.footnotes import NumberedFootnotes

A_B = "x[^a] y[^b] z[^a]\n\n[^a]: eins\n[^b]: zwei [^a]\n"
B_A = "x[^a] y[^b] z[^a]\n\n[^b]: zwei\n[^a]: eins\n"


@pytest.mark.parametrize("texts", [[A_B], [A_B, B_A], [B_A, "x[^a]", A_B], ["x[^c]\n\n[^a]: eins"]])
def test_the_numbers_are_those_of_python_markdown(texts: list[str]) -> None:
    """Also where one converter reads several texts with notes of the same names."""
    ours, theirs = (
        markdown.Markdown(extensions=[kind(SEPARATOR="-")]) for kind in (NumberedFootnotes, FootnoteExtension)
    )
    for text in texts:
        assert ours.reset().convert(text) == theirs.reset().convert(text)
