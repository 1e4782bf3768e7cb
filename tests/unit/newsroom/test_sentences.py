"""Problems in the editor's language: three languages are whole, values stay as they were typed."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.load import load
from plugins.newsroom.output import format_github, format_text, summary
from plugins.newsroom.problem import Problem
from plugins.newsroom.sentences import FOLDER, LANGUAGES, sentences
from tests.bad.archive import cases, write
from tools.sentences import program

OTHERS = [lang for lang in LANGUAGES if lang != "en"]
_PLACE = re.compile(r"\{\w+\}")
_ENGLISH = re.compile(
    r"\b(?:the|an|which|without|with|from|that|this|write|delete|add|put|correct|or|and|not|there|than|somewhere)\b",
    re.I,
)
_THEIRS = re.compile(r"“[^”]*”|„[^“]*“|\"[^\"]*\"|`[^`]*`|(?<=\n).*", re.DOTALL)
"""What a sentence quotes, and the lines that are to be written."""
_FREE = frozenset({"or", "that", "an", "not"})
"""Words of ours that German or Dutch has too."""


def entries(lang: str) -> list[polib.POEntry]:
    """A catalogue, sentence by sentence."""
    return list(polib.pofile(str(FOLDER / f"{lang}.po")))


def test_the_catalogues_have_every_sentence_that_the_program_says() -> None:
    """Collected from the source: whoever adds a sentence adds it in three languages."""
    said = program().sentences()
    assert len(said) > 1000
    for lang in OTHERS:
        assert said - {entry.msgid for entry in entries(lang)} == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_is_in_order(lang: str) -> None:
    """Alphabetical, nothing empty, with the same values on both sides."""
    found = entries(lang)
    assert [e.msgid for e in found] == sorted((e.msgid for e in found), key=lambda text: (text.casefold(), text))
    for entry in found:
        assert entry.msgstr.strip()
        assert sorted(_PLACE.findall(entry.msgid)) == sorted(_PLACE.findall(entry.msgstr)), entry.msgid


def test_the_catalogues_know_the_same() -> None:
    """A sentence that one of them lacks would be read in English."""
    assert len({tuple(e.msgid for e in entries(lang)) for lang in OTHERS}) == 1


@pytest.mark.parametrize("lang", OTHERS)
def test_no_english_is_left_of_the_whole_corpus_of_bad_content(lang: str, tmp_path: Path) -> None:
    """Every problem of tests/bad: each sentence is known, and its own words are of the language."""
    write(tmp_path, *(case for case in cases() if not case.alone))
    said = sentences(lang)
    found = load(tmp_path, tmp_path / "translations").problems
    assert len(found) > 150
    for problem in found:
        for text in (problem.found, problem.expected, problem.fix):
            told = said.say(text)
            left = {word.lower() for word in _ENGLISH.findall(_THEIRS.sub("", told))} - _FREE
            assert not left, (text, told)
            assert said.knows(text) or not re.search(r"[a-z]{3,} [a-z]{2,}", _THEIRS.sub("", text)), text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“titel” without a value", "„titel“ ohne Wert"),
        ("“a list” without a value", "„a list“ ohne Wert"),
        ("a list", "eine Liste"),
        ("“date”, which report.yaml says already", "„date“, was report.yaml schon sagt"),
        ("a picture from elsewhere: https://x.example/a.png", "ein Bild von anderswo: https://x.example/a.png"),
        ("Add the blank:\ntitle: a list", "Fügen Sie das Leerzeichen ein:\ntitle: a list"),
        ("“Ö GmbH” is lost; instead: “Oe GmbH”", "„Ö GmbH“ ist verloren; stattdessen: „Oe GmbH“"),
        ("February 2024 has no day 30.", "Februar 2024 hat keinen 30. Tag."),
        ("words that no catalogue knows", "words that no catalogue knows"),
    ],
)
def test_a_sentence_is_found_by_its_words_and_keeps_its_values(text: str, told: str) -> None:
    """What stands in quotation marks is somebody's own, even where it reads like a phrase of ours."""
    assert sentences("de").say(text) == told
    assert sentences("en").say(text) == text


@given(st.text(st.characters(exclude_characters="“”", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40))
def test_whatever_was_typed_stands_in_the_sentence_as_it_was_typed(typed: str) -> None:
    """In every language."""
    for lang in LANGUAGES:
        assert typed in sentences(lang).say(f"“{typed}” for the second time")
        assert typed in sentences(lang).say(f"the unknown key “{typed}”")


def test_problems_are_listed_in_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels and counts too; for people and for GitHub."""
    problem = Problem(
        "de.md", 3, 1, "empty-value", "“title” without a value", "a value", "Add an entry.", excerpt="title:"
    )
    assert format_text([problem], lang="de").splitlines() == [
        "de.md",
        "  3:1  Fehler  „title“ ohne Wert  [empty-value]",
        "      | title:",
        "      | ^",
        "      erwartet: ein Wert",
        "      Abhilfe: Ergänzen Sie einen Eintrag.",
        "",
        "1 Fehler in 1 Datei.",
    ]
    monkeypatch.setenv("DREIKLANG_LANGUAGE", "nl")
    assert summary([problem, problem]) == "2 fouten in 1 bestand."
    assert "Gevonden: “title” zonder waarde%0AVerwacht: een waarde%0AOplossing:" in format_github([problem])
    monkeypatch.setenv("DREIKLANG_LANGUAGE", "fr")
    assert summary([]) == "No problems."
