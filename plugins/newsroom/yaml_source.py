"""YAML 1.2 with the place of everything in it, without anything that can surprise an editor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from yaml import AliasEvent, MappingNode, MarkedYAMLError, Node, ScalarNode, SequenceNode, YAMLError
from yaml._yaml import CParser
from yaml.events import NodeEvent

from plugins.newsroom.codes import Code
from plugins.newsroom.plain_marks import plain_marks
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_commas import cut_values, is_cut
from plugins.newsroom.yaml_complaint import Complaint
from plugins.newsroom.yaml_messages import (
    anchor_complaint,
    directive_complaint,
    reader_complaint,
    repaired,
    scanner_complaint,
    tag_complaint,
)
from plugins.newsroom.yaml_remarks import texts_in_remarks
from plugins.newsroom.yaml_repair import corrected, unglued

MAX_DEPTH = 24
"""Levels of nesting that are read; a report needs five."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain words that mean “nothing” (YAML 1.2, core schema, 10.3.2)."""

_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*%")
"""A line for YAML's own use before anything else: what it says is in no value."""

Path = Sequence[str | int]


class _TooDeepError(Exception):
    """Raised inside the parser where the nesting passes MAX_DEPTH."""


class _Parser(CParser):
    """libyaml's parser, told not to guess any type and to stop at a depth."""

    depth = 0

    def resolve(self, *_: object) -> None:
        return None

    def descend_resolver(self, current_node: Node | None, *_: object) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _TooDeepError(current_node)

    def ascend_resolver(self) -> None:
        self.depth -= 1


@dataclass(frozen=True, slots=True)
class Doc:
    """A YAML text: its values, and where each of them stands.

    ``value`` holds dicts, lists and strings only: which key a text stands under decides its type, so
    ``10:30``, ``no``, ``01067`` and ``1_000`` stay what was typed. A key without a value is left out.
    """

    text: Text
    value: Any
    root: Node | None = field(repr=False)
    offset: int = 0
    """Lines of the file before the YAML begins."""
    blanks: tuple[tuple[str | int, ...], ...] = ()
    """Paths of the keys that stand there without a value."""
    corrected: frozenset[int] = frozenset()
    """Lines of the file that were read as they should be, and not as they stand: what is wrong with them is known."""

    @staticmethod
    def empty(file: str) -> Doc:
        """The document of a file that need not be there."""
        return Doc(Text(file, ""), {}, None)

    def top_keys(self) -> tuple[str, ...]:
        """The keys of the outermost mapping, those without a value too, in the order of the file."""
        if not isinstance(self.root, MappingNode):
            return ()
        return tuple(dict.fromkeys(k.value for k, _ in self.root.value if isinstance(k, ScalarNode)))

    def strings(self, *path: str | int) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The texts of the list (or the one text) at a path, each with its own path.

        Read from the raw values, so that references are checked even where something else is wrong.
        """
        value = self.value
        for step in path:
            inside = isinstance(value, dict) and step in value
            inside = inside or (isinstance(value, list) and isinstance(step, int) and step < len(value))
            if not inside:
                return ()
            value = value[step]
        if isinstance(value, str):
            return ((path, value.strip()),)
        if not isinstance(value, list):
            return ()
        return tuple(((*path, i), item.strip()) for i, item in enumerate(value) if isinstance(item, str))

    def listed(self, *path: str | int) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The texts of a list, as ``strings`` gives them; none of a single text, which is told by its form."""
        return tuple(item for item in self.strings(*path) if len(item[0]) > len(path))

    def _find(self, path: Path) -> tuple[Node | None, Node | None, bool]:
        key: Node | None = None
        node = self.root
        for step in path:
            pair = _child(node, step)
            if pair is None:
                return key, node, False
            key, node = pair
        return key, node, True

    def has(self, path: Path) -> bool:
        """Whether the key is there, with a value or without."""
        return self._find(path)[2]

    def at(self, path: Path, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key), or of the nearest thing around it."""
        key, node, _ = self._find(path)
        chosen = key if on_key and key is not None else node
        if chosen is None:
            return 1 + self.offset, 1
        return _place(chosen.start_mark, self.offset)

    def problem(
        self,
        code: Code,
        path: Path,
        found: str,
        expected: str,
        fix: str,
        level: Level = Level.ERROR,
        *,
        on_key: bool = False,
    ) -> Problem:
        """A problem of the value at ``path``."""
        return self.text.problem(code, self.at(path, on_key=on_key), found, expected, fix, level)

    def refusal(self, error: RefusalError, path: Path) -> Problem:
        """The problem of a refused value."""
        return self.problem(error.code, path, error.found, error.expected, error.fix)


def _place(mark: Any, offset: int = 0) -> tuple[int, int]:
    """Line and column from 1; libyaml counts from 0."""
    return (1 + offset, 1) if mark is None else (mark.line + 1 + offset, mark.column + 1)


def _child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def parse_yaml(text: Text, yaml: str | None = None, offset: int = 0) -> tuple[Doc | None, tuple[Problem, ...]]:
    """The document, and every problem of its form; ``None`` where it could not be read to its end.

    ``yaml`` is the part of the file to read (all of it by default), ``offset`` the lines before it.
    An empty document has an empty mapping as its value.
    """
    part = text.text if yaml is None else yaml
    if directive := _DIRECTIVE.match(part):
        return None, (_to_problem(text, directive_complaint(part.count("\n", 0, directive.end()) + 1), offset),)
    try:
        if ("&" in part or "*" in part) and (found := _anchor(part)):
            return None, (_to_problem(text, found, offset),)
        root = _Parser(part).get_single_node()
    except _TooDeepError as error:
        return None, (_to_problem(text, _too_deep(error), offset),)
    except MarkedYAMLError as error:
        return None, (_to_problem(text, scanner_complaint(error, part), offset),)
    except YAMLError as error:
        return None, (_to_problem(text, reader_complaint(error, part), offset),)
    walk = _Walk(text, offset, [], [])
    value = None if root is None else walk.plain(root)
    remarks = (*_remarks(text, part, root, offset), *plain_marks(text, part, root, offset))
    return Doc(text, {} if value is None else value, root, offset, tuple(walk.blanks)), (*walk.problems, *remarks)


def _remarks(text: Text, part: str, root: Node | None, offset: int) -> Iterator[Problem]:
    for place, words in texts_in_remarks(part, root):
        line, start = part.count("\n", 0, place), part.rfind("\n", 0, place) + 1
        better = corrected(part[start:].split("\n", 1)[0])
        fix = f"{_HASH}:\n{better.strip()}" if better else f"{_HASH}."
        yield text.problem(
            Code.HASH_IN_TEXT,
            (line + 1 + offset, place - start + 1),
            f"“{words[:60]}”, which counts as a remark and not as text",
            "a text with “#” in quotation marks, or a remark with a blank behind the “#”",
            fix,
            Level.WARNING,
        )


_HASH = "If this belongs to the text, put the whole in quotation marks"


def parse_mapping(
    text: Text, example: str, yaml: str | None = None, offset: int = 0
) -> tuple[Doc | None, tuple[Problem, ...]]:
    """Like ``parse_yaml``, for a file that has to consist of keys with values, such as ``example``."""
    doc, problems = parse_yaml(text, yaml, offset)
    if doc is None or isinstance(doc.value, dict):
        return doc, problems
    return None, (*problems, _no_mapping(doc, text.text if yaml is None else yaml, example, offset))


def _no_mapping(doc: Doc, part: str, example: str, offset: int) -> Problem:
    found = "a list" if isinstance(doc.value, list) else "text without any key"
    first = part.split("\n")[doc.at(())[0] - offset - 1] if isinstance(doc.value, str) else ""
    if better := unglued(first):
        key = better.split(":", 1)[0].strip()
        found, fix = f"no blank behind “{key}:”", f"Add the blank:\n{better.strip()}"
        return doc.problem(Code.YAML_BLANK, (), found, "“key: value”", fix)
    fix = f"Write each key on a line of its own, such as:\n{example}"
    return doc.problem(Code.WRONG_TYPE, (), found, "keys with values", fix)


def _to_problem(text: Text, complaint: Complaint, offset: int) -> Problem:
    line, column = complaint.at
    complaint = repaired(complaint, text.line(line + offset))
    return text.problem(complaint.code, (line + offset, column), complaint.found, complaint.expected, complaint.fix)


def _anchor(part: str) -> Complaint | None:
    parser = _Parser(part)
    while parser.check_event():
        event = parser.get_event()
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            sign = "*" if isinstance(event, AliasEvent) else "&"
            return anchor_complaint(sign, _place(event.start_mark))
    return None


def _too_deep(error: _TooDeepError) -> Complaint:
    node = error.args[0]
    at = _place(node.start_mark if isinstance(node, Node) else None)
    return Complaint(
        Code.YAML_DEPTH,
        at,
        f"more than {MAX_DEPTH} levels, one inside another",
        "a few levels",
        "Close the brackets, or put the text in quotation marks if the brackets belong to it.",
    )


@dataclass(frozen=True, slots=True)
class _Walk:
    """Turns nodes into plain values and collects what is wrong on the way."""

    text: Text
    offset: int
    problems: list[Problem]
    blanks: list[tuple[str | int, ...]]

    def plain(self, node: Node, path: tuple[str | int, ...] = ()) -> Any:
        if node.tag is not None:
            self.problems.append(self._say(tag_complaint(node.tag, _place(node.start_mark))))
        if isinstance(node, ScalarNode):
            value = node.value
            return None if value in NULLS and not node.style else value
        if isinstance(node, SequenceNode):
            return [self.plain(item, (*path, place)) for place, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: Node, path: tuple[str | int, ...]) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        if isinstance(node, MappingNode) and node.flow_style:
            self.problems.extend(self._say(cut) for cut in cut_values(node.value))
        for key, child in node.value:
            if not isinstance(key, ScalarNode):
                self._complain(Code.YAML_BRACKET, key, "brackets before the colon", "a word before the colon", _KEY)
                continue
            if key.tag is not None:
                self.problems.append(self._say(tag_complaint(key.tag, _place(key.start_mark))))
            name = key.value
            if name[:1] in _NO_BREAK and name.strip():
                fix = f"Delete these blanks and indent with the space bar:\n{name.strip()}:"
                self._complain(Code.YAML_INDENT, key, "a line indented with no-break spaces", "spaces", fix)
                continue
            if name in seen:
                found = f"“{name}” for the second time"
                self._complain(Code.DUPLICATE_KEY, key, found, "each key once", _TWICE)
                continue
            seen[name] = self.plain(child, (*path, name))
            if seen[name] is None and not is_cut(node, child):
                self.blanks.append((*path, name))
        return {name: value for name, value in seen.items() if value is not None}

    def _say(self, complaint: Complaint) -> Problem:
        return _to_problem(self.text, complaint, self.offset)

    def _complain(self, code: Code, node: Node, found: str, expected: str, fix: str) -> None:
        at = _place(node.start_mark, self.offset)
        self.problems.append(self.text.problem(code, at, found, expected, fix))


_KEY = "Put the text in quotation marks if the brackets belong to it."
_NO_BREAK = ("\u00a0", "\u202f", "\u2007")
_TWICE = "Keep one of the two lines and delete the other."
