"""Mails: their text, what hangs on them, what was forwarded."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from plugins.importing.background import Background
from plugins.importing.errors import SourceError
from plugins.importing.proposal import Proposal, Sure
from plugins.importing.read import read

from .documents import jpeg, word

LONG = "Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser."


def mail(subject: str = "WG: Kai 7 ist eröffnet", text: str = LONG) -> EmailMessage:
    """A mail with a text."""
    message = EmailMessage()
    message["From"], message["Subject"] = "mia@hafen.example", subject
    message["Date"] = "Thu, 02 May 2024 10:00:00 +0200"
    message.set_content(text)
    return message


def proposal(message: EmailMessage) -> Proposal:
    """What is proposed for it."""
    return read(message.as_bytes(), "kai.eml", Background(today=dt.date(2026, 1, 31)))


def test_the_subject_is_the_title() -> None:
    """Without “WG:”."""
    found = proposal(mail())
    assert found.edition.title == "Kai 7 ist eröffnet"
    assert found.edition.body == LONG


@pytest.mark.parametrize("subject", ["Pressemitteilung: Kai 7 ist eröffnet", "PM: Kai 7 ist eröffnet"])
def test_what_a_subject_says_before_the_title_is_no_part_of_it(subject: str) -> None:
    """And the title that stands in the text once more is no kicker."""
    found = proposal(mail(subject, f"Sehr geehrte Damen und Herren,\n\nKai 7 ist eröffnet\n\n{LONG}"))
    assert (found.edition.title, found.edition.kicker, found.edition.body) == ("Kai 7 ist eröffnet", "", LONG)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen\nMia Muster"),
        ("Liebe Kolleginnen und Kollegen!", "Viele Grüße\n\nVon meinem iPhone gesendet"),
        ("Dear colleagues,", "Kind regards,\nMia Muster\n\nSent from my phone"),
        ("Geachte redactie,", "Met vriendelijke groet,\nMia Muster\n\nVerzonden vanaf mijn telefoon"),
    ],
)
def test_greeting_and_leave_are_none_of_the_text(before: str, after: str) -> None:
    """They are dropped, and shown; in a text that is no mail they stay."""
    found = proposal(mail(text=f"{before}\n\n{LONG}\n\n{after}"))
    assert found.edition.body == LONG
    dropped = "\n".join(item.excerpt for item in found.items if item.sure is Sure.DROPPED)
    assert all(line in dropped for line in (before, *after.split("\n")))
    kept = read(
        f"Kai 7 ist heute eröffnet worden\n\n{before}\n\n{LONG}".encode(),
        "kai.txt",
        Background(today=dt.date(2026, 1, 31)),
    )
    assert before.rstrip(",!") in kept.edition.body


def test_pictures_that_hang_on_it() -> None:
    """Are pictures of the report."""
    message = mail()
    message.add_attachment(jpeg(), maintype="image", subtype="jpeg", filename="Kai am Abend.jpg")
    [only] = proposal(message).pictures
    assert (only.file, only.data) == ("kai-am-abend.jpg", jpeg())


def test_a_document_that_hangs_on_it_is_the_text() -> None:
    """The mail's own words are dropped, and shown."""
    message = mail("Unsere Mitteilung", "Guten Tag, anbei unsere Mitteilung von heute.")
    data = word(lambda d: (d.add_paragraph("Kai 7 ist eröffnet", style="Title"), d.add_paragraph(LONG)))
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename="Kai.docx")
    found = proposal(message)
    assert (found.edition.title, found.edition.body) == ("Kai 7 ist eröffnet", LONG)
    assert any("anbei" in item.excerpt for item in found.items if item.sure is Sure.DROPPED)


def test_the_head_of_a_forwarded_mail_is_dropped() -> None:
    """Four lines that are no text."""
    head = "Von: Mia Muster\nGesendet: Donnerstag, 2. Mai 2024 10:00\nAn: Presse\nBetreff: Kai 7\n\n"
    assert proposal(mail(text=head + LONG)).edition.body == LONG


def test_html_with_pictures_inside() -> None:
    """Its pictures stand where they stood."""
    message = mail()
    message.add_alternative(
        f'<p>{LONG}</p><img src="cid:kai1" alt="Der Kai"><p>Ende des Tages am Wasser.</p>', subtype="html"
    )
    message.get_payload()[1].add_related(jpeg(), "image", "jpeg", cid="<kai1>")  # type: ignore[index,union-attr]
    found = proposal(message)
    [only] = found.pictures
    assert (only.alt, only.data) == ("Der Kai", jpeg())
    assert f"![](photo:{only.file})" in found.edition.body


def test_what_is_no_mail() -> None:
    """Is refused with a sentence."""
    with pytest.raises(SourceError, match="no mail"):
        read(b"Ein Text ohne Kopf", "kai.eml", Background())
