"""The two halves of an edition: front matter above, Markdown below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Problem
from plugins.newsroom.source import Text

PLACEHOLDER = "…"
"""Stands where words are still to be written; refused in a report that is no draft."""

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Halves:
    """The YAML (its first line is line 2 of the file), the body, and the line the body starts on."""

    yaml: str
    body: str
    body_line: int

    @property
    def front(self) -> str:
        """A digest of the front matter: 32 hexadecimal characters, from which its words cannot be had."""
        return blake2b(self.yaml.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def split(text: Text) -> tuple[Halves | None, tuple[Problem, ...]]:
    """The halves of an edition, or the problem that keeps them from being told apart.

    Blank lines between the front matter and the text belong to neither.
    """
    opening = _FENCE.match(text.text)
    if opening is None:
        return None, (_missing(text),)
    closing = _FENCE.search(text.text, opening.end() + 1)
    other = _OTHER_END.search(text.text, opening.end() + 1, closing.start() if closing else len(text.text))
    if other and ":" in text.text[opening.end() : other.start()]:
        return None, (_other_end(text, other),)
    if closing is None:
        return None, (_open(text),)
    start = closing.end() + 1
    body = text.text[start:]
    blank = len(body) - len(body.lstrip(" \t\n"))
    blank = body.rfind("\n", 0, blank) + 1
    line = text.text.count("\n", 0, start) + body.count("\n", 0, blank) + 1
    return Halves(text.text[opening.end() + 1 : closing.start()], body[blank:], line), ()


_DASHES = re.compile(r"([-–—+*_]{1,8}|```\w*)[ \t]*$")
"""What stands in the place of the three hyphens: Word's dashes, too many hyphens, the signs of other programs."""


_OTHER_END = re.compile(r"^(?:-{4,}|\.{3}|[—–]{1,3}|- - -|[=+*_]{3,})[ \t]*$", re.MULTILINE)
"""A line with which somebody meant to close the front matter."""


def _other_end(text: Text, found: re.Match[str]) -> Problem:
    return text.problem(
        Code.FRONT_MATTER_OPEN,
        text.position(found.start()),
        f"“{found[0].strip()}” where three hyphens belong",
        "a second line “---” above the text",
        "Write --- there; an editor for plain text leaves hyphens as they are.",
    )


def _missing(text: Text) -> Problem:
    lines = text.text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    expected = "three hyphens (---) on the first line, and again below the keys"
    if _DASHES.match(lines[first]) and lines[first].strip() != "---":
        found = f"“{lines[first].strip()}” where three hyphens belong"
        fix = "Write --- there and below the keys; an editor for plain text leaves hyphens as they are."
        return text.problem(Code.FRONT_MATTER_MISSING, (first + 1, 1), found, expected, fix)
    if first and lines[first].strip() == "---":
        found, fix = "an empty line above the front matter", "Delete the empty lines at the beginning of the file."
        return text.problem(Code.FRONT_MATTER_MISSING, (1, 1), found, expected, fix)
    return text.problem(
        Code.FRONT_MATTER_MISSING,
        (1, 1),
        "text at once" if text.text.strip() else "an empty file",
        "a first line “---”, then title and teaser, then a line “---”, then the text",
        "Start the file with the lines: --- / title: … / teaser: … / ---",
    )


def _open(text: Text) -> Problem:
    return text.problem(
        Code.FRONT_MATTER_OPEN,
        (1, 1),
        "a front matter that is opened here and never closed",
        "a second line “---” above the text",
        "Add a line of three hyphens between the keys (title, teaser …) and the text.",
    )
