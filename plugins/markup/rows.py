"""Rows that were meant as a table: cells between tabs, as a spreadsheet copies them, or between bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.markup.code_passages import code_passages
from plugins.markup.dialect.markers import marker
from plugins.markup.dialect.signs import SignKind
from plugins.markup.dialect.tables import cells, is_separator
from plugins.markup.document import TextRemark

_TABS = re.compile(r"\S\t+(?=\S)")


def rows(typed: str) -> Iterator[TextRemark]:
    """The first of each group of rows with as many cells, two at least, that no line makes a table of."""
    if "\t" not in typed and "|" not in typed:
        return
    lines = _prose(typed).split("\n")
    at = 0
    while at < len(lines):
        count, last = _cells(lines[at]), at + 1
        while count > 1 and last < len(lines) and _cells(lines[last]) == count:
            last += 1
        is_table = any(map(is_separator, lines[at : last + 1])) or (at > 0 and is_separator(lines[at - 1]))
        if last - at > 1 and not is_table:
            yield TextRemark(SignKind.ROWS, " ".join(lines[at].split())[:60], at + 1)
        while is_table and last < len(lines) and "|" in lines[last]:
            last += 1
        at = last


def _cells(line: str) -> int:
    """How many cells a line has, parted by tabs or by bars; 0 for an item of a list, and for a single bar in words."""
    words = line.strip()
    tabs = len(_TABS.findall(words)) if words and not marker(words) else 0
    if tabs:
        return tabs + 1
    is_row = (words.startswith("|") or words.count("|") > 1) and not marker(words)
    return cells(words) if is_row else 0


def _prose(typed: str) -> str:
    """The text with its passages of code blank."""
    if "`" not in typed and "~~~" not in typed:
        return typed
    out: list[str] = []
    at = 0
    for _, start, end in code_passages(typed):
        out += (typed[at:start], re.sub(r"[^\n]", " ", typed[start:end]))
        at = end
    return "".join([*out, typed[at:]])
