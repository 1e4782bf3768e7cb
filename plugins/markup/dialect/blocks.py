"""Finds the blocks of a text as people type them, and the edits that make them plain for every reader."""

from __future__ import annotations

import re

from plugins.markup.dialect.block_code import FENCE, CodeReader
from plugins.markup.dialect.block_headings import HeadingReader
from plugins.markup.dialect.block_lists import ListReader
from plugins.markup.dialect.block_tables import TableReader
from plugins.markup.dialect.containers import Box, Kind, Place, place
from plugins.markup.dialect.edits import Edit
from plugins.markup.dialect.html import block_end
from plugins.markup.dialect.markers import BULLETS, CHECKS, marker
from plugins.markup.dialect.references import is_definition
from plugins.markup.dialect.signs import SignKind
from plugins.markup.dialect.state import DEEPEST, SPLIT, Blocks
from plugins.markup.errors import TooDeepError

SPECIAL = re.compile(
    rf"^[ \t]*(?:[-+*#>=_:{BULLETS}{CHECKS}–—·]"
    r"|\d{1,9}[.)]|`{3}|~{3}|\[[^\]\n]*\]:|<|o[\t\u00a0])|^ {4}|^ {0,3}\t|\|",
    re.MULTILINE,
)
"""A line that can be anything but words of a paragraph."""

_DEFINITION = re.compile(r"\[([^\]\[^][^\]\[]*)\]:[ \t]*(.*)$")
_NOTE = re.compile(r"\[\^[^\]]+\]:[ \t]*")
_TERM = re.compile(r":[ \t]+(?=\S)")
_NUMBER = re.compile(r">[=\d]")
_WRAPPER = re.compile(
    r"<(/?)(?:div|section|article|main|center)\b(?![^<>]*\b(?:lang|dir|translate)\b)[^<>]*>[ \t]*$", re.IGNORECASE
)
"""A tag around other blocks of which the page keeps nothing: no language, no direction."""
_LEADS = re.compile(r":\**[ \t]*$|^\*\*[^*]+\*\*[ \t]*$")
_NOTE_STARS = re.compile(r"\*{2,3}[ \u00a0]+\S")
"""The second or third note of a text, behind as many stars as its word has."""
_AMOUNT = re.compile(r">[ \t]+[\d.,]*\d[ \u00a0]?(?:%|‰|€|\$|£|Prozent|procent|percent|per cent)")


def find_blocks(text: str) -> Blocks:
    """The edits of the blocks of a text whose lines end in ``\\n``."""
    return _Reader(text).read() if SPECIAL.search(text) else Blocks()


class _Reader(ListReader, TableReader, HeadingReader, CodeReader):
    """Reads a text line by line, with the containers that are open, as CommonMark does."""

    def read(self) -> Blocks:
        """Reads all lines."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not self.stack and line[:1].isalpha() and "|" not in line and line[:2] not in ("o\t", "o\u00a0"):
                self._words_at_the_edge()
                self.at += 1
            elif not line.strip():
                self._blank()
                self.at += 1
            else:
                self.at = self._line(line)
        return self.out

    def _words_at_the_edge(self) -> None:
        if self.apart and not self.blank:
            start = self.starts[self.at]
            self.out.edits.append(Edit(start, start, "\n"))
        self._paragraph()

    def _blank(self) -> None:
        first = next((n for n, box in enumerate(self.stack) if box.kind is Kind.QUOTE), None)
        if first is not None:
            self.quoted = first == 0
            del self.stack[first:]
        for box in self.stack:
            box.is_loose = True
        self.words, self.blank = 0, True

    def _line(self, line: str) -> int:
        """Reads a line that is not blank; the number of the next."""
        where = place(line, self.stack)
        if where.first >= len(line):
            self._quoted_blank(where.matched)
            return self.at + 1
        if where.indent >= 4 and not self.words and self.at >= self.prose:
            after = self._indented(where)
            if after > self.at:
                return after
        return self._start(line, where)

    def _quoted_blank(self, matched: int) -> None:
        """A line of nothing but the marks of quotations."""
        del self.stack[matched:]
        for box in self.stack:
            box.is_loose = True
        self.words, self.blank = 0, True

    def _start(self, line: str, where: Place) -> int:
        rest = line[where.first :]
        sign = rest[0]
        if sign == ">" and (where.indent < 4 or not self.words):
            if where.indent < 4 and self._quote(where, rest):
                return self._inside(line)
            start = self.starts[self.at] + where.first
            self.out.edits.append(Edit(start, start, "\\"))
            self._text(where)
            return self.at + 1
        if sign == "#":
            if self._heading(where, rest):
                return self.at + 1
        elif sign in "-=*_+" and (after := self._row_of_signs(where, rest)):
            return after
        elif sign in "`~" and where.indent < 4 and FENCE.match(rest):
            return self._fence(where, rest)
        elif sign == "<" and where.indent < 4 and not where.matched and (after := self._html(where)):
            return after
        elif sign == "[" and where.indent < 4 and self._bracket(where, rest):
            return self.at + 1
        found = marker(rest)
        if found and self._is_item(found):
            return self._item(line, where, found)
        if found and found.is_numbered:
            self._literal_number(where, found)
            return self.at + 1
        if (found and found.text in "*-" and not found.is_doubtful) or (self.has_star_note and _NOTE_STARS.match(rest)):
            self._literal_sign(where)
            return self.at + 1
        if "|" in rest and (after := self._table(where, rest)):
            return after
        if sign == ":" and (self.words or self.term) and (term := _TERM.match(rest)):
            return self._note(where, term.end())
        if rest.startswith("*[") and "]:" in rest:
            self._close(where.matched)
            self.blank = False
            return self.at + 1
        if self._is_next_term(where) or self._is_next_list(where, rest):
            self._close(where.matched)
            self._lead(where, self._gap())
        self._text(where)
        return self.at + 1

    def _is_next_term(self, where: Place) -> bool:
        """Whether a line directly under a definition is the term of the next one, and no part of it."""
        below = self.words > 0 and where.matched < len(self.stack) and self.stack[where.matched].kind is Kind.NOTE
        after = self.lines[self.at + 1].lstrip() if below and self.at + 1 < len(self.lines) else ""
        return _TERM.match(after) is not None

    def _is_next_list(self, where: Place, rest: str) -> bool:
        """Whether a line at the edge, directly under an item and above another, leads to a new list: ``Nachteile:``."""
        if where.matched or where.column or not self.words or not self.stack or not _LEADS.search(rest):
            return False
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return after[:1] in "-*+•–" and self.stack[0].kind is Kind.BULLET and marker(after) is not None

    def _inside(self, line: str) -> int:
        """Reads what a line holds behind the mark of a quotation; the number of the next line."""
        at = self.at
        after = self._behind_mark(line)
        self.at = at
        if self.pending is not None:
            self._lead(place(line, self.stack))
        return after

    def _behind_mark(self, line: str) -> int:
        where = place(line, self.stack)
        if where.first >= len(line):
            self._quoted_blank(where.matched)
            return self.at + 1
        if where.indent >= 4 and self.at >= self.prose:
            after = self._indented(where)
            if after > self.at:
                return after
        return self._start(line, where)

    def _quote(self, where: Place, rest: str) -> bool:
        """Opens a quotation, unless the sign stands for "more than"."""
        if self.at >= self.literal and _NUMBER.match(rest):
            self.literal = self._run_of_amounts()
        if self.at < self.literal:
            return False
        if len(self.stack) > DEEPEST:
            raise TooDeepError
        if _AMOUNT.match(rest) and not self._is_sign_near(">"):
            self._sign(where, SignKind.NUMBER_QUOTED, rest)
        merge = self.quoted and not where.matched and not self.stack
        self._close(where.matched)
        if any(box.kind is not Kind.QUOTE for box in self.stack) or merge:
            self.pending = ("" if self.blank else self._gap()) + (SPLIT if merge else "")
        self.stack.append(Box(Kind.QUOTE))
        self.blank = True
        self.quoted = self.term = self.apart = False
        return True

    def _run_of_amounts(self) -> int:
        """Up to which line lines begin with ``>`` and a number; this one, if others of them do not."""
        last = self.at
        while last < len(self.lines) and self.lines[last].lstrip().startswith(">"):
            if not _NUMBER.match(self.lines[last].lstrip()):
                return self.at
            last += 1
        return last

    def _bracket(self, where: Place, rest: str) -> bool:
        """A footnote, the address of a link, or words in brackets."""
        note = _NOTE.match(rest)
        if note:
            self._note(where, 4)
            return True
        found = _DEFINITION.match(rest)
        if found is None:
            return False
        if is_definition(found[1], found[2], self.labels):
            need = self.words > 0 and not self.blank
            self._close(where.matched)
            self._lead(where, self._gap() if need else "")
            self.blank = False
            return True
        start = self.starts[self.at] + where.first
        self.out.edits.append(Edit(start, start, "\\"))
        return False

    def _note(self, where: Place, width: int) -> int:
        below = where.matched < len(self.stack) and self.stack[where.matched].kind is Kind.NOTE
        need = below and not self.blank
        self._close(where.matched)
        self._lead(where, self._gap() if need else "")
        self.stack.append(Box(Kind.NOTE, where.column, where.column + min(width, 4)))
        self._paragraph()
        return self.at + 1

    def _is_wrapper(self, where: Place) -> bool:
        """Whether a line holds one tag that says nothing, around Markdown between blank lines as in CommonMark."""
        found = _WRAPPER.match(self.lines[self.at], where.first)
        if found is None:
            return False
        after = self.lines[self.at + 1].strip() if self.at + 1 < len(self.lines) else ""
        return not after or (found[1] == "/" and self.blank)

    def _html(self, where: Place) -> int:
        """A block of HTML; the number of the line after it, or 0 if there is none."""
        start = self.starts[self.at] + where.first
        if self._is_wrapper(where):
            self._close(0)
            self.out.edits.append(Edit(self.starts[self.at], self.starts[self.at] + len(self.lines[self.at]), ""))
            self.blank = True
            return self.at + 1
        end = block_end(self.text, start, self.unclosed)
        if end < 0:
            return 0
        self._close(0)
        self._lead(where, "" if self.blank else self._gap())
        last = self.at
        while self.starts[last + 1] <= end:
            last += 1
        self.out.raw.append((start, end))
        self.blank, self.apart = False, True
        return last + 1
