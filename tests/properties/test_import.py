"""For all sources: no word of one is lost on the way into a draft, and none is read as a mark."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from plugins.importing.background import Background
from plugins.importing.conservation import lost, words
from plugins.importing.interpret import accounted
from plugins.importing.proposal import ItemKind, Proposal
from plugins.importing.prose import of_text
from plugins.importing.read import read
from plugins.markup.convert import convert
from plugins.markup.page_words import visible
from tests.unit.importing.documents import word

BACKGROUND = Background(
    today=dt.date(2026, 1, 31), boilerplate=("Das Hafenamt Nordhafen begleitet Unternehmen am Wasser.",)
)
SIGNS = st.sampled_from(
    [
        "Kai",
        "Autor*innen",
        "snake_case",
        "2.",
        "18.",
        "#",
        "##",
        ">",
        ">20",
        "-",
        "–",
        "+",
        "=",
        "|",
        "**",
        "__",
        "`code`",
        "[a](b)",
        "![x](y)",
        "<br>",
        "<b>",
        "&",
        "&amp;",
        "©",
        "Foto:",
        "Text:",
        "Quelle:",
        "Kontakt:",
        "Image",
        "030/23125-410",
        "mia@hafen.example",
        "https://hafen.example/a_b_c",
        "(Foto:",
        "~~weg~~",
        "$5",
        "{x}",
        "[^1]",
        "\\",
        "\\*",
        "---",
    ]
)
WORD = st.one_of(SIGNS, st.text(st.characters(categories=("Ll", "Lu", "Nd")), min_size=1, max_size=8))
LINE = st.lists(WORD, min_size=1, max_size=14).map(" ".join)
LINES = st.lists(
    st.one_of(
        LINE,
        st.sampled_from(
            ["Image", "Kontakt", "Mia Muster", "Text: Mia Muster", "Quelle: Hafenamt", "2. Mai 2024", "Sperrfrist: 2. Mai 2024, 10 Uhr",
             "Sie sind hier: Start > Kai", "Das Hafenamt Nordhafen begleitet Unternehmen am Wasser.", "Weitere Informationen:", "Pressemitteilung",
             "Der Kai. Foto: Hafenamt", "- Ende -", "www.hafen.example", "18", "April", "Teaser: Der Kai ist offen."]
        ),
    ),
    min_size=1,
    max_size=16,
)  # fmt: skip


def missing(proposal: Proposal, texts: list[str]) -> tuple[str, ...]:
    """The words that were put in and stand nowhere."""
    return lost("\n".join(texts), *accounted(proposal))


@given(LINE)
@settings(max_examples=300, deadline=None)
def test_a_line_reads_on_the_page_as_it_was_typed(line: str) -> None:
    """Whatever signs stand in it."""
    page = lxml_html.fromstring(convert(of_text(line)).html)
    assert page.tag == "p"
    assert " ".join(page.text_content().split()) == " ".join(line.split())


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_no_word_of_a_text_is_lost(lines: list[str]) -> None:
    """Each stands in the edition, the facts or among what was left out, and the program finds so too."""
    proposal = read(("\n\n".join(lines) + " Wort").encode(), "text.txt", BACKGROUND)
    assert missing(proposal, lines) == ()
    assert not [item for item in proposal.items if item.kind is ItemKind.LOST]


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_no_word_of_a_page_is_lost(lines: list[str]) -> None:
    """Nor of HTML, as paragraphs, entries, cells, headings by turns."""
    shapes = ("<p>{}</p>", "<ul><li>{}</li><li>und</li></ul>", "<h2>{}</h2>", "<blockquote><p>{}</p></blockquote>",
              "<table><tr><td>a</td><td>{}</td></tr><tr><td>b</td><td>c</td></tr></table>", "<p><b>{}</b></p>",
              "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>")  # fmt: skip
    page = "".join(shapes[i % len(shapes)].format(html.escape(line)) for i, line in enumerate(lines))
    proposal = read(f"<body>{page}<p>Wort</p></body>".encode(), "page.html", BACKGROUND)
    assert missing(proposal, lines) == ()
    assert not [item for item in proposal.items if item.kind is ItemKind.LOST]


@given(LINES)
@settings(max_examples=15, deadline=None)  # writing a document of Word takes most of a second
def test_no_word_of_a_document_is_lost(lines: list[str]) -> None:
    """Nor of Word's, in paragraphs of all styles and tables."""
    styles = ("Normal", "Title", "Heading 2", "List Bullet", "Caption", "Intense Quote", "Normal")

    def fill(document: object) -> None:
        for number, line in enumerate(lines):
            document.add_paragraph(line, style=styles[number % len(styles)])  # type: ignore[attr-defined]
        document.add_table(2, 2).cell(1, 1).text = lines[0]  # type: ignore[attr-defined]

    proposal = read(word(fill), "kai.docx", BACKGROUND)
    assert missing(proposal, [*lines, lines[0]]) == ()


@given(LINES, LINES)
@settings(max_examples=60, deadline=None)
def test_what_stands_in_the_edition_was_in_the_source(lines: list[str], _: list[str]) -> None:
    """An import invents no word."""
    proposal = read(("\n\n".join(lines) + " Wort").encode(), "text.txt", BACKGROUND)
    body = re.sub(r"[⁰-⁹]", "", visible(convert(proposal.edition.body).html))
    there = Counter(words(" ".join([*lines, "Wort"])))
    assert (
        Counter(re.findall(r"[^\W\d_]{2,}", body)) - Counter(re.findall(r"[^\W\d_]{2,}", " ".join([*lines, "Wort"])))
        == Counter()
    )
    assert there
