"""Licences by name and by address."""

from __future__ import annotations

import pytest

from plugins.newsroom.licences import Licence, licence_of

CC = "https://creativecommons.org/"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("CC BY 4.0", f"{CC}licenses/by/4.0/"),
        ("CC BY-SA 4.0", f"{CC}licenses/by-sa/4.0/"),
        ("CC BY-NC-ND 3.0 DE", f"{CC}licenses/by-nc-nd/3.0/de/"),
        ("CC0 1.0", f"{CC}publicdomain/zero/1.0/"),
        ("Public Domain Mark 1.0", f"{CC}publicdomain/mark/1.0/"),
        ("dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0"),
    ],
)
def test_each_form_gives_the_other(name: str, address: str) -> None:
    """The name has its address, the address its name."""
    assert licence_of(name) == Licence(name, address)
    assert licence_of(address) == Licence(name, address)


@pytest.mark.parametrize("text", ["cc-by-sa-4.0", "CC-BY-SA 4.0", "CC BY-SA 4.0"])
def test_names_are_written_in_several_ways(text: str) -> None:
    """Hyphens, blanks and capitals do not matter."""
    assert licence_of(text) == Licence("CC BY-SA 4.0", f"{CC}licenses/by-sa/4.0/")


@pytest.mark.parametrize("end", ["", "deed.de", "legalcode", "deed"])
def test_deeds_are_the_licence(end: str) -> None:
    """The address that browsers show after choosing a language names the same licence, and stays as it was written."""
    assert licence_of(f"{CC}licenses/by/4.0/{end}") == Licence("CC BY 4.0", f"{CC}licenses/by/4.0/{end}")


@pytest.mark.parametrize("text", ["CC BY", "CC BY 7.0", "CC0 4.0", "Alle Rechte vorbehalten", "BY 4.0"])
def test_others_stay_words(text: str) -> None:
    """What is no known licence is no link."""
    assert licence_of(text) == Licence(text)


def test_other_addresses_have_no_name() -> None:
    """They are links all the same."""
    assert licence_of("https://example.org/lizenz") == Licence("", "https://example.org/lizenz")
