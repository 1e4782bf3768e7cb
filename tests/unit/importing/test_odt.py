"""Writer documents, made by odfdo."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from odfdo import Document, Element, Frame, Header, List, Paragraph, Table

from plugins.importing.background import Background
from plugins.importing.errors import SourceError
from plugins.importing.proposal import ItemKind, Proposal
from plugins.importing.read import read

from .documents import changed, jpeg, writer

LONG = "Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser."


def proposal(data: bytes, **answers: str) -> Proposal:
    """What is proposed for a document."""
    return read(data, "kai.odt", Background(today=dt.date(2026, 1, 31)), answers=answers)


def release(body: Any) -> None:
    """A press release."""
    body.append(Paragraph("Kai 7 ist eröffnet", style="Title"))
    body.append(Paragraph(LONG))
    body.append(Header(2, "Die Zahlen"))
    body.append(List(["Schiffe", "Boote"]))
    body.append(Paragraph("Wie es weitergeht", style="Bold_line"))
    body.append(Paragraph("Der nächste Kai folgt im Herbst; die Stadt sucht noch nach einem Namen."))
    table = Table("t", width=2, height=2)
    for (x, y), text in {(0, 0): "Jahr", (1, 0): "Gäste", (0, 1): "2024", (1, 1): "300"}.items():
        table.set_value((x, y), text)
    body.append(table)
    body.append(Paragraph("Kontakt:"))
    body.append(Paragraph("Mia Muster"))
    body.append(Paragraph("mia@hafen.example"))
    body.append(Paragraph("Quelle: Hafenamt Nordhafen"))


def test_a_release_is_taken_apart() -> None:
    """As Word's are."""
    found = proposal(writer(release))
    assert found.edition.title == "Kai 7 ist eröffnet"
    assert found.facts.contacts == ("mia-muster",)
    assert [source.name for source in found.facts.sources] == ["Hafenamt Nordhafen"]
    assert "## Die Zahlen\n\n- Schiffe\n- Boote\n\n## Wie es weitergeht" in found.edition.body
    assert "| Jahr | Gäste |\n| --- | --- |\n| 2024 | 300 |" in found.edition.body
    assert not [item for item in found.items if item.kind is ItemKind.LOST]


def test_pictures_with_their_alt_text() -> None:
    """At full size."""
    document = Document("text")
    document.body.clear()
    document.body.append(Paragraph("Kai 7 ist eröffnet", style="Title"))
    paragraph = Paragraph("")
    place = document.add_file(io.BytesIO(jpeg()))
    frame = Frame.image_frame(place, size=("6cm", "4cm"))
    frame.append(Element.from_tag("<svg:desc>Menschen am Kai</svg:desc>"))
    paragraph.append(frame)
    document.body.append(paragraph)
    document.body.append(Paragraph("Der Kai. Foto: Hafenamt"))
    out = io.BytesIO()
    document.save(out)
    [only] = proposal(out.getvalue()).pictures
    assert (only.data, only.alt, only.caption, only.credit) == (jpeg(), "Menschen am Kai", "Der Kai.", "Hafenamt")


def tracked(body: Any) -> None:
    """A document with changes and a comment."""
    body.append(
        Element.from_tag(
            '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>E. Muster</dc:creator>'
            "</office:change-info><text:p>zweihundert vertrauliche</text:p></text:deletion></text:changed-region>"
            '<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>E. Muster</dc:creator></office:change-info>'
            "</text:insertion></text:changed-region></text:tracked-changes>"
        )
    )
    body.append(Paragraph("Kai 7 ist eröffnet", style="Title"))
    body.append(
        Element.from_tag(
            '<text:p>Es waren <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>dreihundert'
            '<text:change-end text:change-id="c2"/> Gäste am Wasser.<office:annotation><dc:creator>B. Beispiel</dc:creator>'
            "<text:p>Stimmt die Zahl?</text:p></office:annotation></text:p>"
        )
    )


def test_changes_and_comments_hold_the_import_up() -> None:
    """What was deleted is shown nowhere."""
    found = proposal(writer(tracked))
    assert sorted(d.key for d in found.decisions if d.is_blocking) == ["changes", "comments"]
    assert found.source.changes.inserted == ("dreihundert",)
    assert "vertrauliche" not in repr(found)
    settled = proposal(writer(tracked), changes="accept", comments="drop")
    assert not settled.is_blocked
    assert settled.edition.body == "Es waren dreihundert Gäste am Wasser."


def test_an_embargo_in_the_header() -> None:
    """Of the page's style."""
    header = b"<style:header><text:p>Sperrfrist: 2. Mai 2024, 10 Uhr</text:p></style:header></style:master-page>"

    def with_header(styles: bytes) -> bytes:
        start = styles.index(b"<style:master-page")
        end = styles.index(b">", start)
        if styles[end - 1 : end] == b"/":
            return styles[: end - 1] + b">" + header + styles[end + 1 :]
        return styles[: end + 1] + header.removesuffix(b"</style:master-page>") + styles[end + 1 :]

    assert proposal(changed(writer(release), "styles.xml", with_header)).facts.embargo == "2024-05-02T10:00"


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda data: changed(data, "mimetype", lambda _: b"application/vnd.oasis.opendocument.spreadsheet"), "no text"),
        (lambda data: changed(data, "META-INF/manifest.xml", lambda old: old.replace(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>")), "password"),
        (lambda data: changed(data, "content.xml", lambda _: b"<broken"), "damaged"),
        (lambda data: changed(data, "content.xml", lambda _: b"<a/>"), "does not hold together"),
    ],
    ids=["table", "password", "broken", "empty"],
)  # fmt: skip
def test_bad_documents_are_refused_with_a_sentence(damage: Any, found: str) -> None:
    """None of them ends in a traceback."""
    with pytest.raises(SourceError, match=found):
        proposal(damage(writer(release)))
