"""Files of every kind: told by their bytes, read or refused with a sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.importing.background import Background
from plugins.importing.errors import SourceError
from plugins.importing.read import read, read_source

from .documents import jpeg

LONG = "Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser."
BACKGROUND = Background(today=dt.date(2026, 1, 31))
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "found", "fix"),
    [
        (b"", "nothing in it", "saved"),
        (b" \n", "nothing in it", "saved"),
        (b"... --- ...", "no words", "right file"),
        (ENCRYPTED, "protected by a password", "take the password away"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, r"\.doc", "Save As"),
        (b"%PDF-1.7 ...", "a PDF", "copy"),
        (b"{\\rtf1 Text}", "Rich Text", "Save As"),
        (jpeg(), "a picture", "photos/"),
        (b"PK\x03\x04rest", "damaged or cut off", "save it again"),
        (b"abc\x00\x01\x02def" * 20, "no text", "copy"),
        (b"<html><body><script>write()</script></body></html>", "made by programs", "copy"),
        (b"<div>" * 300 + b"Wort" + b"</div>" * 300, "nested more than", "import -"),
    ],
    ids=["empty", "blank", "signs", "password", "doc", "pdf", "rtf", "picture", "cut", "binary", "script", "deep"],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, found: str, fix: str) -> None:
    """What was found, and what to do."""
    with pytest.raises(SourceError, match=found) as caught:
        read_source(data, "file.html" if data.startswith(b"<") else "file.bin")
    assert fix in caught.value.fix


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_texts_in_every_usual_encoding(encoding: str) -> None:
    """Umlauts are umlauts."""
    assert read(f"Kai für Schiffe\n\n{LONG}".encode(encoding), "kai.txt", BACKGROUND).edition.title == "Kai für Schiffe"


def test_lines_that_a_mail_program_broke_are_joined() -> None:
    """And lines that are lines stay lines."""
    wrapped = "Kai 7 ist eröffnet\n\nDie Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus\ndrei Ländern kamen an das Wasser, um die Schiffe zu sehen, die dort\nim Licht des Abends lagen und warteten.\n"
    assert "Gäste aus drei Ländern" in read(wrapped.encode(), "kai.txt", BACKGROUND).edition.body


def test_words_in_columns_are_a_table() -> None:
    """And a line with a tab in it is no heading."""
    text = f"Kai 7 ist eröffnet\n\n{LONG}\n\nJahr\tGäste\tUmsatz\n2024\t300\t1,5 Mio.\n\nName:\tMuster\n\n{LONG} Sagte sie."
    body = read(text.encode(), "kai.txt", BACKGROUND).edition.body
    assert "| Jahr | Gäste | Umsatz |\n| --- | --- | --- |\n| 2024 | 300 | 1,5 Mio. |" in body
    assert "\n\nName: Muster\n\n" in body


@pytest.mark.parametrize(
    "label",
    [
        "Bei Rückfragen wenden Sie sich bitte an:", "Für Rückfragen", "Ansprechpartner:", "Contact voor de pers",
        "Press contact:", "For media enquiries please contact:", "Neem voor meer informatie contact op met:",
    ],
)  # fmt: skip
def test_labels_of_people_to_ask(label: str) -> None:
    """They stand no more in the text."""
    text = f"Kai 7 ist eröffnet\n\n{LONG}\n\n{label}\nMia Muster\nTel. 0231 5024821\nmia@hafen.example\n"
    found = read(text.encode(), "kai.txt", BACKGROUND)
    assert [person.name for person in found.people] == ["Mia Muster"]
    assert found.edition.body == LONG


@pytest.mark.parametrize("heading", ["Über die Hafen GmbH", "Over Haven Noord", "About Port of North"])
def test_who_somebody_is_stands_below_a_heading(heading: str) -> None:
    """However short the paragraph is."""
    text = f"Kai 7 ist eröffnet\n\n{LONG}\n\n{heading}\n\nDie Hafen GmbH betreibt sieben Kais im Norden.\n"
    assert f"## {heading}" in read(text.encode(), "kai.txt", BACKGROUND).edition.body


def test_a_picture_in_markdown_takes_the_line_below_it() -> None:
    """Caption and credit apart, as with any other picture."""
    text = f"# Kai 7\n\n{LONG}\n\n![Ein Kran](https://hafen.example/kran.jpg)\n*Der Kran am Abend. Foto: Muster*\n\n{LONG} Ja."
    [only] = read(text.encode(), "kai.md", BACKGROUND).pictures
    assert (only.file, only.alt, only.caption, only.credit) == ("kran.jpg", "Ein Kran", "Der Kran am Abend.", "Muster")


def test_open_questions_are_counted_as_things_to_decide() -> None:
    """Whatever they are about."""
    found = read(f"Kai 7 ist eröffnet\n\n{LONG}\n\nNoch ein Satz der Stadt, sagte sie.".encode(), "kai.txt", BACKGROUND)
    assert [decision.key for decision in found.decisions] == ["teaser"]
    assert found.counts[2] == 1


def test_markdown_stays_as_it_was_typed() -> None:
    """Byte for byte, below its front matter."""
    body = f"{LONG} Autor*innen, *schräg*.\n\n## Zwei\n\n* a\n* b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Zitat"
    found = read(
        f"---\ntitle: Kai 7\nteaser: Der Kai ist offen.\nslug: kai\n---\n{body}\n".encode(), "kai.md", BACKGROUND
    )
    assert (found.edition.title, found.edition.teaser) == ("Kai 7", "Der Kai ist offen.")
    assert body in found.edition.body
    assert "slug: kai" in found.edition.body or any("slug" in item.excerpt for item in found.items)


def test_three_hundred_pages_in_one_go() -> None:
    """150,000 words; none is lost."""
    text = "\n\n".join(f"{LONG} Absatz {number}." for number in range(2_000))
    found = read(f"Kai 7 ist eröffnet\n\n{text}".encode(), "kai.txt", BACKGROUND)
    assert found.edition.body.count("Absatz") == 2_000


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (LONG, "de"),
        ("De stad opende gisteren de nieuwe kade en driehonderd gasten uit drie landen kwamen naar het water.", "nl"),
        (
            "The city opened the new quay yesterday and three hundred guests from three countries came to the water.",
            "en",
        ),
    ],
)
def test_the_language_of_a_text(text: str, lang: str) -> None:
    """One of the newsroom's."""
    assert read(f"Kai 7\n\n{text}".encode(), "kai.txt", BACKGROUND).edition.lang == lang


def test_our_boilerplate_is_dropped_and_nearly_ours_is_asked_about() -> None:
    """With its heading."""
    ours = "Das Hafenamt Nordhafen begleitet seit vielen Jahren Unternehmen, die am Wasser arbeiten."
    background = Background(today=BACKGROUND.today, boilerplate=(ours,))
    found = read(f"Kai 7 ist eröffnet\n\n{LONG}\n\nÜber das Hafenamt\n\n{ours}".encode(), "kai.txt", background)
    assert found.edition.body == LONG
    near = read(f"Kai 7 ist eröffnet\n\n{LONG}\n\n{ours.replace('vielen', 'zehn')}".encode(), "kai.txt", background)
    [item] = [item for item in near.items if item.kind == "boilerplate"]
    assert item.sure == "to decide"
    assert "zehn Jahren" in near.edition.body


def test_a_sentence_that_stands_twice_is_told() -> None:
    """And can be dropped."""
    text = f"Kai 7 ist eröffnet\n\n{LONG}\n\nDrei Schiffe lagen am Abend noch dort.\n\n{LONG}".encode()
    [item] = [item for item in read(text, "kai.txt", BACKGROUND).items if item.kind == "repeated sentence"]
    assert "line 3" in item.why
    assert read(text, "kai.txt", BACKGROUND, answers={item.key: "drop"}).edition.body.count(LONG) == 1


def test_a_bare_answer_changes_what_was_found() -> None:
    """A value of one's own, or back into the text."""
    text = f"Kai 7 ist eröffnet\n\n{LONG}\n\nText: Mia Muster".encode()
    assert read(text, "kai.txt", BACKGROUND, answers={"title-1": "Ein Kai"}).edition.title == "Ein Kai"
    kept = read(text, "kai.txt", BACKGROUND, answers={"author-3": "text"})
    assert kept.facts.authors == ()
    assert "Text: Mia Muster" in kept.edition.body


@pytest.mark.parametrize(
    "sign",
    [
        "*",
        "_",
        "[",
        "(",
        "`",
        "<",
        "a",
        "1. ",
        "- ",
        "@",
        "A. ",
        "#",
        "|",
        "![](",
        "&",
        "~",
        "\\",
        "> ",
        "http://",
        "Foto: ",
        "„",
    ],
)
def test_one_sign_ten_thousand_times_is_read(sign: str) -> None:
    """Rows of what means something in Markdown, in addresses and in labels."""
    found = read(f"Kai 7 ist eröffnet\n\n{LONG}\n\n{sign * (10_000 // len(sign))}".encode(), "kai.txt", BACKGROUND)
    assert found.edition.title == "Kai 7 ist eröffnet"
