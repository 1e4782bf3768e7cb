"""The build of a text, in two languages."""

from __future__ import annotations

from plugins.translation.gate.structure import difference


def test_the_gate_reads_markdown_as_the_pages_do() -> None:
    """A definition list that broke is seen; signs of a construct that pages do not have are not."""
    assert difference("Wort\n: Sinn", "Woord\n:betekenis")
    assert not difference("~~x~~ a", "x a")
    assert not difference("18. April: Auftakt", "18 april: aftrap")
    assert not difference("Themen:\n- a\n- b", "Thema’s:\n\n- a\n- b")
