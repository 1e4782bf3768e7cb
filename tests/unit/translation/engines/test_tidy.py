"""White space and entities put right."""

from __future__ import annotations

import pytest

from plugins.translation.engines.tidy import one_line, tidy
from plugins.translation.pieces import pieces


@pytest.mark.parametrize(
    ("source", "answer", "tidied"),
    [
        (" a ", "b", " b "),
        ("a", "  b\n", "b"),
        ('<g id="1">a</g> b', '<g id="1"> c </g>d', '<g id="1">c</g> d'),
        ('a <g id="1">b</g>.', 'c <g id="1"> d </g>.', 'c <g id="1">d</g>.'),
        ('<g id="1"> a</g>', '<g id="1"> b</g>', '<g id="1"> b</g>'),
        ('<x id="1"/>, a', '<x id="1"/> , b', '<x id="1"/>, b'),
        ('<x id="1"/> (a', '<x id="1"/> (b', '<x id="1"/> (b'),
        ('<x id="1"/> , a', '<x id="1"/> , b', '<x id="1"/> , b'),
        ("it's", "c&amp;#39;est", "c'est"),
        ("&amp;amp; is an entity", "&amp;amp; ist eine", "&amp;amp; ist eine"),
        ("a", "", ""),
    ],
)
def test_repairs(source: str, answer: str, tidied: str) -> None:
    """What the source does itself is left alone."""
    assert tidy(source, pieces(answer)) == tidied


def test_one_line() -> None:
    """A wrap and the spaces around it are one space."""
    assert one_line("a  \r\n  b\nc d") == "a b c d"
