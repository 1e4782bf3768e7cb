"""The lines of a contact block."""

from __future__ import annotations

import pytest

from plugins.importing.contact_lines import Contact, contacts, looks_like_name


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ["Mia Muster", "Leiterin Kommunikation", "030 23125 410", "mia@hafen.example", "Tom Beispiel", "Technik", "030 23125 411", "tom@hafen.example"],
            [
                Contact("Mia Muster", "Leiterin Kommunikation", "", "030 23125 410", "mia@hafen.example"),
                Contact("Tom Beispiel", "Technik", "", "030 23125 411", "tom@hafen.example"),
            ],
        ),
        (
            ["Mia Muster, Pressesprecherin, Tel. 030 23125 410, mia@hafen.example"],
            [Contact("Mia Muster", "Pressesprecherin", "", "030 23125 410", "mia@hafen.example")],
        ),
        (
            ["Hafenamt Nordhafen GmbH", "Mia Muster", "Kai 7", "20000 Nordhafen", "Telefon: +49 (0)30 / 23125-410", "Fax: 030 23125 411",
             "E-Mail: mia@hafen.example", "www.hafen.example"],
            [Contact("Mia Muster", "", "Hafenamt Nordhafen GmbH", "+49 (0)30 / 23125-410", "mia@hafen.example", "https://www.hafen.example")],
        ),
        (["Pressestelle", "T: 030 23125 410", "presse@hafen.example"], [Contact("Pressestelle", "", "", "030 23125 410", "presse@hafen.example")]),
        (
            ["Dr. Jan de Vries | Woordvoerder | +31 53 123 45 67 | jan@gemeente.example", "Eva van der Berg", "eva@gemeente.example"],
            [
                Contact("Dr. Jan de Vries", "Woordvoerder", "", "+31 53 123 45 67", "jan@gemeente.example"),
                Contact("Eva van der Berg", email="eva@gemeente.example"),
            ],
        ),
        (["Mia Muster", "mia (at) hafen.example"], [Contact("Mia Muster", email="mia@hafen.example")]),
    ],
)  # fmt: skip
def test_people_are_read(lines: list[str], wanted: list[Contact]) -> None:
    """Each with what stands at the name."""
    assert list(contacts(lines)) == wanted


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Mia Muster", True), ("Prof. Dr. Raphaël de Frank", True), ("Anna-Lena von der Heide", True), ("Hafenamt Nordhafen GmbH", False),
     ("Kai 7", False), ("der kleine Hafen", False), ("Mia", False), ("20000 Nordhafen", False)],
)  # fmt: skip
def test_names(text: str, is_one: bool) -> None:
    """Two to five words as names are written."""
    assert looks_like_name(text) is is_one
