"""Reading of glossary.yaml with a line for every word, and every fault as a problem."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from plugins.newsroom.problem import Problem

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A node of the file; ``text`` is empty for lists and mappings."""

    node: yaml.Node | None
    line: int
    text: str = ""

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_empty(self) -> bool:
        """Whether nothing (or ``null`` or ``~``) was written."""
        return self.node is None or (
            isinstance(self.node, yaml.ScalarNode) and self.node.style is None and self.node.value in ("", "~", "null")
        )


class Reader:
    """Walks the nodes of one file; owns the problems found on the way."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._lines: list[str] = []
        self.root = self._compose(data)

    def _compose(self, data: bytes) -> Entry:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._add(line, 0, "encoding", f"the byte {data[error.start]:#04x}", "UTF-8", "save the file as UTF-8")
            return Entry(None, 0)
        self._lines = text.splitlines()
        try:
            return self._entry(yaml.compose(text, Loader=yaml.SafeLoader))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self._add(
                mark.line + 1 if mark else 0,
                mark.column + 1 if mark else 0,
                "yaml-syntax",
                str(getattr(error, "problem", None) or "a character that YAML does not allow"),
                "YAML that can be read",
                "look at the indentation and the quotation marks in and above this line",
            )
        except RecursionError:
            self._add(0, 0, "yaml-syntax", "lists nested too deeply", "a glossary", "remove the nesting")
        return Entry(None, 0)

    @staticmethod
    def _entry(node: yaml.Node | None) -> Entry:
        if node is None:
            return Entry(None, 0)
        text = _CONTROL.sub("", node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
        return Entry(node, node.start_mark.line + 1, text)

    def _add(self, line: int, column: int, code: str, found: str, expected: str, fix: str) -> None:
        excerpt = self._lines[line - 1].strip() if 0 < line <= len(self._lines) else ""
        self.problems.append(Problem(self.path, line, column, code, found, expected, fix, excerpt=excerpt))

    def problem(self, entry: Entry, code: str, found: str, expected: str, fix: str) -> None:
        """Record a problem at that entry."""
        column = entry.node.start_mark.column + 1 if entry.node is not None else 0
        self._add(entry.line, column, code, found, expected, fix)

    def contradiction(self, line: int, found: str) -> None:
        """Record that two lines of the glossary cannot both be obeyed."""
        fix = "keep one of the two; another word that will do is added as [preferred, other]"
        self._add(line, 0, "glossary-contradiction", found, "one rule for one word", fix)

    def mapping(self, entry: Entry, what: str, keys: tuple[str, ...] | None) -> dict[str, Entry]:
        """The keys of a mapping; unknown ones (outside ``keys``) and doubled ones are problems."""
        if entry.is_empty:
            return {}
        if not isinstance(entry.node, yaml.MappingNode):
            self._shape(entry, what, "keys with values (key: value)")
            return {}
        fields: dict[str, Entry] = {}
        for key_node, value_node in entry.node.value:
            key, value = self._entry(key_node), self._entry(value_node)
            if not isinstance(key_node, yaml.ScalarNode) or not key.text:
                self._shape(key, f"a key of {what}", "a word")
            elif key.text in fields:
                self.problem(key, "duplicate-key", f"{key.text!r} again", "each key once", "join the two")
            elif keys is not None and key.text not in keys:
                expected = "one of " + ", ".join(keys)
                self.problem(key, "unknown-key", repr(key.text), expected, "correct the key or remove it")
            else:
                fields[key.text] = Entry(value.node, value.line or key.line, value.text)
        return fields

    def sequence(self, entry: Entry | None, what: str, expected: str) -> tuple[Entry, ...]:
        """The items of a list; anything else is a problem."""
        if entry is None or entry.is_empty:
            return ()
        if not isinstance(entry.node, yaml.SequenceNode):
            self._shape(entry, what, expected)
            return ()
        return tuple(self._entry(node) for node in entry.node.value)

    def words(self, entry: Entry, what: str) -> tuple[Entry, ...]:
        """One word or a list of words; empty ones and other shapes are problems."""
        single = isinstance(entry.node, yaml.ScalarNode)
        items = (entry,) if single else self.sequence(entry, what, "a word or a list of words")
        for item in items:
            if not isinstance(item.node, yaml.ScalarNode) or not item.text:
                self._shape(item, what, "a word")
        return tuple(item for item in items if item.text)

    def text(self, entry: Entry | None) -> str:
        """The text of a scalar, empty where there is none."""
        if entry is None or entry.is_empty:
            return ""
        if not isinstance(entry.node, yaml.ScalarNode):
            self._shape(entry, "a note or a replacement", "a text")
        return entry.text

    def language(self, tag: str, entry: Entry) -> bool:
        """Whether the key is a language tag; a problem if not."""
        if _LANGUAGE.fullmatch(tag):
            return True
        expected = "a language tag such as de, nl, en or pt-BR"
        fix = "write the language's tag as in site.yaml"
        self.problem(entry, "glossary-language", repr(tag), expected, fix)
        return False

    def _shape(self, entry: Entry, what: str, expected: str) -> None:
        kinds = {"mapping": "keys with values", "sequence": "a list", "scalar": f"the text {entry.text!r}"}
        found = "nothing" if entry.is_empty else kinds[entry.node.id]  # type: ignore[union-attr]
        self.problem(entry, "glossary-shape", f"{found} as {what}", expected, "see the guide to the glossary")
