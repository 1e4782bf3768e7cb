"""The containers that are open at a line: quotations, items of lists, notes, definitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

TAB = 4


class Kind(Enum):
    """What a container is."""

    QUOTE = "quote"
    BULLET = "bullet"
    NUMBER = "number"
    NOTE = "note"
    """A footnote or a definition: what belongs to it is indented by four blanks."""


@dataclass(slots=True)
class Box:
    """An open container. Columns count from the left edge, or from behind the last ``>``."""

    kind: Kind
    at: int = 0
    """Column of its mark."""
    content: int = 0
    """Column at which its content begins, the least that was seen."""
    sign: str = ""
    number: int = 0
    is_loose: bool = False
    """Whether a blank line stands in it."""


class Place(NamedTuple):
    """Where a line is taken up once the marks of its containers are read."""

    first: int
    """Index of the first character that is no blank."""
    column: int
    base: int
    """Column at which the innermost matched container begins."""
    matched: int
    """How many of the open containers the line belongs to."""

    @property
    def indent(self) -> int:
        """Columns of blanks before the first character, inside the containers."""
        return self.column - self.base


def place(line: str, stack: list[Box]) -> Place:
    """The place of a line among the containers that are open."""
    at = base = 0
    first, column = _skip(line, 0, 0)
    for box in stack:
        if box.kind is Kind.QUOTE:
            if column - base >= TAB or line[first : first + 1] != ">":
                break
            first, base, column = behind_quote(line, first)
        elif first < len(line):
            if column < box.content:
                break
            base = box.content
        at += 1
    return Place(first, column, base, at)


def behind_quote(line: str, first: int) -> tuple[int, int, int]:
    """(index, base, column) behind a ``>``: columns count anew from its content."""
    has_blank = line[first + 1 : first + 2] in (" ", "\t")
    after, moved = _skip(line, first + 1 + has_blank, 0)
    return after, 0, moved


def _skip(line: str, at: int, column: int) -> tuple[int, int]:
    for char in line[at:] if at else line:
        if char == " ":
            column += 1
        elif char == "\t":
            column += TAB - column % TAB
        else:
            break
        at += 1
    return at, column


def prefix(stack: Iterable[Box]) -> str:
    """What stands before a line in these containers."""
    return "".join(["> " if box.kind is Kind.QUOTE else " " * TAB for box in stack])
