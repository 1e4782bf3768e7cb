"""Sentences of problems in the editor's language: found in a catalogue by their English words, with the values kept.

The program speaks English; ``catalogues/<language>.po`` holds each of its sentences with names where values stand
(``“{key}” without a value``). A value that is itself one of its phrases is translated too; one in quotation marks
is somebody's own words and stays.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from plugins.newsroom.problem import Problem

LANGUAGES = ("de", "nl", "en")
FOLDER = Path(__file__).parent / "catalogues"
VARIABLE = "DREIKLANG_LANGUAGE"
"""The language in which tasks tell of problems: ``de``, ``nl`` or ``en``."""
_PLACE = re.compile(r"\{(\w+)\}")
_DEEPEST = 4


def language_of_tasks() -> str:
    """The language that was asked for, else English."""
    asked = os.environ.get(VARIABLE, "")[:2].lower()
    return asked if asked in LANGUAGES else "en"


@dataclass(frozen=True)
class Template:
    """A sentence with names where its values stand, and the same in another language."""

    source: str
    target: str

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The words between the values."""
        return tuple(_literal(piece) for piece in _PLACE.split(self.source)[::2])

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the values, in the order of the source."""
        return tuple(_PLACE.split(self.source)[1::2])

    @cached_property
    def weight(self) -> int:
        """How many signs of it are its own."""
        return sum(map(len, self.pieces))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like with values."""
        return re.compile("(.*?)".join(map(re.escape, self.pieces)), re.DOTALL)

    @cached_property
    def verbatim(self) -> frozenset[str]:
        """The names of values that are somebody's own words: in quotation marks, or on lines that are to be written."""
        around = list(zip(self.names, self.pieces, self.pieces[1:], strict=False))
        quoted = {name for name, before, after in around if before.endswith("“") and after.startswith("”")}
        below = next((at for at, piece in enumerate(self.pieces) if "\n" in piece), len(self.names))
        return frozenset({*quoted, *self.names[below:]})

    @cached_property
    def is_loose(self) -> bool:
        """Whether it begins with a value, so that much can look like it."""
        return not self.pieces[0]

    def values(self, text: str) -> Mapping[str, str] | None:
        """The values in a text that is this sentence; ``None`` for every other text."""
        first, *others = self.pieces
        if not text.startswith(first) or not text.endswith(others[-1]) or not all(one in text for one in others):
            return None
        found = self.pattern.fullmatch(text)
        return dict(zip(self.names, found.groups(), strict=True)) if found else None

    def filled(self, values: Mapping[str, str]) -> str:
        """The sentence in the other language, with these values."""
        return _literal(_PLACE.sub(lambda place: values[place[1]], self.target))


def _literal(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")


@dataclass(frozen=True)
class Sentences:
    """The sentences in one language."""

    lang: str
    whole: Mapping[str, str]
    """Those without values."""
    templates: tuple[Template, ...]
    """The others, those with most words of their own first."""

    def say(self, text: str) -> str:
        """The sentence in this language; as it is where no catalogue knows it."""
        return text if self.lang == "en" else self._said(text, _DEEPEST) or text

    def knows(self, text: str) -> bool:
        """Whether a catalogue has the sentence."""
        return self.lang == "en" or self._said(text, _DEEPEST) is not None

    def count(self, number: int, word: str) -> str:
        """A number of things: ``1 error``, ``2 files``."""
        noun = word if number == 1 else f"{word}s"
        known = next((one for one in self.templates if one.source == f"{{n}} {noun}"), None)
        return known.filled({"n": str(number)}) if known else f"{number} {noun}"

    def problem(self, problem: Problem) -> Problem:
        """The problem as somebody reads it who speaks this language."""
        if self.lang == "en":
            return problem
        found, expected, fix = map(self.say, (problem.found, problem.expected, problem.fix))
        return replace(problem, found=found, expected=expected, fix=fix)

    def _said(self, text: str, deep: int) -> str | None:
        """The sentence, or ``None`` where neither it nor a part of it is known."""
        if text in self.whole:
            return self.whole[text]
        if not deep:
            return None
        if text.startswith("“") and text.endswith("”") and "”" not in text[:-1]:
            return _quoted(text[1:-1], self.lang)
        strict = (one for one in self.templates if not one.is_loose)
        loose = (one for one in self.templates if one.is_loose)
        return (
            self._by_template(text, strict, deep) or self._by_parts(text, deep) or self._by_template(text, loose, deep)
        )

    def _by_template(self, text: str, templates: Iterable[Template], deep: int) -> str | None:
        for template in templates:
            values = template.values(text)
            if values is None:
                continue
            known = {n: None if n in template.verbatim else self._said(value, deep - 1) for n, value in values.items()}
            if not template.is_loose or template.weight > _JOINING or any(one is not None for one in known.values()):
                return template.filled({n: values[n] if told is None else told for n, told in known.items()})
        return None

    def _by_parts(self, text: str, deep: int) -> str | None:
        """Two sentences, or a phrase with what belongs to it: ``a link to …: https:/x``, ``“date”, which …``."""
        for joint in _JOINTS:
            for found in reversed(list(joint.finditer(text))):
                first, second = text[: found.start()], text[found.end() :]
                one = self._said(first, deep - 1) or self._phrase(first, deep - 1)
                two = second if "\n" in found[0] else self._said(second, deep - 1) if one is not None else None
                if one is not None and (two is not None or joint.pattern == ": "):
                    return f"{one}{found[0]}{second if two is None else two}"
        return None

    def _phrase(self, text: str, deep: int) -> str | None:
        """A phrase that ends as a sentence does."""
        found = self._said(text[:-1], deep) if text.endswith(".") else None
        return found and f"{found}."


_JOINING = 5
"""A template that begins with a value and has so few signs of its own fits everything (``{found} in {place}``):
something in it must be known."""
_JOINTS = tuple(map(re.compile, (r"(?<=[.?!]) (?=[A-Z])", r"(?<=”) ", r"; ", r": ?\n", r": ", r", ")))
"""What joins sentences, or a phrase and what belongs to it."""


def _quoted(text: str, lang: str) -> str:
    return f"„{text}“" if lang == "de" else f"“{text}”"


@cache
def sentences(lang: str) -> Sentences:
    """The sentences in that language. Reads its catalogue once."""
    import polib  # only where another language than English is spoken

    path = FOLDER / f"{lang}.po"
    if lang == "en" or not path.is_file():
        return Sentences("en", {}, ())
    made = [Template(entry.msgid, entry.msgstr) for entry in polib.pofile(str(path)) if entry.msgstr]
    whole = {_literal(one.source): _literal(one.target) for one in made if not one.names}
    rest = sorted((one for one in made if one.names), key=lambda one: -one.weight)
    return Sentences(lang, whole, tuple(rest))
