"""The words about a picture in a language."""

from __future__ import annotations

from plugins.newsroom.model import PhotoWords, Words
from plugins.pictures.metadata import Metadata
from plugins.pictures.words import in_language, words_for

OWN = Metadata(
    caption=Words((("de-de", "Am Stand"), ("nl", "Bij de stand")), "Am Stand (alle)"),
    alt=Words(common="Zwei Personen"),
)


def test_the_edition_wins() -> None:
    """What an editor wrote stands."""
    found = words_for(PhotoWords("a.jpg", "Alt", "Text"), OWN, "nl")
    assert found == PhotoWords("a.jpg", "Alt", "Text")


def test_each_falls_back_alone() -> None:
    """A caption that is missing is taken from the picture, the alt text stays the editor's."""
    found = words_for(PhotoWords("a.jpg", alt="Alt"), OWN, "nl")
    assert found == PhotoWords("a.jpg", "Alt", "Bij de stand")


def test_a_text_without_language_is_the_original_s() -> None:
    """It serves the report's source language and no other."""
    assert words_for(PhotoWords("a.jpg"), OWN, "de", "de").alt == "Zwei Personen"
    assert words_for(PhotoWords("a.jpg"), OWN, "nl", "de").alt == ""


def test_regions_count_for_their_language() -> None:
    """de-DE serves de, and nl serves nl-BE."""
    assert in_language(OWN.caption, "de") == "Am Stand"
    assert in_language(OWN.caption, "nl-BE") == "Bij de stand"
    assert in_language(OWN.caption, "en", "en") == "Am Stand (alle)"
