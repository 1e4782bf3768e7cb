"""Text that was handed back as it came."""

from __future__ import annotations

import pytest

from plugins.translation.gate import Level
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.untranslated import check

SOURCE = "Der Hafen öffnet im Herbst ein Zentrum für Gründerinnen und Gründer."
ADDRESS = "Hafenbund Netzwerk e. V., Am Kai 3, 10000 Berlin"


def levels(source: str, target: str, target_lang: str = "en") -> list[Level]:
    """The levels of what is found."""
    return [finding.level for finding in check(Passage(source), Passage(target), "de", target_lang, 1)]


def test_a_few_words_that_were_left_are_asked_about() -> None:
    """Two of them are words that only the source's language uses all the time."""
    left = "The port opens a centre für Gründerinnen und Gründer in autumn."
    assert levels(SOURCE, left) == [Level.ANSWER]
    assert levels(SOURCE, "The port opens a centre for founders in autumn.") == []


def test_the_name_of_a_body_is_kept() -> None:
    """A word with a capital stands before it."""
    told = "You may send complaints at any time to the Beauftragte für Datenschutz und Informationsfreiheit in town."
    source = "Beschwerden nimmt die Beauftragte für Datenschutz und Informationsfreiheit entgegen."
    assert levels(source, told) == []


@pytest.mark.parametrize("target_lang", ["en", "nl"])
def test_an_address_is_no_text_to_translate(target_lang: str) -> None:
    """It is the same in each language, perhaps with its country; other lines are not."""
    assert Level.BLOCK not in levels(ADDRESS, ADDRESS, target_lang)
    assert levels(ADDRESS, f"{ADDRESS}, Germany", target_lang) == []
    assert levels(SOURCE, SOURCE, target_lang) == [Level.BLOCK]


def test_one_word_of_both_languages_is_no_sign() -> None:
    """*Open* is Dutch and English."""
    found = check(Passage("De deuren gaan open om 20:00 uur."), Passage("Doors open at 8.00 p.m."), "nl", "en", 1)
    assert list(found) == []
