"""Tests of plugins/importing/docx_drawings.py."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from docx.oxml import parse_xml

from plugins.importing.background import Background
from plugins.importing.proposal import ItemKind, Proposal
from plugins.importing.read import read

from .documents import word

BACKGROUND = Background(today=dt.date(2026, 1, 31))
SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    }.items()
)
CHART = '<c:chart xmlns:c="x" xmlns:a="y"><a:t>Gäste im Jahr</a:t><c:strCache><c:v>Nordkai</c:v></c:strCache></c:chart>'


def document(inside: str, **parts: str) -> bytes:
    """A document with a paragraph of that XML, and with further parts."""

    def fill(made: Any) -> None:
        made.add_paragraph("Kai 7 ist eröffnet", style="Title")
        made.add_paragraph("Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste kamen an das Wasser.")
        made.add_paragraph()._p.addnext(parse_xml(f"<w:p {SPACES}>{inside}</w:p>"))

    data = io.BytesIO(word(fill))
    with zipfile.ZipFile(data, "a") as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}", text)
    return data.getvalue()


def proposal(inside: str, **parts: str) -> Proposal:
    """What is proposed for that document."""
    return read(document(inside, **parts), "kai.docx", BACKGROUND)


def formula(inside: str) -> str:
    """An equation in a paragraph of its own."""
    return f"<m:oMathPara><m:oMath>{inside}</m:oMath></m:oMathPara>"


def letter(text: str) -> str:
    """Signs of an equation."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (formula(letter("E=m") + f"<m:sSup><m:e>{letter('c')}</m:e><m:sup>{letter('2')}</m:sup></m:sSup>"), "E=mc²"),
        (formula(f"<m:sSub><m:e>{letter('x')}</m:e><m:sub>{letter('max')}</m:sub></m:sSub>"), "x_max"),
        (formula(f"<m:f><m:num>{letter('a+b')}</m:num><m:den>{letter('2')}</m:den></m:f>"), "(a+b)/2"),
        (formula(f"<m:rad><m:deg/><m:e>{letter('x')}</m:e></m:rad>"), "√(x)"),
        ('<w:r><w:pict><v:shape><v:textpath string="Kaitag"/></v:shape></w:pict></w:r>', "Kaitag"),
        (
            "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
            "<w:r><w:t> angemeldet</w:t></w:r>",
            "☒ angemeldet",
        ),
        ('<w:hyperlink r:id="rId99"><w:r><w:t>Kaiplan</w:t></w:r></w:hyperlink>', "Kaiplan"),
        ('<w:r><w:t>vor </w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "vor α"),
    ],
)
def test_what_word_draws_comes_as_words(inside: str, words: str) -> None:
    """In its place, and nothing else is asked."""
    found = proposal(inside)
    assert words in found.edition.body
    assert not [item for item in found.items if item.kind is ItemKind.LOST]


def test_words_of_charts_pages_and_drawings_are_told() -> None:
    """They have no place in the text: a person is asked."""
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Balken nach Jahren"/></wp:inline></w:drawing></w:r>'
    page = "<html><body><p>Seitenwort</p></body></html>"
    found = proposal(drawing, **{"charts/chart1.xml": CHART, "chunk.html": page})
    lost = " ".join(item.value for item in found.items if item.kind is ItemKind.LOST)
    assert {"Balken", "Gäste", "Nordkai", "Seitenwort"} <= set(lost.split())
