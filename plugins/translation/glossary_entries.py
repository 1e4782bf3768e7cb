"""Walks through the values of glossary.yaml, each with its line, and turns every fault into a problem."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from plugins.newsroom.problem import Problem
from plugins.newsroom.source import Text, decoded
from plugins.newsroom.yaml_source import Doc, parse_yaml

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_EXAMPLE = "terms, names or forbidden, each on a line of its own"


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of the file; ``None`` where nothing stands behind its key."""

    path: tuple[str | int, ...]
    value: Any
    line: int

    @property
    def text(self) -> str:
        """The text, empty for lists and mappings."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.value, dict)


class Reader:
    """Owns the problems found on the way."""

    def __init__(self, data: bytes, path: str) -> None:
        text, problems = decoded(data, path)
        doc, more = parse_yaml(text) if text is not None else (None, ())
        self._doc = doc or Doc(text or Text(path, ""), {}, None)
        self.problems: list[Problem] = [*problems, *more]
        self.root = self._entry((), self._doc.value)

    def _entry(self, path: tuple[str | int, ...], value: Any) -> Entry:
        line, _ = self._doc.at(path, on_key=value is None)
        return Entry(path, value, line)

    def problem(self, entry: Entry, code: str, found: str, expected: str, fix: str, *, on_key: bool = False) -> None:
        """Record a problem at that entry."""
        line, column = self._doc.at(entry.path, on_key=on_key or entry.value is None)
        self._add(line, column, code, found, expected, fix)

    def contradiction(self, line: int, found: str) -> None:
        """Record that two lines of the glossary cannot both be obeyed."""
        fix = "keep one of the two; another word that will do is added as [preferred, other]"
        self._add(line, 0, "glossary-contradiction", found, "one rule for one word", fix)

    def _add(self, line: int, column: int, code: str, found: str, expected: str, fix: str) -> None:
        text = self._doc.text
        self.problems.append(
            Problem(text.file, line, column, code, found, expected, fix, excerpt=text.line(line).strip())
        )

    def mapping(self, entry: Entry, what: str, keys: tuple[str, ...] | None) -> dict[str, Entry]:
        """The keys of a mapping in the order of the file, those without a value too; unknown ones are problems."""
        if entry.value is None:
            return {}
        if not entry.is_mapping:
            self._shape(entry, what, _EXAMPLE if not entry.path else "keys with values (key: value)")
            return {}
        blank = [path[-1] for path in self._doc.blanks if path[:-1] == entry.path]
        names = [*entry.value, *(name for name in blank if name not in entry.value)]
        fields: dict[str, Entry] = {}
        for name in sorted(names, key=lambda name: self._doc.at((*entry.path, name), on_key=True)):
            found = self._entry((*entry.path, name), entry.value.get(name))
            if not str(name).strip():
                self._shape(found, f"a key of {what}", "a word")
            elif keys is not None and name not in keys:
                fix = "correct the key or remove it"
                self.problem(found, "unknown-key", repr(name), "one of " + ", ".join(keys), fix, on_key=True)
            else:
                fields[str(name).strip()] = found
        return fields

    def sequence(self, entry: Entry | None, what: str, expected: str) -> tuple[Entry, ...]:
        """The items of a list; anything else is a problem."""
        if entry is None or entry.value is None:
            return ()
        if not isinstance(entry.value, list):
            self._shape(entry, what, expected)
            return ()
        return tuple(self._entry((*entry.path, place), value) for place, value in enumerate(entry.value))

    def words(self, entry: Entry, what: str) -> tuple[Entry, ...]:
        """One word or a list of words; empty ones and other shapes are problems."""
        single = entry.value is None or isinstance(entry.value, str)
        items = (entry,) if single else self.sequence(entry, what, "a word or a list of words")
        for item in items:
            if not item.text:
                self._shape(item, what, "a word")
        return tuple(item for item in items if item.text)

    def text(self, entry: Entry | None) -> str:
        """The text of a scalar, empty where there is none."""
        if entry is None or entry.value is None:
            return ""
        if not isinstance(entry.value, str):
            self._shape(entry, "a note or a replacement", "a text")
        return entry.text

    def language(self, tag: str, entry: Entry) -> bool:
        """Whether the key is a language tag; a problem if not."""
        if _LANGUAGE.fullmatch(tag):
            return True
        expected = "a language tag such as de, nl, en or pt-BR"
        fix = "write the language's tag as in site.yaml"
        self.problem(entry, "glossary-language", repr(tag), expected, fix, on_key=True)
        return False

    def _shape(self, entry: Entry, what: str, expected: str) -> None:
        found = f"the text {entry.text!r}" if entry.text else "nothing"
        if not isinstance(entry.value, str | None):
            found = "keys with values" if entry.is_mapping else "a list"
        self.problem(entry, "glossary-shape", f"{found} as {what}", expected, "see the guide to the glossary")
