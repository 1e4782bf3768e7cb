"""A proposal becomes files that ``check`` takes; all of them or none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from plugins.importing.background import background_of
from plugins.importing.decide import decide
from plugins.importing.errors import SourceError
from plugins.importing.proposal import Proposal
from plugins.importing.read import read
from plugins.importing.write import proposed_id, write
from plugins.newsroom.load import load
from plugins.newsroom.problem import ContentError, Level

from .documents import jpeg, picture, word
from .test_docx import release, tracked

SITE = """name: Nordhafen
url: https://news.nordhafen.example
languages: [de, nl, en]
timezone: Europe/Berlin
publisher: {name: Hafenamt Nordhafen}
press_contacts: [press-office]
"""
PEOPLE = """# Alle, die genannt werden.\r
press-office:\r
  name: Pressestelle\r
  email: presse@hafen.example\r
mia-muster:\r
  name: Mia Muster\r
  email: mia@hafen.example\r
  phone: 030 23125 499\r
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A newsroom with two people."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "site.yaml").write_text(SITE, "utf-8")
    (tmp_path / "people.yaml").write_bytes(PEOPLE.encode())
    (tmp_path / "topics.yaml").write_text("port: {de: Hafen, nl: Haven, en: Port}\n", "utf-8")
    return tmp_path


def proposal(content: Path, text: bytes | None = None, name: str = "kai.docx", **answers: str) -> Proposal:
    """What is proposed."""
    background = background_of(content, dt.date(2026, 1, 31))
    return read(word(release) if text is None else text, name, background, answers=answers)


def test_what_is_written_is_content(content: Path) -> None:
    """A draft without an error; people.yaml stays byte for byte where everybody is known."""
    paths = write(proposal(content), content, "kai-7")
    folder = content / "reports/2024/kai-7"
    assert set(paths) == {folder / "report.yaml", folder / "de.md", folder / "photos/picture-1.jpg"}
    loaded = load(content, lenient=True)
    assert [p for p in loaded.problems if p.level is Level.ERROR] == []
    assert loaded.newsroom is not None
    [report] = loaded.newsroom.reports
    assert (report.status, report.contacts, report.authors, report.hero) == (
        "draft",
        ("mia-muster",),
        ("mia-muster",),
        "picture-1.jpg",
    )
    assert report.original.title == "Kai 7 ist eröffnet"
    assert report.photos[0].credit.line == "Hafenamt | Muster"
    assert (content / "people.yaml").read_bytes() == PEOPLE.encode()


def test_somebody_known_stays_as_they_are(content: Path) -> None:
    """What the source says otherwise is told."""
    [contact] = [item for item in proposal(content).items if item.key.startswith("contact")]
    assert contact.sure == "to decide"
    assert "telephone “030 23125 410”, not “030 23125 499”" in contact.why


def test_somebody_new_stands_at_the_end_of_people_yaml(content: Path) -> None:
    """Its bytes and line ends stay."""
    text = "Kai 7 ist eröffnet\n\nDie Stadt öffnete den Kai für alle.\n\nKontakt\nTom Beispiel\nHafenamt: Technik\n030 23125 411\ntom@hafen.example\n"
    write(proposal(content, text.encode(), "kai.txt"), content, "kai-7")
    after = (content / "people.yaml").read_bytes()
    assert after.startswith(PEOPLE.encode())
    assert b"tom-beispiel:\r\n  name: Tom Beispiel\r\n" in after
    assert b"\n\n" not in after.replace(b"\r\n", b"\r").replace(b"\r", b"\r\n").replace(b"\r\n", b"X")
    assert [p for p in load(content, lenient=True).problems if p.level is Level.ERROR] == []


def test_two_people_of_one_name_are_asked_about(content: Path) -> None:
    """Nothing is written before somebody has said who is meant."""
    with (content / "people.yaml").open("ab") as file:
        file.write(b"mia-muster-2:\n  name: Mia Muster\n  email: mm@stadt.example\n")
    text = "Kai 7 ist eröffnet\n\nDie Stadt öffnete den Kai für alle.\n\nText: Mia Muster\n".encode()
    found = proposal(content, text, "kai.txt")
    [decision] = [d for d in found.decisions if d.is_blocking]
    assert [choice.value for choice in decision.choices] == ["mia-muster", "mia-muster-2", "new"]
    with pytest.raises(SourceError, match="Who is “Mia Muster”"):
        write(found, content, "kai-7")
    assert decide(found, {decision.key: "mia-muster-2"}).facts.authors == ("mia-muster-2",)
    assert decide(found, {decision.key: "new"}).facts.authors == ("mia-muster-3",)


def test_an_address_decides_between_two_of_one_name(content: Path) -> None:
    """Without a question."""
    with (content / "people.yaml").open("ab") as file:
        file.write(b"mia-muster-2:\n  name: Mia Muster\n  email: mm@stadt.example\n")
    text = (
        "Kai 7 ist eröffnet\n\nDie Stadt öffnete den Kai für alle.\n\nKontakt\nMia Muster\nmm@stadt.example\n".encode()
    )
    found = proposal(content, text, "kai.txt")
    assert found.facts.contacts == ("mia-muster-2",)
    assert not found.is_blocked


def test_a_number_that_nobody_can_dial_stays_out_of_people_yaml(content: Path) -> None:
    """It would be an error in every report."""
    text = "Kai 7 ist eröffnet\n\nDie Stadt öffnete den Kai für alle.\n\nKontakt\nTom Beispiel\nTel. 0000 1\ntom@hafen.example\n".encode()
    found = proposal(content, text, "kai.txt")
    write(found, content, "kai-7")
    assert b"0000 1" not in (content / "people.yaml").read_bytes()
    assert [p for p in load(content, lenient=True).problems if p.level is Level.ERROR] == []


def test_nothing_is_written_while_something_blocks(content: Path) -> None:
    """Tracked changes."""
    before = sorted(content.rglob("*"))
    with pytest.raises(SourceError, match="to decide first"):
        write(proposal(content, word(tracked)), content, "kai-7")
    assert sorted(content.rglob("*")) == before


def test_a_folder_that_exists_is_not_touched(content: Path) -> None:
    """In any year; another id is proposed."""
    write(proposal(content), content, "kai-7-ist-eroeffnet")
    with pytest.raises(ContentError):
        write(proposal(content), content, "kai-7-ist-eroeffnet")
    assert proposed_id(proposal(content), content) == "kai-7-ist-eroeffnet-2"


@pytest.mark.parametrize("ident", ["../kai", "Kai 7", "con", ""])
def test_an_id_that_cannot_be_one(content: Path, ident: str) -> None:
    """Leaves nothing behind."""
    before = sorted(content.rglob("*"))
    with pytest.raises(ContentError):
        write(proposal(content), content, ident)
    assert sorted(content.rglob("*")) == before


def test_pictures_that_are_missing_stand_as_remarks(content: Path) -> None:
    """So that the draft stops nobody; what is known of them is not lost."""
    text = "Rundgang am Kai: ein Tag\n\nDie Stadt öffnete den Kai für alle.\n\nImage\nStand der Stadt\nHafenamt | Muster\n".encode()
    write(proposal(content, text, "kai.txt"), content, "kai-7")
    folder = content / "reports/2026/kai-7"
    assert "#     credit: Hafenamt | Muster" in (folder / "report.yaml").read_text("utf-8")
    assert "#     caption: Stand der Stadt" in (folder / "de.md").read_text("utf-8")
    assert [p for p in load(content, lenient=True).problems if p.level is Level.ERROR] == []


def test_hard_words_survive_yaml(content: Path) -> None:
    """Colons, quotation marks, signs, numbers, yes and no."""
    title = 'Kai 7: "offen" – 100 % #Hafen & [mehr]'

    def fill(document: object) -> None:
        document.add_paragraph(title, style="Title")  # type: ignore[attr-defined]
        document.add_paragraph("Die Stadt öffnete den Kai.")  # type: ignore[attr-defined]
        picture(document, jpeg(), "no")
        document.add_paragraph("2024: ja. Foto: @hafen")  # type: ignore[attr-defined]

    write(proposal(content, word(fill), teaser="true"), content, "kai-7")
    loaded = load(content, lenient=True)
    assert loaded.newsroom is not None
    [report] = loaded.newsroom.reports
    assert (report.original.title, report.original.teaser) == (title, "true")
    assert (report.original.photos[0].alt, report.original.photos[0].caption) == ("no", "2024: ja.")
    assert report.photos[0].credit.line == "@hafen"
