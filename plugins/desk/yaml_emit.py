"""Writes values as lines of YAML in the block style of the handbook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from plugins.translation.yaml_text import scalar

Value = str | list["Value"] | dict[str, "Value"]
"""A value as the newsroom reads it: which type a text has, its key decides."""

_SIMPLE = re.compile(
    r"\d[\dT:.+-]*[\d]|\d|[a-z0-9][a-z0-9._-]*[a-z0-9]|[A-Z]{2}|(?:https?://|mailto:)[\w./%?=&~+@;-]+[\w/]", re.ASCII
)
"""Days, times, numbers, ids, names of files, countries and addresses, which need no quotation marks."""
_FLAGS = ("true", "false")
"""As the handbook writes them."""
_NUMBER = re.compile(r"[01]?\.?\d+")
_IN_BRACKETS = re.compile(r"[\w.-]+")


def one_line(text: str, style: str = "") -> str:
    """A text as a scalar; ``style``: the quotation mark that stood there before."""
    if style == "'" and "\n" not in text and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return json.dumps(text, ensure_ascii=False)
    if text in _FLAGS or (_SIMPLE.fullmatch(text) and not text.isalpha()):
        return text
    return scalar(text)


def in_brackets(value: Value) -> str:
    """A value for a place inside brackets or braces, where a comma ends a text."""
    if isinstance(value, list):
        return f"[{', '.join(map(in_brackets, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{in_brackets(key)}: {in_brackets(each)}" for key, each in value.items()) + "}"
    return value if _IN_BRACKETS.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def entry(key: str, value: Value, indent: int) -> list[str]:
    """The lines of a key with its value."""
    pad = " " * indent
    name = one_line(key)
    if isinstance(value, str):
        return _text(f"{pad}{name}:", value, indent)
    if isinstance(value, dict):
        return [f"{pad}{name}:", *(line for k, v in value.items() for line in entry(k, v, indent + 2))]
    if value and all(isinstance(each, str) and _NUMBER.fullmatch(each) for each in value):
        return [f"{pad}{name}: {in_brackets(value)}"]
    return [f"{pad}{name}:", *(line for each in value for line in item(each, indent + 2))]


def item(value: Value, indent: int) -> list[str]:
    """The lines of one item of a list; ``indent``: of its dash."""
    pad = " " * indent
    if isinstance(value, str):
        return _text(f"{pad}-", value, indent)
    if isinstance(value, list):
        return [f"{pad}- {in_brackets(value)}"]
    lines = [line for k, v in value.items() for line in entry(k, v, indent + 2)]
    return [f"{pad}- {lines[0][indent + 2 :]}", *lines[1:]]


def _text(head: str, text: str, indent: int) -> list[str]:
    """A text behind its key or dash: over several lines where it has some."""
    if "\n" not in text or not _is_plain(text):
        return [f"{head} {one_line(text)}"]
    pad = " " * (indent + 2)
    return [f"{head} |-", *(pad + line if line else "" for line in text.split("\n"))]


def _is_plain(text: str) -> bool:
    """Whether a text may stand as a block: nothing at its edges that a reader of YAML would take away."""
    lines = text.split("\n")
    return bool(lines[0]) and not lines[0].startswith((" ", "\t")) and bool(lines[-1]) and all(_printable(lines))


def _printable(lines: list[str]) -> Iterator[bool]:
    yield from (line.isprintable() for line in lines)
