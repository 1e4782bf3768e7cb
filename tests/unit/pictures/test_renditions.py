"""What pages are told of renditions before any is made."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plugins.pictures.metadata import NOTHING, Rights
from plugins.pictures.picture import Picture
from plugins.pictures.plan import HERO, LOGO, PERSON, Recipe, Use
from plugins.pictures.renditions import renditions

PICTURE = Picture("reports/2024/x/photos/Stand 1.JPG", "ab" * 20, "JPEG", 4000, 3000, "#7a7046", NOTHING)


def test_names_are_readable_and_addressed_by_content() -> None:
    """Stem, size, part of a digest, ending."""
    names = [item.name for item in renditions(PICTURE, Rights(), HERO).items]
    assert len(set(names)) == len(names)
    assert re.fullmatch(r"stand-1-480\.[0-9a-f]{8}\.jpg", names[0])
    assert any(re.fullmatch(r"stand-1-card-960\.[0-9a-f]{8}\.avif", name) for name in names)


@pytest.mark.parametrize(
    ("file", "stem"), [("Größe übel.png", "groesse-uebel"), ("画像.jpg", "hua-xiang"), ("???.jpg", "picture")]
)
def test_stems_are_plain(file: str, stem: str) -> None:
    """Names that any system and address can hold, umlauts written out."""
    first = renditions(replace(PICTURE, file=file), Rights()).items[0]
    assert first.name.startswith(f"{stem}-480.")


def test_names_change_with_what_they_are_made_of() -> None:
    """Other bytes, rights or sizes have other names; the same have the same."""
    first = renditions(PICTURE, Rights()).items[0]
    assert first == renditions(PICTURE, Rights()).items[0]
    assert first.name != renditions(replace(PICTURE, digest="cd" * 20), Rights()).items[0].name
    assert first.name != renditions(PICTURE, Rights(credit="Amt")).items[0].name
    assert first.name != renditions(PICTURE, Rights(), recipe=Recipe(jpeg=70)).items[0].name


def test_what_a_figure_needs() -> None:
    """Address, size, sets of sources, the large picture and the colour."""
    shown = renditions(PICTURE, Rights(), HERO).sources(Use.FIGURE, "/photos/x/")
    assert shown is not None
    assert (shown.width, shown.height) == (960, 720)
    assert shown.src.startswith("/photos/x/stand-1-960.")
    assert [part.rpartition(" ")[2] for part in shown.srcset_avif.split(", ")] == ["480w", "960w", "1600w"]
    assert all(".jpg " in part for part in shown.srcset_jpeg.split(", "))
    assert (shown.large_width, shown.large_height) == (2560, 1920)
    assert shown.colour == "#7a7046"


def test_what_was_not_planned_is_not_shown() -> None:
    """A gallery picture has no card and no social picture."""
    plain = renditions(PICTURE, Rights())
    assert plain.sources(Use.CARD, "/") is None
    assert plain.social is None


def test_logo_portrait_social() -> None:
    """The other uses have their sources too."""
    logo = renditions(PICTURE, Rights(), LOGO).sources(Use.LOGO, "/")
    portrait = renditions(PICTURE, Rights(), PERSON).sources(Use.PORTRAIT, "/")
    social = renditions(PICTURE, Rights(), HERO).social
    assert logo is not None and ".png 240w" in logo.srcset_jpeg and logo.large_url == ""
    assert portrait is not None and portrait.width == portrait.height == 320
    assert social is not None and (social.spec.width, social.spec.height) == (1200, 630)


def test_nothing_is_needed_but_the_value() -> None:
    """A small picture's ordinary source is its own size."""
    shown = renditions(replace(PICTURE, width=300, height=200), Rights()).sources(Use.FIGURE, "/")
    assert shown is not None and (shown.width, shown.height) == (300, 200)
