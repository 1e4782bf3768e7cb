"""Lines that define the address of a link, and lines that only look like it: ``[Foto]: Hafenamt``."""

from __future__ import annotations

import re

_LINE = re.compile(r"^[ \t>]*\[([^\]\[\n^][^\]\[\n]*)\]:", re.MULTILINE)
_USE = re.compile(r"\[([^\]\[\n]+(?:\n[^\]\[\n]+)?)\](?!:)")
_TARGET = re.compile(r"(?:<[^<>\n]*>|\S*[/:.#]\S*)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$")
_COMMENT = frozenset({"//", "comment"})


def used_labels(text: str) -> frozenset[str]:
    """The labels that links of the text are written with; empty if it has no line that could define one."""
    if "]:" not in text or not _LINE.search(text):
        return frozenset()
    return frozenset(label(match[1]) for match in _USE.finditer(text))


def is_definition(name: str, target: str, used: frozenset[str]) -> bool:
    """Whether a line ``[name]: target`` defines an address: it looks like one, and a link needs it."""
    known = label(name)
    return bool(_TARGET.match(target)) and (known in used or known in _COMMENT)


def label(text: str) -> str:
    """A label as readers compare them."""
    return " ".join(text.split()).casefold()
