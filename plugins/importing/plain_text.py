"""Plain text, typed or copied from a page -> blocks: paragraphs, lists, lines."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from dataclasses import replace

from plugins.importing.block import Block, BlockKind, Source
from plugins.importing.columns import rows_of
from plugins.importing.prose import of_text

_BULLET = re.compile(r"\s*(?:[-–—•●▪◦‣·*o]|\uf0b7)[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"\s*\d{1,3}[.)][ \t\u00a0]+(?=\S)")
_WRAP = range(50, 100)
"""Columns at which mail programs and terminals break lines."""


def decoded(data: bytes) -> str:
    """The text in the encoding it is written in: UTF-8, UTF-16 with its mark, else that of Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def read_text(text: str, name: str, form: str = "text") -> Source:
    """The text as a source."""
    return Source(name, form, tuple(blocks_of(text)), words=text)


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a text, in order; lines that a program broke are joined."""
    line = 1
    for group, start in _groups(text, line):
        yield from _grouped(group, start)


def _groups(text: str, line: int) -> Iterator[tuple[list[str], int]]:
    """Runs of lines between blank ones, each with the number of its first line."""
    group: list[str] = []
    start = line
    for number, content in enumerate(text.split("\n"), 1):
        if content.strip():
            start = start if group else number
            group.append(content.strip("\f"))
        elif group:
            yield group, start
            group = []
    if group:
        yield group, start


def _grouped(group: list[str], start: int) -> Iterator[Block]:
    if _is_wrapped(group):
        yield _paragraph(" ".join(line.strip() for line in group), start)
        return
    at = 0
    while at < len(group):
        rows = rows_of(group[at:])
        if rows:
            yield _table(rows, start + at)
            at += len(rows)
            continue
        end = at
        mark = _BULLET if _BULLET.match(group[at]) else _NUMBER if _NUMBER.match(group[at]) else None
        while mark and end < len(group) and mark.match(group[end]):
            end += 1
        if mark and (end - at > 1 or mark is _BULLET):
            yield _list(group[at:end], mark, start + at)
            at = end
        else:
            yield replace(_paragraph(group[at].strip(), start + at), is_close=at > 0)
            at += 1


def _is_wrapped(group: list[str]) -> bool:
    """Whether all lines but the last were broken at about one column, none of them being an entry."""
    lengths = [len(line.rstrip()) for line in group[:-1]]
    if len(lengths) < 2 or any(_BULLET.match(line) or _NUMBER.match(line) for line in group[1:]):
        return False
    longest = max(lengths)
    return (
        longest in _WRAP
        and statistics.median(lengths) > longest - 15
        and min(lengths) > longest - 30
        and len(group[-1]) <= longest
    )


def _paragraph(text: str, line: int) -> Block:
    return Block(BlockKind.PARAGRAPH, text, of_text(text), f"line {line}")


def _table(rows: list[list[str]], line: int) -> Block:
    """A table, its first row as head."""
    made = ["| " + " | ".join(of_text(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    made.insert(1, "|" + " --- |" * len(rows[0]))
    return Block(BlockKind.TABLE, "\n".join(" ".join(row) for row in rows), "\n".join(made), f"line {line}")


def _list(lines: list[str], mark: re.Pattern[str], line: int) -> Block:
    """A list; numbers are those that were typed."""
    words, made = [], []
    for entry in lines:
        found = mark.match(entry)
        text = entry[found.end() :].strip() if found else entry.strip()
        head = f"{re.sub(r'[^0-9]', '', found[0])}." if found and mark is _NUMBER else "-"
        words.append(f"{head} {text}" if head != "-" else text)
        made.append(f"{head} {of_text(text)}")
    return Block(BlockKind.LIST, "\n".join(words), "\n".join(made), f"line {line}")
