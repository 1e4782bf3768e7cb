"""Elements as lines of plain text."""

from __future__ import annotations

import pytest

from plugins.pages.press.plain import line
from plugins.pages.press.tree import parse


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("eins\nzwei", "eins zwei"),
        ("eins<br>\nzwei", "eins\nzwei"),
        ('<a href="https://x.example/a">x.example/a</a>', "x.example/a"),
        ('<a href="https://x.example/a">hier</a>', "hier (https://x.example/a)"),
        ('<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"),
        ('<a href="mailto:a@b.example">Post</a>', "Post (a@b.example)"),
        ('<a href="tel:+4930">030</a>', "030"),
        ('<a href="#fn">Ziel</a>', "Ziel"),
        ('Wort<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup>', "Wort[1]"),
        ('Note.\u00a0<a class="footnote-backref" href="#fnref-1">↩</a>', "Note."),
        ("<strong>fett</strong> <em>kursiv</em>", "fett kursiv"),
        ("10<sup>6</sup> bis 10<sup>-12</sup> m<sup>2</sup>", "10⁶ bis 10⁻¹² m²"),
        ("H<sub>2</sub>O, CO<sub>2</sub>", "H₂O, CO₂"),
        ("the 21<sup>st</sup>, x<sup>2n</sup>", "the 21st, x^(2n)"),
        ("Preis: <del>20</del> 30", "Preis: ~~20~~ 30"),
    ],
)
def test_markup_leaves_its_words(html: str, text: str) -> None:
    """And an address where the words do not say it."""
    assert line(parse(html)) == text
