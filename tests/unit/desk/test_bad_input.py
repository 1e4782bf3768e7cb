"""What goes wrong with documents at the desk: somebody who knows Word reads in German what it is, and what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from plugins.importing.read import read_source
from tests.site.newsroom import jpeg, report
from tests.unit.desk.desks import Desktop
from tests.unit.importing.documents import changed, heic, linked_picture, picture, text_box, word
from tests.unit.importing.documents import jpeg as jpeg_of

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LONG = "Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser."
LATER = "Die Arbeiten gehen im Herbst weiter, sagte die Leiterin des Hafenamts am Abend vor der Presse in der Halle."


@pytest.fixture
def desk(outside: Callable[..., Desktop]) -> Desktop:
    """A desk in German."""
    found = outside("de")
    found.get(f"/desk/?token={found.token}")
    return found


def document(fill: Callable[[Any], object] = lambda document: None) -> bytes:
    """A Word file with a title, a paragraph, something, and another paragraph."""

    def whole(made: Any) -> None:
        made.add_paragraph("Kai 7 ist eröffnet", style="Title")
        made.add_paragraph(LONG)
        fill(made)
        made.add_paragraph(LATER)

    return word(whole)


def with_picture(data: bytes) -> bytes:
    """A Word file in which these bytes stand where a picture was."""
    made = document(
        lambda each: (picture(each, jpeg_of("green"), "Ein Kran"), each.add_paragraph("Der Kran (Foto: Hafen)"))
    )
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        part = next(name for name in archive.namelist() if name.startswith("word/media/"))
    return changed(made, part, lambda _: data)


REFUSED = {
    "password": ("rede.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mit einem Passwort geschützt", "nehmen Sie das Passwort weg"),
    "old Word": ("rede.doc", COMPOUND, "Office 97–2003 (.doc)", "Speichern unter"),
    "macro": ("rede.docm", changed(document(), "word/vbaProject.bin", lambda _: b"x"), "mit Makros", "Speichern unter"),
    "cut off": ("rede.docx", document()[:9000], "beschädigt oder abgeschnitten", "noch einmal schicken"),
    "bomb": ("rede.docx", changed(document(), "word/media/b.xml", lambda _: b"<a>" + b" " * 50_000_000), "entpackt 50 MB", "Öffnen Sie es nicht"),
    "PDF": ("rede.pdf", b"%PDF-1.7\n1 0 obj", "ein PDF", "als „Eingefügten Text“"),
    "picture": ("rede.docx", jpeg(), "ein Bild", "auf den Bericht"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_told_in_plain_german(desk: Desktop, kind: str) -> None:
    """What it is, and what to do in Word; the page of the import stays, and nothing is written."""
    name, data, found, fix = REFUSED[kind]
    answer = desk.post("/desk/import", files={"file": (name, data, "")})
    page = unescape(answer.text)
    assert answer.status_code == 422
    alert = page.partition('role="alert"')[2].partition("</div>")[0]
    assert name in alert
    assert found in alert
    assert fix in alert
    assert not (desk.newsroom.root / "content/reports").exists()


def nested(made: Any) -> None:
    """A table in a table."""
    table = made.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"Zelle {number}"
    for number, cell in enumerate(table.cell(1, 1).add_table(2, 2)._cells):
        cell.text = f"innen {number}"


def linked(made: Any) -> None:
    """A picture that lies elsewhere."""
    linked_picture(made, "file:///C:/Bilder/kran.jpg")
    made.add_paragraph("Foto: Hafen")


READ = {
    "text box": (document(lambda made: text_box(made.add_paragraph("Davor."), "Im Kasten stehen 17 Kräne")), ("Im Kasten stehen 17 Kräne",), ""),
    "table in a table": (document(nested), ("innen 0 innen 1<br>innen 2 innen 3",), "eine Tabelle in einer Tabelle wurde aufgelöst"),
    "linked picture": (document(linked), ("![](photo:kran.jpg)",), "die Vorlage verweist nur darauf: Fügen Sie die Datei hinzu"),
    "CMYK": (with_picture(jpeg_of(mode="CMYK")), ("![](photo:picture-1.jpg)", "alt: Ein Kran", "caption: Der Kran"), ""),
    "HEIC": (with_picture(heic()), ("![](photo:picture-1.heic)", "alt: Ein Kran", "caption: Der Kran"), ""),
    "drawing": (with_picture(b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 99), (), "eine Zeichnung von Windows (EMF oder WMF)"),
    "page with script and style": (f"<style>p{{}}</style><h1>Kai 7</h1><p onclick='x()'>{LONG}</p><script>alert(1)</script><p>{LATER}</p>".encode(), (LONG,), ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", READ)
def test_what_is_unusual_is_read_or_told(desk: Desktop, kind: str) -> None:
    """Every word stands in the draft; what a person has to do stands beside it, in German."""
    data, there, told = READ[kind]
    begun = desk.post("/desk/import", files={"file": ("rede", data, "")})
    place = begun.headers["location"]
    page = unescape(desk.get(place).text)
    assert told in page
    assert "Wörter ohne Platz" not in page
    done = desk.post(place, {"action": "write", "id": "rede", "into": "", "a:language": "de"})
    assert done.status_code == 303, done.text
    text = next((desk.newsroom.root / "content/reports").glob("*/rede/de.md")).read_text("utf-8")
    for words in (*there, LATER):
        assert words in text
    assert not any(word in text for word in ("alert", "p{", "onclick"))


def test_three_hundred_pages_are_read() -> None:
    """Each paragraph once."""

    def fill(made: Any) -> None:
        for number in range(2400):
            made.add_paragraph(f"Absatz {number}: {LONG}")

    blocks = read_source(word(fill), "buch.docx").blocks
    assert [block.text.split(":")[0] for block in blocks] == [f"Absatz {number}" for number in range(2400)]


def test_of_two_people_with_one_name_somebody_is_asked(desk: Desktop) -> None:
    """Nothing is written before it is said who is meant."""
    people = desk.newsroom.root / "content/people.yaml"
    for ident, mail in (("mia-eins", "a"), ("mia-zwei", "b")):
        line = f"{ident}: {{name: Mia Muster, sort_name: Muster, email: {mail}@hafen.example, role: {{de: R}}}}\n"
        people.write_text(people.read_text("utf-8") + line, "utf-8")
    text = f"Kai 7 ist eröffnet\n\n{LONG}\n\nKontakt:\nMia Muster\nTel. 0231 5024821\n"
    place = desk.post("/desk/import", {"text": text, "html": ""}).headers["location"]
    page = unescape(desk.get(place).text)
    assert "Wer ist „Mia Muster“?" in page
    assert "a@hafen.example" in page
    assert desk.post(place, {"action": "write", "id": "kai", "into": "", "a:language": "de"}).status_code == 422
    assert not (desk.newsroom.root / "content/reports").exists()


def test_a_folder_that_exists_is_told_and_not_touched(desk: Desktop) -> None:
    """In German, with another name to choose."""
    desk.newsroom.write(report("kai"))
    before = desk.file("reports/2024/kai/de.md")
    place = desk.post("/desk/import", {"text": f"Kai 7 eröffnet\n\n{LONG}", "html": ""}).headers["location"]
    refused = desk.post(place, {"action": "write", "id": "kai", "into": "", "a:language": "de"})
    assert refused.status_code == 422
    alert = unescape(refused.text).partition('role="alert"')[2].partition("</p>")[0]
    assert "kai" in alert
    assert "den es schon gibt" in alert
    assert desk.file("reports/2024/kai/de.md") == before
