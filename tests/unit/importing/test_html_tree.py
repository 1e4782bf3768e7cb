"""The article of a page, and what stands around it."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.importing.background import Background
from plugins.importing.html_tree import parse, visible_words
from plugins.importing.proposal import Sure
from plugins.importing.read import read

LONG = (
    "Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser, um zu feiern."
)
INSIDE = f"""<div class="topline">Hafen</div><h1>Kai 7 ist eröffnet</h1><p class="intro">Der neue Kai nimmt seit gestern Schiffe auf.</p>
<div>{LONG}<br><br>Ein zweiter Absatz, der lang genug ist, um als ein Absatz erkannt zu werden, wie man es erwartet.</div>
<aside><h3>Ansprechpartnerin</h3><p>Mia Muster<br>Leiterin Kommunikation<br>mia@hafen.example</p></aside>"""


@pytest.mark.parametrize("tag", ["article", "main", "div class=content", "section"])
def test_the_article_is_found_whatever_it_is_called(tag: str) -> None:
    """With the title above it and the contact beside it."""
    page = f"""<!doctype html><html><head><title>Hafenamt</title></head><body>
<header><a href="/">Hafenamt Nordhafen</a><nav><ul><li>Start</li><li>Presse</li></ul></nav></header>
<div>Sie sind hier: Start &gt; Presse</div><{tag}>{INSIDE}</{tag.partition(" ")[0]}><footer>Impressum Datenschutz</footer></body></html>"""
    found = read(page.encode(), "kai.html", Background(today=dt.date(2026, 1, 31)))
    assert (found.edition.title, found.edition.kicker) == ("Kai 7 ist eröffnet", "Hafen")
    assert found.facts.contacts == ("mia-muster",)
    assert found.edition.body.startswith(LONG)
    dropped = " ".join(item.excerpt for item in found.items if item.sure is Sure.DROPPED)
    assert "Impressum Datenschutz" in dropped
    assert "Start" in dropped
    assert "Impressum" not in found.edition.body


def test_a_page_that_hides_something() -> None:
    """What no reader sees is dropped, and shown to the person who imports."""
    page = f"<h1>Kai 7 ist eröffnet</h1><p>{LONG}</p><p style='display: none'>Nur für intern.</p>"
    found = read(page.encode(), "kai.html", Background(today=dt.date(2026, 1, 31)))
    assert "intern" not in found.edition.body
    assert [item.excerpt for item in found.items if item.sure is Sure.DROPPED] == ["Nur für intern."]


def test_marks_inside_a_word_do_not_part_it() -> None:
    """Google Docs and Word begin and end a style anywhere; lines and cells part words."""
    words = visible_words(parse("<p><b>W</b>ort</p><p>zwei</p><table><tr><td>a</td><td>b</td></tr></table>", "x"))
    assert words.split() == ["Wort", "zwei", "a", "b"]


def test_bold_and_italic_by_style_are_marks() -> None:
    """As pages of Google Docs have them."""
    style = "font-weight:700;font-style:italic"
    page = (
        f'<h1>Kai</h1><p>{LONG} <span style="{style}">beides</span> <span style="font-style:italic">schräg</span>.</p>'
    )
    body = read(page.encode(), "kai.html", Background(today=dt.date(2026, 1, 31))).edition.body
    assert "***beides*** *schräg*." in body
