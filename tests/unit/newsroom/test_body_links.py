"""Tests of plugins/newsroom/body_links.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.body_links import body_links


def _targets(markdown: str) -> list[str]:
    return [f"{link.kind}:{link.target}" for link in body_links(markdown)]


@pytest.mark.parametrize(
    "markdown",
    [
        "[Text](report:kanada)",
        "[Text](report:kanada#kontakt)",
        "[Text]( <report:kanada> )",
        '[Text](report:kanada "Titel")',
        "[ein *langer*\nText](report:kanada)",
        "[![](x.jpg)](report:kanada)",
        "[Text][ref]\n\n[ref]: report:kanada",
        "<report:kanada>",
        '<a href="report:kanada">Text</a>',
        "`code` [Text](report:kanada) `code`",
        "- Punkt\n\n    [Text](report:kanada)",
        "Ein ` einzelnes Zeichen.\n\n[Text](report:kanada)",
        "\\\\[Text](report:kanada)",
    ],
)
def test_a_link_is_found_however_it_is_written(markdown: str) -> None:
    """Every form of Markdown, and HTML."""
    assert _targets(markdown) == ["report:kanada"]


@pytest.mark.parametrize(
    "markdown",
    [
        "`[Text](report:kanada)`",
        "``[Text](report:kanada) ` ``",
        "```\n[Text](report:kanada)\n```",
        "~~~md\n[Text](report:kanada)\n~~~",
        "````\n```\n[Text](report:kanada)\n````",
        "Absatz\n\n    [Text](report:kanada)\n",
        "\\[Text](report:kanada)",
        "<!-- [Text](report:kanada) -->",
        "Text](report:kanada)",
        "Der Absatz nennt report:kanada nur.",
        "```\n[Text](report:kanada)",
    ],
)
def test_code_and_escaped_text_hold_no_link(markdown: str) -> None:
    """What readers see as text is text."""
    assert _targets(markdown) == []


def test_links_come_with_their_places_in_order() -> None:
    """Line and column of the address, from 1."""
    found = body_links("Eins ![](photo:a.jpg) und [b](page:about)\n\n[c](report:c)\n")
    assert [(link.kind, link.target, link.line, link.column) for link in found] == [
        ("photo", "a.jpg", 1, 10),
        ("page", "about", 1, 31),
        ("report", "c", 3, 5),
    ]


def test_code_above_a_link_does_not_move_its_line() -> None:
    """Blocks that are left out keep their lines."""
    assert body_links("```\nx\n```\n\n[c](report:c)")[0].line == 5


@given(st.text(st.sampled_from('[]()`~<>\\! \n\t-#report:page:photo:a1"='), max_size=80))
def test_no_text_makes_the_search_fail(markdown: str) -> None:
    """Every link found lies inside the text, where its kind stands."""
    lines = markdown.split("\n")
    for link in body_links(markdown):
        assert lines[link.line - 1][link.column - 1 :].startswith(f"{link.kind}:")
