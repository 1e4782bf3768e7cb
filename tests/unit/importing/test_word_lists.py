"""Lists of Word with levels of their own."""

from __future__ import annotations

import pytest
from lxml import html

from plugins.importing.html_tree import parse
from plugins.importing.read import read_source


def entry(level: int, sign: str, words: str, number: int = 0) -> str:
    """A paragraph as Word puts it on the clipboard."""
    mark = f"<span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp;&nbsp; </span></span>"
    return f"<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l{number} level{level} lfo1'>{mark}{words}</p>"


def markdown(*parts: str) -> list[str]:
    """The blocks of a page."""
    page = "<p>Davor.</p>" + "".join(parts) + "<p>Danach.</p>"
    return [block.markdown for block in read_source(page.encode(), "pasted.html").blocks]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            (entry(1, "·", "a"), entry(2, "o", "b"), entry(3, "§", "c"), entry(1, "·", "d")),
            "- a\n    - b\n        - c\n- d",
        ),
        (
            (entry(1, "1.", "a"), entry(2, "a)", "b"), entry(2, "b)", "c"), entry(1, "2.", "d")),
            "1. a\n    1. b\n    2. c\n2. d",
        ),
        ((entry(1, "3.", "drei"), entry(1, "4.", "<b>vier</b>")), "3. drei\n4. **vier**"),
        ((entry(2, "o", "tief"), entry(1, "·", "flach")), "- tief\n- flach"),
    ],
)
def test_levels_become_lists_in_lists(parts: tuple[str, ...], expected: str) -> None:
    """Bullets and numbers, with the number that Word shows."""
    assert markdown(*parts) == ["Davor.", expected, "Danach."]


def test_text_between_two_lists_stays_between_them() -> None:
    """Words behind a paragraph are no entry, and none is lost."""
    found = markdown(entry(1, "·", "a"), "loses Wort", entry(1, "·", "b"))
    assert found == ["Davor.", "- a", "loses Wort", "- b", "Danach."]
    page = parse(entry(1, "·", "a") + " behind", "x.html")
    assert html.tostring(page, encoding="unicode").count("behind") == 1
