"""Words in HTML that stands in a Markdown text."""

from __future__ import annotations

import pytest

from plugins.translation.html_words import is_whole
from plugins.translation.splice import cut, splice
from plugins.translation.unprotect import TagMismatchError

BLOCK = """\
<details open>
<summary>Mehr &amp; <b>mehr</b></summary>
Ein Text, siehe
<a href="https://a.example" title='x > y'>hier</a>.
<pre>nicht &amp; nie</pre><!-- auch
nicht --><script>var nie;</script>
</details>
"""


def texts(markdown: str) -> list[str]:
    """The inner forms of a text's segments."""
    return [segment.text for segment in cut(markdown).segments]


def test_a_block_of_html_has_segments() -> None:
    """Each stretch of words between block elements; code, comments and scripts have none."""
    assert texts(BLOCK) == ['Mehr &amp; <x id="1"/>mehr<x id="2"/>', 'Ein Text, siehe <x id="1"/>hier<x id="2"/>.']


def test_words_in_html_are_no_markdown() -> None:
    """An answer is escaped as HTML and not as Markdown."""
    found = splice(cut(BLOCK), ['*More* <x id="1"/>&lt;i&gt;<x id="2"/>', texts(BLOCK)[1]])
    assert "<summary>*More* <b>&lt;i&gt;</b></summary>\nEin Text, siehe\n<a" in found


def test_words_of_another_language_are_left_alone() -> None:
    """And those marked as not to be translated, and code; an engine may see them."""
    text = (
        'Motto <span lang="en">To *new* <b>ends</b></span>, <b translate=no>x</b> <i lang="nl">offen, <kbd>Strg</kbd>'
    )
    (segment,) = cut(text).segments
    assert segment.text == 'Motto <x id="1"/>, <x id="2"/> <x id="3"/>offen, <x id="4"/>'
    assert [tag.visible for tag in segment.tags] == ["To new ends", "x", "", "Strg"]


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("<br>", True),
        ("<b>", False),
        ("</b>", False),
        ("<b>x</b>", True),
        ("<!-- x -->", True),
        ('<img alt="a">', True),
    ],
)
def test_what_can_stand_by_itself(source: str, whole: bool) -> None:
    """Openings and endings cannot change places."""
    assert is_whole(source) is whole


def test_elements_do_not_change_places() -> None:
    """Their order is their nesting; a whole element may move."""
    skeleton = cut("<b>eins</b> zwei <br> drei <code>x</code>")
    moved = '<x id="4"/> three <x id="1"/>one<x id="2"/> <x id="3"/> two'
    assert splice(skeleton, [moved]) == "<code>x</code> three <b>one</b> <br> two"
    with pytest.raises(TagMismatchError, match="places"):
        splice(skeleton, ['<x id="2"/>one<x id="1"/> two <x id="3"/> three <x id="4"/>'])
