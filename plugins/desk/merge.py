"""Joins what two people made of one text, line by line, and keeps the line ends that a file has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_ENDS = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def with_ends(original: str, text: str) -> str:
    """``text`` (line feeds alone) with the line ends that its lines have in ``original``; a new line gets the usual."""
    if "\r" not in original:
        return text
    old = [line for line in _ENDS.findall(original) if line]
    new = [line for line in _ENDS.findall(text) if line]
    bare = [line.rstrip("\r\n") for line in old]
    usual = "\r\n" if original.count("\r\n") * 2 >= original.count("\n") else "\n"
    out = [line[:-1] + usual if line.endswith("\n") else line for line in new]
    found = SequenceMatcher(None, bare, [line.rstrip("\n") for line in new], autojunk=False)
    for a, b, size in found.get_matching_blocks():
        for step in range(size):
            end = old[a + step][len(bare[a + step]) :]
            if end and new[b + step].endswith("\n"):
                out[b + step] = old[a + step]
    return "".join(out)


def merged(base: str, mine: str, theirs: str) -> str | None:
    """A text with the changes of both; ``None`` where both changed the same place, or places that touch."""
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    lines = [_lines(text) for text in (base, mine, theirs)]
    edits = sorted((*_edits(lines[0], lines[1], 0), *_edits(lines[0], lines[2], 1)), key=lambda edit: edit[:2])
    out: list[str] = []
    at, last = 0, (-1, -1, -1)
    for start, end, whose, new in edits:
        if start <= last[1] and whose != last[2] and last[0] >= 0:
            return None
        out += [*lines[0][at:start], *new]
        at, last = end, (start, end, whose)
    return "".join((*out, *lines[0][at:]))


def _lines(text: str) -> list[str]:
    return [line for line in _ENDS.findall(text) if line]


def _edits(base: list[str], other: list[str], whose: int) -> Iterator[tuple[int, int, int, list[str]]]:
    """(first line, line behind the last, whose, new lines) of each change."""
    found = SequenceMatcher(None, base, other, autojunk=False)
    for how, a, b, c, d in found.get_opcodes():
        if how != "equal":
            yield a, b, whose, other[c:d]
