"""Tests of plugins/newsroom/slug.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.slug import is_slug, make_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Grüße aus Köln", "gruesse-aus-koeln"),
        ("Ärger um Öl, Übermaß", "aerger-um-oel-uebermass"),
        ("STRASSE ẞ", "strasse-ss"),
        ("u\u0308ber", "ueber"),
        ("’s-Hertogenbosch nodigt uit", "s-hertogenbosch-nodigt-uit"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Wie's geht", "wies-geht"),
        ("Coöperatie in België", "cooeperatie-in-belgie"),
        ("Łódź & Çeşme", "lodz-cesme"),
        ("In|Die Region", "in-die-region"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_title_gives_a_slug(title: str, slug: str) -> None:
    """Umlauts are spelt out before anything is transliterated; an apostrophe vanishes."""
    assert make_slug(title) == slug


@pytest.mark.parametrize("title", ["", "…", "!!!", "\u200b"])
def test_a_title_without_letters_gives_the_stand_in(title: str) -> None:
    """The folder's name serves then."""
    assert make_slug(title, "bericht") == "bericht"


@given(st.text(max_size=300))
def test_what_is_made_is_a_slug_or_nothing(title: str) -> None:
    """Whatever the title, the slug is safe in an address and a path."""
    slug = make_slug(title)
    assert slug == "" or is_slug(slug)


@pytest.mark.parametrize("text", ["", "..", "a/b", "A", "ä", "a--b", "-a", "a-", "a b", "a.b", "x" * 81, "a\n"])
def test_anything_else_is_no_slug(text: str) -> None:
    """Only small letters, digits and single hyphens."""
    assert not is_slug(text)


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "lpt9"])
def test_a_device_of_windows_is_no_id(name: str) -> None:
    """No folder there can have that name; what is like it can."""
    assert not is_slug(name)
    assert is_slug(make_slug(name))
    assert is_slug(f"{name}-tour")
