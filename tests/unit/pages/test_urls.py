"""Addresses and the files that answer them."""

from __future__ import annotations

import pytest

from plugins.pages.urls import Urls


@pytest.mark.parametrize(
    ("address", "file"),
    [("/", "index.html"), ("/de/", "de/index.html"), ("/de/feed.xml", "de/feed.xml"), ("/404.html", "404.html")],
)
def test_files_of_addresses(address: str, file: str) -> None:
    """A folder is answered by its index.html, also under a path."""
    assert Urls().file(address) == file
    assert Urls("https://host.example", "/presse").file("/presse" + address) == file


def test_absolute_addresses_are_for_the_published_site() -> None:
    """A preview keeps them short."""
    assert Urls.of("https://host.example/presse/", absolute=True) == Urls("https://host.example", "/presse")
    assert Urls("https://host.example").absolute("/de/") == "https://host.example/de/"
    assert Urls().absolute("/de/") == "/de/"
