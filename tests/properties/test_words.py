"""Whatever an engine answers, its words are words: for CommonMark and for Python-Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plugins.translation.inner import Part, Piece, read, tidy, written
from plugins.translation.splice import cut, splice
from plugins.translation.unprotect import TagMismatchError
from tests.properties.test_splice import parser_html

TEXT = (
    "## Kopf\n\nEins **zwei** drei `c` vier [fünf](report:x) sechs  \nsieben[^1]\n\n- acht\n- neun\n\n> zehn\n\n"
    "| elf | zwölf |\n|---|---|\n| dreizehn | vierzehn |\n\nBegriff\n:   Erklärung\n\n1. _fünfzehn_ sechzehn\n\n"
    "Letzte\n\n[^1]: Note\n"
)
EXTENSIONS = ["tables", "footnotes", "def_list", "abbr", "fenced_code", "attr_list", "admonition", "toc", "sane_lists"]
_MARKS = """
a b z 1. 22. 3) # ## - + * ** _ __ ` ``` ~~~ > | || = === --- : ! [ ] ( ) { } {: #a } \\ & &amp; &#60; < > <b> <script>
</p> <!-- [^1] [a](b) ![a](b) *[a]: [a]: http://a.b <a@b.c> !!! [TOC] ^ $ ' " / ä
"""
WORDS = st.lists(
    st.sampled_from([*re.findall(r"\S+", _MARKS), " ", "  ", "\n", "\u00a0"])
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
    max_size=8,
).map("".join)


class _Shape(HTMLParser):
    """The elements of a page and the text in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; ids made of words differ with the words."""
        self.elements.append(f"<{tag} {[pair for pair in attrs if pair[0] != 'id']}>")
        self.text += " "

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self.elements.append(f"</{tag}>")
        self.text += " "

    def handle_comment(self, data: str) -> None:
        """A comment has come in."""
        self.elements.append("<!-- -->")

    def handle_data(self, data: str) -> None:
        """Words."""
        self.text += data


def shape(page: str) -> tuple[list[str], list[str]]:
    """The elements of a page, and its words."""
    found = _Shape()
    found.feed(page)
    found.close()
    return found.elements, found.text.split()


def python_markdown(text: str) -> str:
    """The page as Python-Markdown makes it."""
    return markdown.markdown(text, extensions=EXTENSIONS)


SKELETON = cut(TEXT)
RUNS = tuple(
    (number, at)
    for number, segment in enumerate(SKELETON.segments)
    for at, piece in enumerate(read(segment.text))
    if piece.text.strip()
)
MARKER = "QQQ"


def page_source(run: tuple[int, int], words: str) -> str:
    """The text with one run of words exchanged."""
    answers = [segment.text for segment in SKELETON.segments]
    pieces = list(read(answers[run[0]]))
    pieces[run[1]] = Piece(Part.TEXT, words)
    answers[run[0]] = written(pieces)
    return splice(SKELETON, answers)


def compact(words: list[str]) -> str:
    """All words without the white space between."""
    return "".join(words)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(RUNS), WORDS)
def test_no_answer_brings_markup_in(run: tuple[int, int], words: str) -> None:
    """The page has the elements it would have with plain words, and every word that was answered."""
    try:
        text = page_source(run, words)
    except TagMismatchError:
        assume(False)
    for make in (parser_html, python_markdown):
        elements, seen = shape(make(text))
        plain_elements, plain_seen = shape(make(page_source(run, MARKER)))
        assert elements == plain_elements
        assert compact(seen) == compact(plain_seen).replace(MARKER, compact(tidy(words).split()))
