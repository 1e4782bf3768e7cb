"""Names that a translation makes up."""

from __future__ import annotations

import pytest

from plugins.translation.gate.invented import invented


def found(source: str, target: str, direction: str = "de-en") -> list[str]:
    """The invented names of a pair."""
    return list(invented(source, target, *direction.split("-")))


@pytest.mark.parametrize(
    ("source", "target", "direction", "name"),
    [
        ("Gestern sprach Minister Habeck.", "Yesterday Minister Merz-Vandenberg spoke.", "de-en", "Vandenberg"),
        ("Gestern sprach Frau Kowalczyk.", "Yesterday Ms Jansen spoke.", "de-en", "Jansen"),
        ("Yesterday Ms Kowalczyk spoke.", "Gisteren sprak mevrouw Lindqvist.", "en-nl", "Lindqvist"),
        ("Yesterday Ms Kowalczyk spoke.", "Gestern sprach Frau Lindqvist.", "en-de", "Lindqvist"),
        ("Gisteren sprak mevrouw Kowalczyk.", "Gestern sprach Frau Okonkwo.", "nl-de", "Okonkwo"),
    ],
)
def test_another_name_is_found(source: str, target: str, direction: str, name: str) -> None:
    """In each language, also one that its dictionary knows."""
    assert name in found(source, target, direction)


@pytest.mark.parametrize(
    ("source", "target", "direction"),
    [
        ("Herr Kowalczyk sprach.", "Mr Kowalczyk spoke.", "de-en"),
        ("Kowalczyks Rede", "Kowalczyk's speech", "de-en"),
        ("Tutankhamun's tomb is here.", "Het graf van Toetanchamon is hier.", "en-nl"),
        ("The German market, the Mediterranean Sea", "De Duitse markt, de Middellandse Zee", "en-nl"),
        ("Die Leute aus Großbritannien kamen.", "The people from Britain came.", "de-en"),
        ("The World Health Organization spoke.", "Die Weltgesundheitsorganisation sprach.", "en-de"),
        ("A bag of palm leaves.", "Ein Beutel mit Palmblättern.", "en-de"),
        ("The inkjet printer is new.", "Der Tintenstrahldrucker ist neu.", "en-de"),
        ("Ze komen uit China.", "They come from China.", "nl-en"),
        ("Er kam. Sie ging.", "He came. However, she left.", "de-en"),
        ("Das Amt half.", "The Central Booking Authority helped.", "de-en"),
    ],
)
def test_words_and_names_of_a_language_are_none(source: str, target: str, direction: str) -> None:
    """What is kept, spelt as the language spells it, or a word."""
    assert found(source, target, direction) == []


def test_what_the_house_says_is_known() -> None:
    """A term of the glossary is no invention."""
    pair = ("Die Messe beginnt.", "The Zukunftsforum begins.")
    assert list(invented(*pair, "de", "en")) == ["Zukunftsforum"]
    assert list(invented(*pair, "de", "en", ["Zukunftsforum"])) == []


def test_a_language_without_a_dictionary_is_not_judged() -> None:
    """Nothing is known of its words."""
    assert found("Herr Habeck sprach.", "Monsieur Lindqvist parlait.", "de-fr") == []


def test_a_text_of_very_many_words_is_not_judged() -> None:
    """The work must not grow with its square."""
    many = " ".join(f"Wort{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in range(600))
    assert found(many, f"{many} Lindqvist") == []
