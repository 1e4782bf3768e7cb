"""Numbers that Word makes by itself are those of the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from plugins.importing.background import Background
from plugins.importing.conservation import lost
from plugins.importing.interpret import accounted
from plugins.importing.read import read

from .documents import word

BACKGROUND = Background(today=dt.date(2026, 1, 31))

BETWEEN = "Die Arbeiten gehen im Herbst weiter, sagte die Leiterin des Hafenamts am Abend vor der Presse."


def _entries(document: Any, words: Sequence[str], style: str = "List Number", num: int = 0) -> None:
    for text in words:
        paragraph = document.add_paragraph(text, style=style)
        if num:
            about = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            about.get_or_add_numId().val = num
            about.get_or_add_ilvl().val = 0


def _anew(document: Any, start: int) -> int:
    """A list of the same look that begins at a number; what it is called."""
    numbering = document.part.numbering_part.element
    own = document.styles["List Number"].element.pPr.numPr.numId.val
    of = next(num for num in numbering.num_lst if num.numId == own).abstractNumId.val
    made = numbering.add_num(of)
    made.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(made.numId)


def _body(fill: Any) -> str:
    def whole(document: Any) -> None:
        document.add_paragraph("Kai 7 ist eröffnet", style="Title")
        fill(document)

    proposal = read(word(whole), "kai.docx", BACKGROUND)
    assert lost(proposal.source.words, *accounted(proposal)) == ()
    assert "\ue002" not in proposal.edition.body
    return proposal.edition.body


def test_a_list_goes_on_behind_a_paragraph() -> None:
    """As Word shows it: 3, not 1."""

    def fill(document: Any) -> None:
        _entries(document, ("eins", "zwei"))
        document.add_paragraph(BETWEEN)
        _entries(document, ("drei", "vier"))

    assert _body(fill) == f"1. eins\n2. zwei\n\n{BETWEEN}\n\n3. drei\n4. vier"


def test_a_list_begins_anew_where_word_says_so() -> None:
    """At one, or at any other number."""

    def fill(document: Any) -> None:
        _entries(document, ("eins", "zwei"))
        document.add_paragraph(BETWEEN)
        _entries(document, ("noch eins",), num=_anew(document, 1))
        document.add_paragraph(BETWEEN.replace("Herbst", "Winter"))
        _entries(document, ("fünf", "sechs"), num=_anew(document, 5))

    body = _body(fill)
    assert "\n\n1. noch eins\n\n" in body
    assert body.endswith("5. fünf\n6. sechs")


def test_entries_of_the_second_rank_stand_below_the_first() -> None:
    """Also where only the style says it."""

    def fill(document: Any) -> None:
        document.add_paragraph(BETWEEN)
        _entries(document, ("oben",), "List Bullet")
        _entries(document, ("darunter",), "List Bullet 2")
        _entries(document, ("wieder oben",), "List Bullet")

    assert _body(fill).endswith("- oben\n    - darunter\n- wieder oben")
