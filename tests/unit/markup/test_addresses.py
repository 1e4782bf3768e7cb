"""What counts as an address in a text."""

from __future__ import annotations

import pytest

from plugins.markup.addresses import Address, AddressKind, addresses


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("presse@hafen.example", AddressKind.EMAIL),
        ("presse@häfen-köln.example", AddressKind.EMAIL),
        ("www.hafen.example/kai?halle=7", AddressKind.URL),
        ("messe.example.org", AddressKind.URL),
        ("+49 (0)30 / 23125-410", AddressKind.PHONE),
    ],
)
def test_an_address_is_found_to_its_end(text: str, kind: AddressKind) -> None:
    """And without the punctuation around it; letters with marks stand in the names of servers, too."""
    line = f"Fragen an {text}."
    assert addresses(line) == (Address(10, 10 + len(text), kind),)


def test_addresses_of_all_kinds_come_in_the_order_of_the_text() -> None:
    """Web addresses are looked for first, wherever they stand; what lies inside of one is none of its own."""
    text = "0231 50 24 100, a@hafen.example, https://b.example/?an=c@hafen.example und d@hafen.example, 030 23125 100."
    assert [text[one.start : one.end] for one in addresses(text)] == [
        "0231 50 24 100",
        "a@hafen.example",
        "https://b.example/?an=c@hafen.example",
        "d@hafen.example",
        "030 23125 100",
    ]
