"""Reads JSON as chat models write it: with words around it, a comma too many, a bracket too few."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

_START = re.compile(r"[{\[]")
_THOUGHTS = re.compile(r"</(?:think|thinking|thought|thoughts|reasoning|reflection|analysis)>", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:[,:}\]]|//|$)")
_BARE = re.compile(r'(?<!\\)"')
_PARTNER = {"{": "}", "[": "]"}
_LONGEST_PYTHON = 100_000
_MOST_STARTS = 20
"""Brackets in the words before the JSON that are tried as its beginning."""


def values_in(text: str) -> Iterator[Any]:
    """The objects and lists in a text, the likeliest first: what stands behind a model's thoughts.

    A line end inside a string is taken for what it is, a comma before a closing bracket is passed over, and
    brackets that are missing at the end are added. A text that breaks off inside a string gives nothing:
    the rest of a sentence cannot be known.
    """
    answer = _unpacked(_THOUGHTS.split(text)[-1])
    for start, _ in zip(_START.finditer(answer), range(_MOST_STARTS), strict=False):
        repaired = _repaired(answer[start.start() :])
        try:
            yield json.loads(repaired, strict=False)
        except ValueError:
            yield from _python(answer[start.start() :])


def _unpacked(text: str) -> str:
    """The text that a JSON string holds, where all of it is one."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, str) else text


def _python(text: str) -> Iterator[Any]:
    """A value with the quotation marks of Python, where the whole rest of the text is one."""
    try:
        yield ast.literal_eval(text.strip().removesuffix("```").strip()[:_LONGEST_PYTHON])
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return


def _repaired(text: str) -> str:
    """From the bracket a text begins with to its partner, with what models get wrong put right."""
    out: list[str] = []
    closing: list[str] = []
    position = 0
    while position < len(text):
        sign = text[position]
        if sign == '"':
            end = _end_of_string(text, position)
            out.append(_escaped(text[position:end]))
            position = end
            continue
        if text.startswith("//", position):
            position = len(text) if (end := text.find("\n", position)) < 0 else end
            continue
        if sign in _PARTNER:
            if "".join(out[-1:]) in ("}", "]"):
                out.append(",")
            closing.append(_PARTNER[sign])
        elif sign in closing:
            _without_comma(out)
            while closing[-1] != sign:
                out.append(closing.pop())
            closing.pop()
        if not sign.isspace():
            out.append(sign)
        position += 1
        if not closing:
            return "".join(out)
    _without_comma(out)
    return "".join((*out, *reversed(closing)))


def _end_of_string(text: str, start: int) -> int:
    """The place behind the closing mark, or behind the text where there is none.

    A mark that nothing of JSON follows stands inside the text: *„Haus" hier*.
    """
    position = start + 1
    while position < len(text) and not (text[position] == '"' and _CLOSES.match(text, position + 1)):
        position += 2 if text[position] == "\\" else 1
    return min(position + 1, len(text))


def _escaped(string: str) -> str:
    """A string of JSON with the marks inside it escaped."""
    return '"' + _BARE.sub(r"\"", string[1:-1]) + string[-1] if len(string) > 1 else string


def _without_comma(out: list[str]) -> None:
    while out and out[-1].isspace():
        out.pop()
    if out and out[-1] == ",":
        out.pop()
