"""Changes values in a YAML text, and leaves every other line as it is: remarks, order, quotation marks, blank lines."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from plugins.desk.yaml_emit import Value, entry, in_brackets, item, one_line
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_source import parse_mapping


class NotEditableError(Exception):
    """A text that cannot be changed without touching more than what was asked for."""


def edited(yaml: str, wanted: Mapping[str, Value]) -> str:
    """The text with the values wanted, all of them; keys that are not wanted are taken out.

    Line feeds alone. Lines whose values stay are not touched, byte for byte. Raises ``NotEditableError`` where the text
    cannot be read, or would not give back what is wanted.
    """
    doc, problems = parse_mapping(Text("", yaml), "")
    if doc is None or any(problem.level == "error" for problem in problems):
        raise NotEditableError
    if doc.value == wanted:
        return yaml
    edits = _Edits(yaml)
    if isinstance(doc.root, MappingNode) and not doc.root.flow_style:
        _mapping(edits, doc.root, wanted)
    else:
        edits.replace(len(yaml), len(yaml), _joined(yaml, [line for k, v in wanted.items() for line in entry(k, v, 0)]))
    made = edits.applied()
    again, faults = parse_mapping(Text("", made), "")
    if again is None or again.value != wanted or any(fault.level == "error" for fault in faults):
        raise NotEditableError
    return made


def _joined(before: str, lines: list[str]) -> str:
    start = "" if not before or before.endswith("\n") else "\n"
    return start + "\n".join(lines) + "\n"


@dataclass(slots=True)
class _Edits:
    """The text, and what is to be put in the place of what. One owner, one call."""

    text: str
    made: list[tuple[int, int, str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [0, *accumulate(len(line) for line in self.text.splitlines(keepends=True))]

    def place(self, mark: Any) -> int:
        line, column = int(mark.line), int(mark.column)
        return min(self.starts[min(line, len(self.starts) - 1)] + column, len(self.text))

    def line_of(self, place: int) -> int:
        return min(bisect_right(self.starts, place) - 1, len(self.starts) - 1)

    def line(self, number: int) -> int:
        """Where that line begins (from 0)."""
        return self.starts[min(number, len(self.starts) - 1)]

    def replace(self, start: int, end: int, text: str) -> None:
        self.made.append((start, end, text))

    def insert_lines(self, number: int, lines: list[str]) -> None:
        """Puts lines before that line."""
        at = self.line(number)
        self.replace(at, at, _joined(self.text[:at], lines))

    def delete_lines(self, first: int, last: int) -> None:
        self.replace(self.line(first), self.line(last + 1), "")

    def applied(self) -> str:
        out, at = [], 0
        for start, end, text in sorted(self.made, key=lambda edit: edit[:2]):
            if start < at:
                raise NotEditableError
            out += [self.text[at:start], text]
            at = end
        return "".join((*out, self.text[at:]))

    def first_line(self, node: Node) -> int:
        return self.line_of(self.place(node.start_mark))

    def last_line(self, node: Node) -> int:
        """The last line on which a value has something to say."""
        if isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
            last = node.value[-1]
            key, value = last if isinstance(last, tuple) else (None, last)
            return max(self.last_line(value), self.last_line(key) if key else 0)
        end = self.place(node.end_mark)
        number = self.line_of(end)
        if isinstance(node, ScalarNode) and node.style in ("|", ">") and end == self.line(number):
            number -= 1
            while number > self.first_line(node) and not self.text[self.line(number) : self.line(number + 1)].strip():
                number -= 1
        return number


def _mapping(edits: _Edits, node: MappingNode, wanted: Mapping[str, Value]) -> None:
    """The keys of a block: changed, taken out, put at its end."""
    indent = node.value[0][0].start_mark.column
    for key, value in node.value:
        name = key.value
        if name not in wanted:
            if plain(value) is not None:
                _without(edits, node, key, value)
        elif plain(value) != wanted[name]:
            _changed(edits, key, value, wanted[name], indent)
    known = {key.value for key, _ in node.value}
    lines = [line for name, each in wanted.items() if name not in known for line in entry(name, each, indent)]
    if lines:
        edits.insert_lines(edits.last_line(node) + 1, lines)


def _without(edits: _Edits, node: MappingNode, key: Node, value: Node) -> None:
    first, last = edits.first_line(key), max(edits.last_line(value), edits.first_line(key))
    if edits.text[edits.line(first) : edits.place(key.start_mark)].strip():
        raise NotEditableError  # behind the dash of a list: the whole item is written anew
    if len(node.value) == 1 and key.start_mark.column:
        raise NotEditableError
    edits.delete_lines(first, last)


def _changed(edits: _Edits, key: Node, value: Node, wanted: Value, indent: int) -> None:
    if _scalar(edits, value, wanted):
        return
    if isinstance(value, MappingNode) and isinstance(wanted, dict) and not value.flow_style and value.value:
        mark = len(edits.made)
        try:
            _mapping(edits, value, wanted)
            return
        except NotEditableError:
            del edits.made[mark:]
    if isinstance(value, SequenceNode) and isinstance(wanted, list) and wanted:
        if value.flow_style and all(isinstance(each, str) for each in wanted):
            edits.replace(edits.place(value.start_mark), edits.place(value.end_mark), in_brackets(wanted))
            return
        if not value.flow_style and value.value:
            _sequence(edits, value, wanted)
            return
    first = edits.place(key.start_mark)
    last = max(edits.last_line(value), edits.first_line(key))
    lines = entry(key.value, wanted, indent)
    edits.replace(first, edits.line(last + 1), lines[0][indent:] + "\n" + "".join(f"{line}\n" for line in lines[1:]))


def _scalar(edits: _Edits, node: Node, wanted: Value) -> bool:
    """Puts one text in the place of another, if both stand on a line."""
    if not isinstance(node, ScalarNode) or not isinstance(wanted, str) or node.style in ("|", ">"):
        return False
    start, end = edits.place(node.start_mark), edits.place(node.end_mark)
    if "\n" in wanted or edits.line_of(start) != edits.line_of(end):
        return False
    blank = " " if start == end and edits.text[start - 1 : start] not in (" ", "\n", "") else ""
    style = node.style if node.style in ("'", '"') else ""
    edits.replace(start, end, blank + one_line(wanted, style))
    return True


def _sequence(edits: _Edits, node: SequenceNode, wanted: list[Value]) -> None:
    """The items of a list: those that stay keep their lines, also when they change places."""
    dash = node.start_mark.column
    spans = list(_spans(edits, node))
    before = [_mark(plain(each)) for each in node.value]
    after = [_mark(each) for each in wanted]
    lines = {mark: edits.text[edits.line(a) : edits.line(b + 1)] for mark, (a, b) in zip(before, spans, strict=True)}
    inline = bool(edits.text[edits.line(spans[0][0]) : edits.place(node.start_mark)].strip())
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            continue
        if how == "replace" and b - a == d - c and not {*before[a:b]} & {*after}:
            for place, new in zip(range(a, b), wanted[c:d], strict=True):
                _item(edits, node.value[place], spans[place], new, dash)
            continue
        if inline:
            raise NotEditableError
        for place in range(a, b):
            edits.delete_lines(*spans[place])
        fresh = "".join(lines.get(_mark(each)) or "\n".join(item(each, dash)) + "\n" for each in wanted[c:d])
        if fresh:
            at = edits.line(spans[a][0]) if a < len(spans) else edits.line(spans[-1][1] + 1)
            start = "\n" if at and edits.text[at - 1] != "\n" else ""
            edits.replace(at, at, start + (fresh if fresh.endswith("\n") else fresh + "\n"))


def _spans(edits: _Edits, node: SequenceNode) -> Iterator[tuple[int, int]]:
    """First and last line of each item; the first line is that of its dash."""
    for each in node.value:
        first = edits.first_line(each)
        yield first, max(edits.last_line(each), first)


def _item(edits: _Edits, node: Node, span: tuple[int, int], wanted: Value, dash: int) -> None:
    """One item, changed where it stands; written anew where that cannot be."""
    if _scalar(edits, node, wanted):
        return
    mark = len(edits.made)
    if isinstance(node, MappingNode) and isinstance(wanted, dict) and not node.flow_style:
        try:
            _mapping(edits, node, wanted)
            return
        except NotEditableError:
            del edits.made[mark:]
    edits.replace(edits.line(span[0]), edits.line(span[1] + 1), "".join(f"{line}\n" for line in item(wanted, dash)))


def plain(node: Node) -> Any:
    """The value of a node as the newsroom reads it; ``None`` where there is nothing."""
    doc_null = {"", "~", "null", "Null", "NULL"}
    if isinstance(node, ScalarNode):
        return None if node.value in doc_null and not node.style else node.value
    if isinstance(node, SequenceNode):
        return [plain(each) for each in node.value]
    pairs = ((key.value, plain(value)) for key, value in node.value)
    return {key: value for key, value in pairs if value is not None}


def _mark(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
