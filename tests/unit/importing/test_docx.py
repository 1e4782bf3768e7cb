"""Word documents, made by python-docx: what is in them beside paragraphs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from plugins.importing.background import Background
from plugins.importing.block import Area
from plugins.importing.docx import read_docx
from plugins.importing.errors import SourceError
from plugins.importing.proposal import ItemKind, Proposal, Sure
from plugins.importing.read import read

from .documents import (
    changed,
    deletion,
    hidden,
    insertion,
    jpeg,
    linked_picture,
    picture,
    text_box,
    word,
)  # fmt: skip

BACKGROUND = Background(today=dt.date(2026, 1, 31))
LONG = "Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser."


def proposal(fill: Any, **answers: str) -> Proposal:
    """What is proposed for a document."""
    return read(word(fill), "kai.docx", BACKGROUND, answers=answers)


def release(document: Any) -> None:
    """A press release with everything in it."""
    document.sections[0].header.paragraphs[0].text = "Sperrfrist: 2. Mai 2024, 10 Uhr"
    document.sections[0].footer.paragraphs[0].text = "Seite 1 von 2"
    document.add_paragraph("Pressemitteilung Nr. 12/2024")
    document.add_paragraph("Kai 7 ist eröffnet", style="Title")
    document.add_paragraph("Der neue Kai nimmt seit gestern Schiffe auf; dreihundert Gäste kamen.", style="Subtitle")
    document.add_paragraph(f"Nordhafen, 2. Mai 2024 – {LONG}").add_run(" Autor*innen").bold = True
    document.add_paragraph().add_run("Die Zahlen").bold = True
    document.add_paragraph("Es kamen dreihundert Gäste zu dem Fest am Wasser.")
    document.add_paragraph("Schiffe", style="List Bullet")
    document.add_paragraph("Boote", style="List Bullet")
    picture(document, jpeg(), "Menschen am Kai")
    document.add_paragraph("Der neue Kai. Foto: Hafenamt | Muster")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Jahr", "Gäste", "2024", "300 | 400"), strict=True):
        cell.text = text
    document.add_paragraph("„Ein Anfang“, sagte sie.", style="Intense Quote")
    document.add_paragraph("Kontakt:")
    document.add_paragraph("Mia Muster\nPressesprecherin\nTel. 030 23125 410\nmia@hafen.example")
    document.add_paragraph("Text: Mia Muster")
    document.add_paragraph("Quelle: Hafenamt Nordhafen, https://hafen.example/kai")


def test_a_release_is_taken_apart() -> None:
    """Each thing where it belongs."""
    found = proposal(release)
    edition, facts = found.edition, found.facts
    assert (edition.lang, edition.title) == ("de", "Kai 7 ist eröffnet")
    assert edition.teaser.startswith("Der neue Kai nimmt")
    assert (facts.kind, facts.date, facts.embargo) == ("release", "2024-05-02", "2024-05-02T10:00")
    assert [(s.name, s.url) for s in facts.sources] == [("Hafenamt Nordhafen", "https://hafen.example/kai")]
    assert facts.authors == facts.contacts == ("mia-muster",)
    [mia] = found.people
    assert (mia.name, mia.role, mia.phone, mia.email) == (
        "Mia Muster", "Pressesprecherin", "030 23125 410", "mia@hafen.example",
    )  # fmt: skip
    assert found.decisions == ()
    assert not [item for item in found.items if item.kind is ItemKind.LOST]


def test_the_body_is_markdown_of_ours() -> None:
    """Headings, lists, tables, quotations; as few backslashes as can be."""
    body = proposal(release).edition.body
    assert body.startswith("Nordhafen, 2. Mai 2024 – Die Stadt")
    assert "Wasser.** Autor*innen**" not in body
    assert "**Autor*innen**" in body
    assert "\n\n## Die Zahlen\n\n" in body
    assert "\n\n- Schiffe\n- Boote\n\n" in body
    assert "| Jahr | Gäste |\n| --- | --- |\n| 2024 | 300 \\| 400 |" in body
    assert "> „Ein Anfang“, sagte sie." in body


def test_caption_credit_and_alt_text_go_their_ways() -> None:
    """The picture at its full size."""
    [only] = proposal(release).pictures
    assert (only.alt, only.caption, only.credit) == ("Menschen am Kai", "Der neue Kai.", "Hafenamt | Muster")
    assert only.data == jpeg()


def tracked(document: Any) -> None:
    """A document in which somebody has changed a sentence."""
    document.add_paragraph("Kai 7 ist eröffnet", style="Title")
    paragraph = document.add_paragraph(f"{LONG} Es waren ")
    deletion(paragraph, "zweihundert vertrauliche")
    insertion(paragraph, "dreihundert")
    document.add_paragraph("Sie blieben bis zum Abend.")


def test_tracked_changes_hold_the_import_up() -> None:
    """Until somebody has decided; what was taken out is shown nowhere."""
    found = proposal(tracked)
    assert found.is_blocked
    [decision] = [d for d in found.decisions if d.key == "changes"]
    assert "1 put in, 1 taken out, by E. Muster" in decision.question
    assert "vertrauliche" not in repr(replace(found, source=found.source))
    assert "vertrauliche" not in repr(proposal(tracked, changes="accept"))


def test_changes_can_be_accepted_or_refused() -> None:
    """As Word does."""
    assert "Es waren dreihundert" in proposal(tracked, changes="accept").edition.body
    refused = proposal(tracked, changes="reject").edition.body
    assert "Es waren zweihundert vertrauliche" in refused
    assert "dreihundert\n" not in refused.replace(LONG, "")


def test_a_deleted_end_of_a_paragraph_joins_two() -> None:
    """As Word shows them."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    def fill(document: Any) -> None:
        document.add_paragraph("Kai 7", style="Title")
        first = document.add_paragraph("Der erste Teil ")
        first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="X"/></w:rPr>'))
        document.add_paragraph("und der zweite.")

    assert "Der erste Teil und der zweite." in proposal(fill, changes="accept").edition.body
    assert "Der erste Teil\n\nund der zweite." in proposal(fill, changes="reject").edition.body


def test_comments_hold_the_import_up() -> None:
    """They are shown, and stand nowhere in the report."""

    def fill(document: Any) -> None:
        document.add_paragraph("Kai 7", style="Title")
        document.add_comment(document.add_paragraph(LONG).runs, text="Stimmt die Zahl?", author="B. Beispiel")

    found = proposal(fill)
    assert [d.key for d in found.decisions if d.is_blocking] == ["comments"]
    assert "B. Beispiel: Stimmt die Zahl?" in found.decisions[0].excerpt
    settled = proposal(fill, comments="drop")
    assert not settled.is_blocked
    assert "Stimmt" not in settled.edition.body


def test_text_boxes_and_hidden_text() -> None:
    """What stands in a box is read once; what Word hides is dropped, and shown."""

    def fill(document: Any) -> None:
        document.add_paragraph("Kai 7", style="Title")
        paragraph = document.add_paragraph(LONG)
        text_box(paragraph, "Ein Kasten am Rand.")
        hidden(paragraph, "Nur für intern.")

    found = proposal(fill)
    assert found.edition.body.count("Ein Kasten am Rand.") == 1
    assert "intern" not in found.edition.body
    assert [i.excerpt for i in found.items if i.sure is Sure.DROPPED] == ["Nur für intern."]


def test_a_table_in_a_table_is_taken_apart() -> None:
    """Its words become lines of the cell, and a person is told."""

    def fill(document: Any) -> None:
        document.add_paragraph("Kai 7", style="Title")
        outer = document.add_table(2, 2)
        for cell, text in zip(outer._cells, ("Jahr", "Gäste", "2024", "davon"), strict=True):
            cell.text = text
        inner = outer.cell(1, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Inland", "200"

    found = proposal(fill)
    assert "| 2024 | davon<br>Inland 200 |" in found.edition.body
    [table] = [item for item in found.items if item.kind is ItemKind.TABLE]
    assert (table.sure, table.why) == (Sure.TO_DECIDE, "a table in a table was taken apart")


def test_a_linked_picture_is_told_of() -> None:
    """It is not in the document, and nobody fetches it."""

    def fill(document: Any) -> None:
        document.add_paragraph("Kai 7", style="Title")
        document.add_paragraph(LONG)
        linked_picture(document, "file:///C:/Bilder/kai-am-abend.jpg")

    found = proposal(fill)
    [only] = found.pictures
    assert (only.file, only.data) == ("kai-am-abend.jpg", b"")
    [item] = [item for item in found.items if item.kind is ItemKind.PICTURE]
    assert item.sure is Sure.TO_DECIDE
    assert "add the file" in item.why


def test_styles_of_ones_own_are_known_by_what_they_inherit() -> None:
    """A style based on Heading 2 is a heading."""

    def fill(document: Any) -> None:
        own = document.styles.add_style("Hafen Rubrik", 1)
        own.base_style = document.styles["Heading 2"]
        document.add_paragraph("Kai 7 ist eröffnet", style="Title")
        document.add_paragraph(LONG)
        document.add_paragraph("Wie es weitergeht", style=own)
        document.add_paragraph(LONG.replace("gestern", "heute"))

    assert "## Wie es weitergeht" in proposal(fill).edition.body


def test_footnotes_of_the_header_are_read_once() -> None:
    """Three headers with one text are one line."""

    def fill(document: Any) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = section.first_page_header.paragraphs[0].text = "Hafenamt Nordhafen"
        document.add_paragraph("Kai 7", style="Title")

    areas = [block.area for block in read_docx(word(fill), "kai.docx").blocks]
    assert areas == [Area.HEADER, Area.TEXT]


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda data: data[: len(data) // 2], "damaged or cut off"),
        (lambda data: changed(data, "word/vbaProject.bin", lambda _: b"x"), "macros"),
        (lambda data: changed(data, "word/evil.xml", lambda _: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "entities"),
        (lambda data: changed(data, "word/media/bomb.xml", lambda _: b"<a>" + b" " * 50_000_000 + b"</a>"), "unpacks to"),
        (lambda data: changed(data, "../../outside.txt", lambda _: b"x"), "points out"),
        (lambda data: changed(data, "word/document.xml", lambda _: b"<broken"), "damaged"),
        (lambda data: changed(data, "word/document.xml", lambda old: old.replace(b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml")), "Strict"),
    ],
    ids=["cut", "macro", "entities", "bomb", "traversal", "broken", "strict"],
)  # fmt: skip
def test_bad_documents_are_refused_with_a_sentence(damage: Any, found: str) -> None:
    """None of them is opened any further."""
    with pytest.raises(SourceError, match=found) as caught:
        read_docx(damage(word(release)), "kai.docx")
    assert caught.value.fix.endswith((".", ")"))
