"""Marks that carry meaning stay: a raised digit makes another number."""

from __future__ import annotations

import io

import docx
import pytest
from odfdo import Document, Paragraph, Style

from plugins.importing.read import read_source


def markdown(data: bytes, name: str) -> str:
    """The text of a source."""
    return "\n\n".join(block.markdown for block in read_source(data, name).blocks)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>10<sup>6</sup> Euro, H<sub>2</sub>O</p>", "10<sup>6</sup> Euro, H<sub>2</sub>O"),
        ("<p>10<span style='vertical-align:super'>6</span></p>", "10<sup>6</sup>"),
        ("<p>Preis: <s>20</s> <strike>25</strike> 30</p>", "Preis: <del>20</del> <del>25</del> 30"),
        ("<p><span style='text-decoration: line-through'>nicht</span> erlaubt</p>", "<del>nicht</del> erlaubt"),
        ("<p>A <del cite='mailto:Ine' datetime='2026'>weg</del><ins cite='mailto:Ine'>neu</ins></p>", "A neu"),
        (
            "<p><a href='https://example.org/'>Link</a> und <s>weg</s></p>",
            "[Link](https://example.org/) und <del>weg</del>",
        ),
    ],
)
def test_raised_and_struck_out_stay_so_on_pages(page: str, expected: str) -> None:
    """Written as an element or as a style; what Word marks as deleted is gone."""
    assert markdown(page.encode(), "pasted.html") == expected


def test_raised_and_struck_out_stay_so_in_word() -> None:
    """10⁶ is not 106."""
    document = docx.Document()
    paragraph = document.add_paragraph("Es waren 10")
    paragraph.add_run("6").font.superscript = True
    paragraph.add_run(" Euro, ")
    paragraph.add_run("nicht").font.strike = True
    paragraph.add_run(" mehr.")
    out = io.BytesIO()
    document.save(out)
    assert markdown(out.getvalue(), "a.docx") == "Es waren 10<sup>6</sup> Euro, <del>nicht</del> mehr."


def test_raised_and_struck_out_stay_so_in_writer() -> None:
    """By automatic styles."""
    document = Document("text")
    document.body.clear()
    raised, struck = Style("text", name="T1"), Style("text", name="T2")
    raised.set_properties({"style:text-position": "super 58%"}, area="text")
    struck.set_properties({"style:text-line-through-style": "solid"}, area="text")
    for style in (raised, struck):
        document.insert_style(style, automatic=True)
    paragraph = Paragraph("Es waren 106 Euro, nicht mehr.")
    paragraph.set_span("T1", regex="(?<=10)6")
    paragraph.set_span("T2", regex="nicht")
    document.body.append(paragraph)
    out = io.BytesIO()
    document.save(out)
    assert markdown(out.getvalue(), "a.odt") == "Es waren 10<sup>6</sup> Euro, <del>nicht</del> mehr."
