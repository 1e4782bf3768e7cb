"""The words of the desk in the editor's language, from gettext catalogues beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

from plugins.newsroom.problem import Problem
from plugins.newsroom.sentences import sentences

LANGUAGES = ("de", "nl", "en")
NAMES = {"de": "Deutsch", "nl": "Nederlands", "en": "English"}
FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in one language; English where a catalogue lacks a sentence."""

    lang: str
    words: Mapping[tuple[str, str], str]

    def t(self, message: str, **values: object) -> str:
        """A sentence, with ``{name}`` replaced by its value."""
        text = self.words.get(("", message)) or message
        return text.format(**values) if values else text

    def n(self, one: str, many: str, count: int, **values: object) -> str:
        """A sentence about a number; all three languages have one plural."""
        return self.t(one if count == 1 else many, n=count, **values)

    def say(self, sentence: str) -> str:
        """A sentence of a problem, a question or a finding, which the program makes in English."""
        return sentences(self.lang).say(sentence)

    def problem(self, problem: Problem) -> Problem:
        """The same problem in this language."""
        return sentences(self.lang).problem(problem)

    def c(self, context: str, message: str) -> str:
        """A word that means different things in different places: its catalogue tells them apart."""
        return self.words.get((context, message)) or message


@cache
def wording(lang: str) -> Wording:
    """The words of that language. Reads its catalogue once."""
    path = FOLDER / f"{lang}.po"
    entries = polib.pofile(str(path)) if path.is_file() else ()
    return Wording(lang, {(e.msgctxt or "", e.msgid): e.msgstr for e in entries if e.msgstr})


def chosen(known: str, accepted: str, fallback: str) -> str:
    """The language to speak: as chosen before, else the browser's first that the desk knows, else the newsroom's."""
    wishes = [part.split(";")[0].strip().lower()[:2] for part in accepted.split(",")]
    return next((lang for lang in (known, *wishes, fallback) if lang in LANGUAGES), "en")
