"""What a comma cuts off in braces: ``{credit: Hafenamt, Muster}`` is a credit “Hafenamt” and a key “Muster”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yaml import MappingNode, Node, ScalarNode

from plugins.newsroom.codes import Code
from plugins.newsroom.yaml_complaint import Complaint
from plugins.newsroom.yaml_repair import quoted

Pair = tuple[Node, Node]

_EXPECTED = "a value behind each key; a text that holds a comma stands in quotation marks, or on a line of its own"


def cut_values(pairs: Sequence[Pair]) -> Iterator[Complaint]:
    """A complaint for each run of keys in braces that have no value, with the text they were cut from."""
    before: Pair | None = None
    run: list[Node] = []
    for key, value in pairs:
        if _is_absent(value):
            run.append(key)
            continue
        if run:
            yield _complaint(before, run)
        before, run = (key, value), []
    if run:
        yield _complaint(before, run)


def is_cut(mapping: Node, value: Node) -> bool:
    """Whether a value is absent in braces, where its key is told by ``cut_values``."""
    return isinstance(mapping, MappingNode) and bool(mapping.flow_style) and _is_absent(value)


def _is_absent(value: Node) -> bool:
    return isinstance(value, ScalarNode) and not value.style and not value.value


def _complaint(before: Pair | None, run: Sequence[Node]) -> Complaint:
    rest = _word(run[0]) + "".join(f"{_comma(one, two)}{_word(two)}" for one, two in pairwise(run))
    at = (run[0].start_mark.line + 1, run[0].start_mark.column + 1)
    if before is None or not _is_plain(before[1]):
        fix = f"Write the value behind it: {_word(run[0])}: …, or delete it."
        return Complaint(Code.YAML_COMMA, at, f"“{rest}” in braces, without a value", _EXPECTED, fix)
    key, value = _word(before[0]), _word(before[1])
    found = f"“{value}” as the value of “{key}”: in braces it ends at the comma, and “{rest}” is lost"
    whole = quoted(f"{value}{_comma(before[1], run[0])}{rest}")
    fix = f"Put the whole text in quotation marks: {key}: {whole}"
    return Complaint(Code.YAML_COMMA, at, found, _EXPECTED, fix)


def _comma(one: Node, two: Node) -> str:
    """The comma between two texts, with a blank behind it if there is one."""
    return ", " if two.start_mark.index - one.end_mark.index > 1 else ","


def _is_plain(value: Node) -> bool:
    return isinstance(value, ScalarNode) and not value.style


def _word(node: Node) -> str:
    return re.sub(r"\s+", " ", node.value) if isinstance(node, ScalarNode) else "…"
