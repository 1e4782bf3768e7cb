"""What counts as an address in a text."""

from __future__ import annotations

import pytest

from plugins.markup.addresses import Address, AddressKind, addresses, is_same_phone, phone_digits


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("0231 50-23456", "+49 231 5023456", True),
        ("0231 50-23456", "+49 (0)231 502 3456", True),
        ("0049 231 5023456", "(0231) 5023456", True),
        ("+31 20 5553456", "020-5553456", True),
        ("0231 50-23456", "+49 231 5023465", False),
        ("+31 231 5023456", "+49 231 5023456", False),
        ("0231 50-23456", "+49 23 15023457", False),
    ],
)
def test_a_telephone_number_is_the_same_with_the_code_of_its_country(one: str, other: str, same: bool) -> None:
    """As it is dialled at home and from abroad; the code of another country is another number."""
    assert is_same_phone(phone_digits(one), phone_digits(other)) is same
