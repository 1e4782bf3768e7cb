"""The blocks of a text."""

from __future__ import annotations

import pytest

from plugins.markup.convert import convert
from plugins.markup.structure import structure


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("", ()),
        (" \n", ()),
        ("a", ("p",)),
        ("# a\n\nb *c*\n\n## d", ("h1", "p", "h2")),
        ("- a\n- b", ("ul", "ul/li", "ul/li")),
        ("1. a\n\n2. b", ("ol", "ol/li", "ol/li/p", "ol/li", "ol/li/p")),
        ("a\n- b", ("p", "ul", "ul/li")),
        ("> a\n>\n> b", ("blockquote", "blockquote/p", "blockquote/p")),
        (
            "|a|\n|-|\n|1|",
            (
                "table",
                "table/thead",
                "table/thead/tr",
                "table/thead/tr/th",
                "table/tbody",
                "table/tbody/tr",
                "table/tbody/tr/td",
            ),
        ),
        ("```\na\n```", ("pre",)),
        ("    a = b", ("pre", "pre/code")),
        ("    a", ("p",)),
        ("<div>a</div>", ("html",)),
        ("a <b>c</b>", ("p",)),
        ("a[^1]\n\n[^1]: b\n\n    c", ("p", "note", "note/p", "note/p")),
        ("*[AB]: c\n\nAB", ("p",)),
        ("[a]: http://x\n\n[b][a]", ("p",)),
        ("a\n: b", ("dl", "dl/dt", "dl/dd")),
    ],
)
def test_the_kinds_of_blocks_are_told(source: str, kinds: tuple[str, ...]) -> None:
    """In the order of the text."""
    assert structure(source) == kinds


def test_the_words_do_not_count() -> None:
    """A text and its translation are alike."""
    german = "## Ausblick\n\nEin **Satz**[^1].\n\n- eins\n- zwei\n\n[^1]: Quelle\n"
    dutch = "## Vooruitblik\n\nEen zin met **meer** woorden[^1].\n\n- een\n- twee\n\n[^1]: bron\n"
    assert structure(german) == structure(dutch)


def test_asking_for_the_structure_leaves_nothing_behind() -> None:
    """A conversion after it is as if it had not been."""
    before = convert("a[^1]")
    structure("[^1]: x\n\n[a]: http://y\n\n*[HTML]: z")
    assert convert("a[^1]") == before
