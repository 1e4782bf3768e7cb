"""What a machine leaves in an answer is never published."""

from __future__ import annotations

import pytest

from plugins.translation.gate import Level, check_segment
from plugins.translation.segment import Segment

DE = "Das Land fördert das Projekt, und die Gäste sprachen in Hannover über neue Energien."
EN = "The state is funding the project, and the guests talked about new energies in Hanover."


def levels(source: str, target: str) -> set[Level]:
    """The levels of what is found in one answer."""
    return {finding.level for finding in check_segment(Segment("body", "paragraph", source, (), 1), target, "de", "en")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("new energies", "新能源"),
        ("project", "prоject"),
        ("new energies", "**new energies**"),
        ("new energies", "`new energies`"),
        ("the guests", "[Name]"),
        ("the guests", "▁the ▁guests"),
        ("new energies", "new ener@@ gies"),
        ("new energies", "⁇ energies"),
        ("new energies", '\\"new energies\\"'),
        ("about new", "about\\n new"),
        ("Hanover", "HannÃ¶ver"),
        ("The state", "- The state"),
        ("The state", "EN: The state"),
        ("Hanover.", "Hanover.\n\nNote: I kept the names."),
        ("Hanover.", "Hanover. Let me know if you need anything else."),
        ("Hanover.", f"Hanover. {DE}"),
    ],
)
def test_what_no_translator_writes_blocks(old: str, new: str) -> None:
    """Pieces of a model, other scripts, broken encodings, Markdown and talk that the source has not."""
    assert Level.BLOCK not in levels(DE, EN)
    assert Level.BLOCK in levels(DE, EN.replace(old, new))


@pytest.mark.parametrize(
    "answer",
    [
        "Unfortunately, I am not able to translate this content.",
        "Could you please provide the text you want me to translate?",
        "It seems there is no text to translate.",
        '{"text": "The state is funding the project."}',
        "Before you continue to Google Search",
        "Attention Required! | Cloudflare",
        "Let me think about the user's request. The state is funding the project.",
    ],
)
def test_talk_in_the_place_of_a_translation_blocks(answer: str) -> None:
    """Refusals, questions, wrapped answers and the pages of others."""
    assert Level.BLOCK in levels(DE, answer)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Kanada kommt nach Hannover", "“Canada comes to Hanover”"),
        ("Kanada kommt nach Hannover", "Canadá viene a Hannover"),
        ("Menschen am Kai", "Mensen op de kade"),
        (DE, EN.replace("the guests", "XXX")),
        (DE, EN.removesuffix(" energies in Hanover.")),
        (DE, f"{EN} It was a great success for everyone."),
        (
            "Anna Berger sagt: „Wir bauen.“ Tom Kramer sagt: „Wir warten.“",
            "Tom Kramer says: “We are building.” Anna Berger says: “We are waiting.”",
        ),
    ],
)
def test_what_may_have_a_reason_is_asked_about(source: str, target: str) -> None:
    """Added quotation marks and sentences, a short title in another language, an end that is missing, other speakers."""
    assert Level.ANSWER in levels(source, target)


def test_what_the_source_has_too_is_no_leftover() -> None:
    """Bold words, another script and brackets stay."""
    source = "Das **Land** fördert ИТМО und [Name]."
    assert Level.BLOCK not in levels(source, "The **state** is funding ИТМО and [Name].")
