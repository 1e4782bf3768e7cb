"""The lines of a contact block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.importing.contact_lines import EMAIL, PHONE, Contact, contacts, looks_like_name, web_address
from plugins.markup.addresses import AddressKind, addresses


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


_NAMES = st.from_regex(r"\A[a-zäöüéß][a-z0-9äö.-]{0,8}[a-z]\Z")
_NUMBERS = st.lists(st.from_regex(r"\A[0-9]{2,5}\Z"), min_size=2, max_size=4)
_TEXTS = st.one_of(
    st.builds("{}@{}.example".format, _NAMES, _NAMES),
    st.builds("{}{}.example/{}".format, st.sampled_from(["https://", "http://", "www."]), _NAMES, _NAMES),
    st.builds(
        lambda start, between, groups: start + between.join(groups),
        st.sampled_from(["0", "+49 ", "+31 (0)", "(0", "00"]),
        st.sampled_from([" ", "-", " / ", "\u00a0", "–"]),
        _NUMBERS,
    ).filter(lambda text: len(text) <= 24),  # no number is longer; two beside one another are
)


@given(_TEXTS)
def test_what_a_text_has_as_an_address_a_contact_block_has_too(text: str) -> None:
    """One definition: the import takes more spellings, and never fewer."""
    for found in addresses(text):
        words = text[found.start : found.end]
        if found.kind is AddressKind.PHONE:
            assert any(match.start() <= found.start and match.end() >= found.end for match in PHONE.finditer(text))
        elif found.kind is AddressKind.EMAIL:
            assert EMAIL.search(text) and words in EMAIL.findall(text)
        elif words.startswith(("http", "www.")):
            assert web_address(text) == words


@pytest.mark.parametrize(
    ("line", "email"),
    [("mia(at)hafen.example", "mia@hafen.example"), ("Mail: mia [at] häfen.example", "mia@häfen.example")],
)
def test_an_address_spelt_out_against_machines_is_read(line: str, email: str) -> None:
    """Only here: in a text such words stay words."""
    assert contacts(["Mia Muster", line]) == (Contact("Mia Muster", email=email),)
    assert AddressKind.EMAIL not in {found.kind for found in addresses(line)}


@pytest.mark.parametrize("start", ["Frau ", "Herr ", "Mevrouw ", "Dhr. ", "Ms. ", ""])
def test_how_somebody_is_addressed_is_no_part_of_the_name(start: str) -> None:
    """A title is."""
    assert contacts([f"{start}Dr. Mia Muster", "mia@hafen.example"])[0].name == "Dr. Mia Muster"


def test_a_web_address_as_word_writes_it_is_read() -> None:
    """With a capital at the beginning of its line, and a bracket around it that belongs to the sentence."""
    assert web_address("Www.hafen.example") == "Www.hafen.example"
    assert web_address("(siehe https://hafen.example/a_(b)).") == "https://hafen.example/a_(b)"
