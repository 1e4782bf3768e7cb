"""A fault in the form of a YAML text, in words for somebody who does not program."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.codes import Code


@dataclass(frozen=True, slots=True)
class Complaint:
    """A fault in the form of a YAML text; ``at`` is line and column from 1 within that text."""

    code: Code
    at: tuple[int, int]
    found: str
    expected: str
    fix: str


def line_of(text: str, line: int) -> str:
    """A line by its number from 0; empty behind the last."""
    lines = text.split("\n")
    return lines[line] if line < len(lines) else ""
