"""Reading sanitised HTML."""

from __future__ import annotations

from plugins.markup.tags import TAG, attributes, text_of


def test_the_words_of_html_are_on_one_line() -> None:
    """Tags and entities gone; a ``>`` in an attribute ends no tag."""
    assert text_of('a <abbr title="x > y">b</abbr>\n &lt;c&gt; <br>d') == "a b <c> d"


def test_attributes_are_read_as_text() -> None:
    """With their entities put back."""
    match = TAG.fullmatch('<a href="?a=1&amp;b=2" lang="en">')
    assert match is not None
    assert attributes(match[3]) == {"href": "?a=1&b=2", "lang": "en"}
