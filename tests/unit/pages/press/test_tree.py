"""Reads HTML into trees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.sanitise import sanitise
from plugins.pages.press.tree import Node, Nodes, parse, words


def html_of(nodes: Nodes) -> str:
    """The tree written as HTML again, without attributes."""
    return "".join(
        node if isinstance(node, str) else f"<{node.tag}>{html_of(node.children)}</{node.tag}>" for node in nodes
    )


def test_elements_and_words_stand_in_their_order() -> None:
    """With their attributes."""
    assert parse('<p lang="nl">a <em>b</em><br>c</p>\n') == (
        Node("p", (("lang", "nl"),), ("a ", Node("em", (), ("b",)), Node("br"), "c")),
        "\n",
    )


def test_entities_are_the_signs_they_stand_for() -> None:
    """As a reader sees them."""
    assert words(parse("<p>a &amp;&nbsp;b</p>")) == "a &\u00a0b"


@given(st.recursive(st.text("ab <", max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=10))
def test_any_sanitised_html_is_read_whole(shape: object) -> None:
    """No word is lost, however elements lie in each other."""

    def made(one: object) -> str:
        if isinstance(one, list):
            return "<div>" + "".join(map(made, one)) + "</div>"
        return str(one).replace("<", "&lt;")

    found = parse(sanitise(made(shape)))
    assert html_of(found).replace("<div>", "").replace("</div>", "") == words(found)
    assert words(found) == "".join(_flat(shape))


def _flat(shape: object) -> list[str]:
    return [text for one in shape for text in _flat(one)] if isinstance(shape, list) else [str(shape)]
