"""Finds the blocks of a Markdown text, with the place of every character."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from plugins.markup.dialect.edits import Plain as Marked
from plugins.markup.dialect.step import plain_markdown
from plugins.markup.errors import TooDeepError
from plugins.translation.html_words import runs
from plugins.translation.parser import block_tokens

_LINE_END = re.compile(r"\r\n?")
_BLANK = " \t\n\x0b\x0c\r"
_KINDS = {
    "heading_open": "heading",
    "th_open": "cell",
    "td_open": "cell",
    "dt_open": "term",
    "dd_open": "definition",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "footnote_reference_open": "note",
    "abbreviation_open": "abbreviation",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One block of words: ``content`` as the parser sees it, character n of it standing at
    ``at[n]`` of the plain text; ``at`` has one more element, the end.
    """

    kind: str
    content: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as plain Markdown with ``\\n`` line ends and no byte order mark, and the way back to the original."""

    source: str
    marked: Marked
    offset: int
    shortened: tuple[int, ...]

    @property
    def text(self) -> str:
        """The Markdown that the parser reads."""
        return self.marked.text

    def place(self, index: int) -> int:
        """Where character ``index`` of ``text`` begins in ``source``."""
        return self._typed(self.marked.begin(index))

    def after(self, index: int) -> int:
        """Where character ``index`` of ``text`` ends in ``source``."""
        return self._typed(self.marked.end(index))

    def line(self, index: int) -> int:
        """The line, from 1, of ``source`` on which character ``index`` of ``text`` begins."""
        return self.marked.typed.count("\n", 0, self.marked.begin(index)) + 1

    def _typed(self, index: int) -> int:
        return index + self.offset + bisect_left(self.shortened, index)


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a text in its order; ``env`` holds its link definitions for the marks inside."""

    plain: Plain
    found: tuple[Block, ...]
    env: dict[str, Any]
    lost: int = 0
    """How many blocks could not be placed, and so stay as they are."""


def plain(source: str) -> Plain:
    """``source`` as the parser wants it."""
    offset = 1 if source.startswith("\ufeff") else 0
    rest = source[offset:]
    shortened: list[int] = []
    for match in _LINE_END.finditer(rest):
        if match.end() - match.start() == 2:
            shortened.append(match.start() - len(shortened))
    typed = _LINE_END.sub("\n", rest).replace("\0", "\ufffd")
    return Plain(source, _marked(typed), offset, tuple(shortened))


def _marked(typed: str) -> Marked:
    try:
        return plain_markdown(typed).plain
    except TooDeepError:
        return Marked(typed, typed)


def find_blocks(source: str) -> Blocks:
    """The blocks of words of a Markdown text."""
    text = plain(source)
    env: dict[str, Any] = {}
    found: list[Block] = []
    lost = 0
    stack: list[str] = []
    column = hashes = 0
    for token in block_tokens(text.text, env):
        column = 0 if token.type == "tr_open" else column
        if token.type == "heading_open":
            hashes = token.markup.count("#")
        elif token.nesting < 0:
            hashes = 0
        if token.nesting > 0:
            stack.append(token.type)
        elif token.nesting < 0:
            stack.pop()
        if token.type == "html_block" and token.level == 0 and token.map:
            found += _html(text.text, token.map[0], token.map[1])
        if token.type != "inline":
            continue
        kind = _kind(stack)
        token.meta.setdefault("skip", hashes)
        block = _cell(text.text, token, column) if kind == "cell" else _lines(text.text, token, kind)
        column += 1
        if block is None:
            lost += bool(token.content.strip())
        elif block.content.strip():
            found.append(block)
    found.sort(key=lambda block: block.at[0])
    return Blocks(text, tuple(found), env, lost)


def _html(text: str, first: int, last: int) -> Iterator[Block]:
    """The runs of words in the HTML block on those lines."""
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
    offset, end = starts[first], starts[min(last, len(starts) - 1)] - 1
    for start, stop in runs(text[offset:end]):
        yield Block("html", text[offset + start : offset + stop], tuple(range(offset + start, offset + stop + 1)))


def _kind(stack: list[str]) -> str:
    """What the innermost container with a name makes of a block."""
    return next((_KINDS[name] for name in reversed(stack) if name in _KINDS), "paragraph")


def _lines(text: str, token: Token, kind: str) -> Block | None:
    """The block of one ``inline`` token, or ``None`` if its lines are not found where they should be."""
    starts = iter(token.meta.get("starts", ()))
    skip = token.meta.get("skip", 0)
    at: list[int] = []
    for number, line in enumerate(token.content.split("\n")):
        words = line.lstrip(" \t")
        begin = next((n for s in starts if (n := _find(text, words, s + skip)) >= 0), -1)
        if begin < 0:
            return None
        if number:
            at.append(_line_end(text, at[-1] if at else begin))
        at.extend([begin] * (len(line) - len(words)))
        at.extend(range(begin, begin + len(words)))
        skip = 0
    at.append(at[-1] + 1 if at else 0)
    return Block(kind, token.content, tuple(at))


def _find(text: str, words: str, start: int) -> int:
    """Where ``words`` stand on the line that begins at ``start``, or -1."""
    return text.find(words, start, _line_end(text, start))


def _line_end(text: str, start: int) -> int:
    """Offset of the first line end from ``start`` on."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _cell(text: str, token: Token, column: int) -> Block | None:
    """The block of one cell of a table row: the row is divided as the parser divides it."""
    if not token.content:
        return None
    start = token.meta["starts"][0]
    cells = _row(text, start, _line_end(text, start))
    if column >= len(cells):
        return None
    places = cells[column]
    content = "".join(text[place] for place in places)
    if content != token.content:
        return None
    return Block("cell", content, (*places, places[-1] + 1))


def _row(text: str, start: int, end: int) -> list[list[int]]:
    """The places of the characters of each cell; ``\\|`` is a stroke and not a border."""
    while start < end and text[end - 1] in _BLANK:
        end -= 1
    while start < end and text[start] in _BLANK:
        start += 1
    cells: list[list[int]] = [[]]
    escaped = False
    for place in range(start, end):
        char = text[place]
        if char == "|" and not escaped:
            cells.append([])
        else:
            if char == "|":
                cells[-1].pop()
            cells[-1].append(place)
        escaped = char == "\\"
    cells = cells[1:] if not cells[0] else cells
    cells = cells[:-1] if cells and not cells[-1] else cells
    return [_trimmed(text, cell) for cell in cells]


def _trimmed(text: str, cell: list[int]) -> list[int]:
    """The cell without the white space around it."""
    while cell and text[cell[-1]] in _BLANK:
        cell = cell[:-1]
    while cell and text[cell[0]] in _BLANK:
        cell = cell[1:]
    return cell
