"""Postal addresses in words."""

from __future__ import annotations

import pytest

from plugins.pages.places import address_lines


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ()),
        ("Kai 7, 20000 Nordhafen", ("Kai 7", "20000 Nordhafen")),
        ("Große Straße 7; Hof, Tür 3\n88662 Überlingen\n", ("Große Straße 7; Hof, Tür 3", "88662 Überlingen")),
        ("Kai 7,\n\n20000 Nordhafen", ("Kai 7,", "20000 Nordhafen")),
    ],
)
def test_an_address_keeps_its_lines(typed: str, expected: tuple[str, ...]) -> None:
    """A comma parts only what stands on a single line."""
    assert address_lines(typed) == expected
