"""Items of lists, and numbers that begin none."""

from __future__ import annotations

import re

from plugins.markup.dialect.block_headings import HEADING
from plugins.markup.dialect.containers import Box, Kind, Place, prefix
from plugins.markup.dialect.edits import Edit
from plugins.markup.dialect.markers import AMOUNT, CHECKS, DIALLED, Marker, marker
from plugins.markup.dialect.signs import SignKind
from plugins.markup.dialect.state import DEEPEST, SPLIT, State
from plugins.markup.errors import TooDeepError

_NUMBER = re.compile(r">[=\d]")


_DASHES = "-–—"
"""One sign for whoever types: Word makes the longer ones of the first."""


def _is_like(sign: str, other: str) -> bool:
    return sign == other or (sign in _DASHES and other in _DASHES)


def _neighbours(sign: str) -> tuple[str, ...]:
    """How a line begins beside which a doubtful sign is that of an item."""
    if sign == CHECKS:
        return tuple(CHECKS)
    return tuple(f"{sign}{blank}" for blank in " \t\u00a0\u202f")


class ListReader(State):
    """Reads items of lists."""

    def _is_item(self, found: Marker) -> bool:
        if found.is_numbered:
            return self.starts[self.at] in self.listed
        if found.text in "*-" and self._is_literal(found):
            return False
        if found.is_doubtful:
            return (
                self._is_sign_near(*_neighbours(found.sign))
                or (found.sign in _DASHES and self._is_hyphen_beside())
                or any(box.kind is Kind.BULLET and box.sign == found.sign for box in self.stack)
            )
        return True

    def _is_hyphen_beside(self) -> bool:
        """Whether a line above or below begins with a hyphen just there; farther in, a sentence of its item goes on."""
        line = self.lines[self.at]
        indent = line[: len(line) - len(line.lstrip())]
        return any(near.startswith(f"{indent}- ") for near in self._near_lines())

    def _is_literal(self, found: Marker) -> bool:
        """Whether a bullet is none: the star of a note on ``Preise*``, a sign before an amount inside a sentence."""
        if found.sign == "*":
            return self.has_star_note
        rest = self.lines[self.at].lstrip()[1:].lstrip()
        if (
            found.sign not in "+-"
            or not self.words
            or not (AMOUNT.match(rest) or (found.sign == "+" and DIALLED.match(rest)))
        ):
            return False
        above = self.lines[self.at - 1].rstrip()
        in_list = any(box.kind in (Kind.BULLET, Kind.NUMBER) for box in self.stack)
        return not (in_list or above.endswith(":") or self._is_sign_near(found.sign))

    def _literal_sign(self, where: Place) -> None:
        """A sign at the start of a line that begins no list."""
        start = self.starts[self.at] + where.first
        if self.words and self.lines[self.at][where.first] == "*":
            self._close(where.matched)
            self._lead(where, self._gap())
            self._paragraph()
        else:
            self._text(where)
        self.out.edits.append(Edit(start, start, "\\"))

    def _item(self, line: str, where: Place, found: Marker) -> int:
        matched = where.matched
        while matched < len(self.stack) and self._is_child(self.stack[matched], where, found):
            self.stack[matched].content = min(self.stack[matched].content, where.column)
            matched += 1
        over = self.stack[matched] if matched < len(self.stack) else None
        same = over is not None and self._continues(over, found, where)
        insert = ""
        if len(self.stack) > DEEPEST:
            raise TooDeepError
        if over is not None and over.kind in (Kind.BULLET, Kind.NUMBER):
            if not same:
                insert = self._new_list(over, found, matched)
            elif over.is_loose and not self.blank:
                insert = self._gap(matched)
        elif not self.blank and self._needs_gap(matched):
            insert = self._gap(matched)
        self._close(matched)
        width = self._mark(line, where, found, insert)
        kind = Kind.NUMBER if found.is_numbered else Kind.BULLET
        self.stack.append(Box(kind, where.column, where.column + width, found.sign, found.number))
        self._content(line, where.first + found.width)
        return self.at + 1

    def _is_child(self, box: Box, where: Place, found: Marker) -> bool:
        """Whether an item stands inside that one, though it is indented by less than CommonMark wants."""
        if box.kind not in (Kind.BULLET, Kind.NUMBER) or where.column < box.at + 2:
            return False
        counts = box.kind is Kind.NUMBER and found.number == box.number + 1
        return not (counts and where.column < box.content)

    def _continues(self, box: Box, found: Marker, where: Place) -> bool:
        if (box.kind is Kind.NUMBER) != found.is_numbered or not _is_like(box.sign, found.sign):
            return False
        if not found.is_numbered or found.number == box.number + 1:
            return True
        if found.number == box.number and found.number <= 1:
            self._sign(where, SignKind.LIST_NUMBER, found.text)
            return True
        return False

    def _new_list(self, over: Box, found: Marker, matched: int) -> str:
        gap = "" if self.blank else self._gap(matched)
        like = (over.kind is Kind.NUMBER) == found.is_numbered
        return gap + (SPLIT if like and not matched else "")

    def _needs_gap(self, matched: int) -> bool:
        """Whether a list needs a blank line above it; directly below the first words of an item it does not."""
        if not matched or self.stack[matched - 1].kind in (Kind.QUOTE, Kind.NOTE):
            return self.words > 0 or self.apart
        return self.stack[matched - 1].is_loose

    def _mark(self, line: str, where: Place, found: Marker, insert: str) -> int:
        """Writes the mark as every reader knows it; the width of the mark with its blanks."""
        typed = line[where.first : where.first + found.width]
        bare = typed.rstrip(" ")
        blanks = len(typed) - len(bare)
        simple = bare == found.text and (blanks <= 4 - (len(bare) > 2) or not line[where.first + found.width :])
        if simple:
            self._lead(where, insert, (where.indent > 0 and self.at < self.prose) or where.column > 3)
            return max(len(typed), len(bare) + 1)
        start = self.starts[self.at]
        insert = self._taken() + insert
        want = prefix(self.stack) if self._has_items() or where.indent > 3 else line[: where.first]
        self.out.edits.append(Edit(start, start + where.first + found.width, f"{insert}{want}{found.text} "))
        return len(found.text) + 1

    def _content(self, line: str, first: int) -> None:
        """The first words of an item: what looks like another block there is none."""
        self.words, self.blank, self.quoted, self.term, self.apart = 1, False, False, False, False
        rest = line[first:]
        if not rest.strip():
            self.words = 0
            return
        start = self.starts[self.at] + first
        again = marker(rest)
        if again and not again.is_doubtful and rest[0] not in CHECKS:
            at = start + (len(str(again.text)) - 1 if again.is_numbered else 0)
            self.out.edits.append(Edit(at, at, "\\"))
        elif (rest[0] == "#" and not HEADING.match(rest)) or (rest[0] == ">" and _NUMBER.match(rest)):
            self.out.edits.append(Edit(start, start, "\\"))

    def _literal_number(self, where: Place, found: Marker) -> None:
        """A number that begins no list: a day, a place, a mayor."""
        at = self.starts[self.at] + where.first + len(found.text) - 1
        below = where.matched < len(self.stack) and where.column <= self.stack[where.matched].at + 1
        if self.words and below and self.stack[where.matched].kind is not Kind.QUOTE:
            self._close(where.matched)
            self._lead(where, self._gap())
        else:
            self._text(where)
        self.out.edits.append(Edit(at, at, "\\"))
        if not self.words:
            self._paragraph()
