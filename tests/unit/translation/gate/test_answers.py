"""An answer is a translation, and no talk about one."""

from __future__ import annotations

import pytest

from plugins.translation.gate.answers import check
from plugins.translation.gate.passage import Passage

SOURCE = "Der Hafen Hamm eröffnet im Herbst eine neue Halle für Gründer."
ANSWER = "The port of Hamm will open a new hall for founders in the autumn."


def found(source: str, target: str) -> list[str]:
    """The names of the checks that found something."""
    return [finding.check for finding in check(source, target, Passage(source), Passage(target), 1)]


@pytest.mark.parametrize(
    "talk",
    [
        "Sorry, but I can't assist with that request.",
        "I am unable to process this request.",
        "I won't be able to translate this content.",
        "I must decline to translate this text.",
        "This content may violate our usage policies.",
        "My apologies, but I cannot translate this.",
        "It seems the text is incomplete.",
        "I don't understand the text.",
        "Please provide the text you would like me to translate.",
        "Ich kann bei dieser Anfrage leider nicht helfen.",
        "Als KI-Sprachmodell kann ich das nicht.",
        "Entschuldigung, das kann ich nicht übersetzen.",
        "Diese Anfrage verstößt gegen unsere Richtlinien.",
        "Als AI-taalmodel kan ik dit niet doen.",
        "Sorry, dat kan ik niet vertalen.",
        "Dit verzoek is in strijd met ons beleid.",
        f"Here's the English version: {ANSWER}",
        f"English translation: {ANSWER}",
        f"(English) {ANSWER}",
        f"[EN] {ANSWER}",
        f"Final answer: {ANSWER}",
        f"Assistant: {ANSWER}",
        f"Thought: the sentence is German. {ANSWER}",
        f"Let's break it down: {ANSWER}",
        f"First, I need to understand the sentence. {ANSWER}",
        f"{ANSWER} (Translated from German)",
        f"{ANSWER} Is there anything else you would like me to translate?",
        f"{ANSWER}\nAlternatively: The port opens a hall.",
        "null",
        "undefined",
        "N/A",
        "Invalid request",
    ],
)
def test_refusals_labels_and_reasoning_are_no_translation(talk: str) -> None:
    """In three languages, before, behind or in the place of an answer."""
    assert found(SOURCE, talk) == ["engine-error"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCE, ANSWER),
        ("Quelle: Stadt Hamm", "Source: City of Hamm"),
        ("Antwort: Ja.", "Answer: Yes."),
        ("Die Antwort ist einfach: Wir bauen.", "The answer is simple: we are building."),
        ("Hinweis: Bitte melden Sie sich an.", "Note: Please register."),
        ("Keine", "None"),
        ("Ich hoffe, das hilft den Betrieben.", "I hope this helps the firms."),
        ("Ich kann das nicht übersetzen, sagte sie.", "I cannot translate this, she said."),
        ("Leider kann ich nicht kommen, sagte Beck.", "Unfortunately, I cannot come, Beck said."),
        ("Bitte geben Sie uns den Text bis Freitag.", "Please give us the text by Friday."),
        ("Zuerst müssen wir den Markt verstehen.", "First, we need to understand the market."),
        ("Deutsch: Wort der Woche", "German: word of the week"),
    ],
)
def test_what_the_source_says_too_is_a_translation(source: str, target: str) -> None:
    """A label, a person who speaks of himself, a text about texts."""
    assert found(source, target) == []
