"""Each word typed stands on the page, or is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markup.conservation import losses
from plugins.markup.convert import convert
from plugins.markup.document import Loss
from tests.unit.markup.test_fast import SOUP, markdown_files


@pytest.mark.parametrize(
    ("typed", "html", "lost"),
    [
        ("ein Wort", "<p>ein Wort</p>", ()),
        ("Herr <Name> kam", "<p>Herr  kam</p>", (Loss("Name", 1),)),
        ("a\n\n2. Oktober", '<p>a</p><ol start="19"><li>Oktober</li></ol>', (Loss("2", 3),)),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>", ()),
        ("Autor*innen, Leser*innen", "<p>Autor<em>innen, Leser</em>innen</p>", (Loss("Autor*innen Leser*innen", 1),)),
        (">20 % mehr", "<blockquote><p>20 % mehr</p></blockquote>", (Loss(">20", 1),)),
        ("[Foto]: Hafenamt", "", (Loss("Foto Hafenamt", 1),)),
        ("a b c", "<p>a c b</p>", (Loss("c", 1),)),
        ("![Ein Schiff](photo:a.jpg)", '<p><img alt="Ein Schiff" src="photo:a.jpg"></p>', ()),
        ('[x](https://a.de "Titel")', '<p><a href="https://a.de" title="Titel">x</a></p>', ()),
        ("0. a\n1. b", '<ol start="0"><li>a</li><li>b</li></ol>', ()),
        ("&auml &copy AT&T", "<p>&amp;auml &amp;copy AT&amp;T</p>", ()),
        ("T&uuml;r, Hafen**stadt**", "<p>Tür, Hafen<strong>stadt</strong></p>", ()),
    ],
)
def test_what_is_lost_is_told(typed: str, html: str, lost: tuple[Loss, ...]) -> None:
    """With its words and its line."""
    assert losses(typed, html) == lost


WORDS = st.lists(st.from_regex(r"[A-Za-zÄÖÜäöü]{1,8}|\d{1,4}", fullmatch=True), min_size=2, max_size=30, unique=True)


@given(WORDS, st.data())
@settings(max_examples=200, deadline=None)
def test_any_word_taken_from_a_page_is_told(words: list[str], data: st.DataObject) -> None:
    """Whatever it is, and wherever it stood."""
    at = data.draw(st.integers(0, len(words) - 1))
    html = "<p>" + " ".join([*words[:at], *words[at + 1 :]]) + "</p>"
    assert losses("\n".join(words), html) == (Loss(words[at], at + 1),)


@given(SOUP)
@settings(max_examples=400, deadline=None)
def test_words_in_any_marks_stand_on_the_page_or_are_told(soup: str) -> None:
    """A word of its own before and behind whatever marks: there, or told."""
    document = convert(f"Anfang\n\n{soup}\n\nEndeabc")
    told = " ".join(loss.words for loss in document.losses)
    assert "Anfang" in document.html or "Anfang" in told
    assert "Endeabc" in document.html or "Endeabc" in told or document.seen or document.refused


def test_no_word_of_people_is_told_without_reason() -> None:
    """Markdown of the installed packages: no more than one line of a thousand words is told."""
    words = told = 0
    for path in markdown_files():
        source = path.read_text("utf-8")
        if len(source) <= 60_000:
            words += len(source.split())
            told += len(convert(source).losses)
    assert words > 1_000
    assert told <= words / 1_000
