"""Code: indented, or between fences."""

from __future__ import annotations

import re

from plugins.markup.dialect.containers import Place, place, prefix
from plugins.markup.dialect.edits import Edit
from plugins.markup.dialect.signs import SignKind
from plugins.markup.dialect.state import State

FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
_INFO = re.compile(r"[ ]*\.?[\w#.+-]*[ ]*$")
_CODE = re.compile(
    r"(?<!\\)[{}]|\s=\s|\(\)|^\s*(?:\$ |//|#!|sudo |git |npm |pip |cd |import |def )"
    r"|</?(?!(?:abbr|b|br|cite|em|i|mark|q|small|span|strong|sub|sup|u)\b)\w"
)
_SHORTCODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[:.#][^{}]*\}")
"""Signs of other programs, which stand among words."""


class CodeReader(State):
    """Reads code, and tells it from words that are indented."""

    def _indented(self, where: Place) -> int:
        """Indented lines are code only if they look like a program; else this line's number, and all are words."""
        last = self.at
        while last < len(self.lines):
            under = place(self.lines[last], self.stack)
            text = self.lines[last].strip()
            if text and (under.matched < where.matched or under.indent < 4):
                break
            last += 1
        if not any(_CODE.search(_SHORTCODE.sub("", line)) for line in self.lines[self.at : last]):
            self.prose = last
            return self.at
        self._close(where.matched)
        self._raw(self.at, last)
        return last

    def _raw(self, first: int, last: int) -> None:
        """Indented code on those lines, four blanks inside its containers."""
        for number in range(first, last):
            under = place(self.lines[number], self.stack)
            if self._has_items() and self.lines[number].strip():
                start = self.starts[number]
                blanks = " " * max(under.indent, 4)
                text = self._taken() + prefix(self.stack) + blanks
                self.out.edits.append(Edit(start, start + under.first, text))
        self.out.raw.append((self.starts[first], self.starts[last] - 1))
        self.words, self.blank = 0, not self.lines[last - 1].strip()
        self.apart = not self.blank

    def _fence(self, where: Place, rest: str) -> int:
        """Code between fences; the number of the line after it."""
        found = FENCE.match(rest)
        fence = (found[1] or found[3]) if found else ""
        info = (found[2] or found[4] or "") if found else ""
        need = not self.blank
        self._close(where.matched)
        closing = re.compile(rf"{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
        last = self.at + 1
        while last < len(self.lines):
            under = place(self.lines[last], self.stack)
            if under.matched < len(self.stack):
                break
            if under.indent < 4 and closing.match(self.lines[last][under.first :]):
                break
            last += 1
        closed = last < len(self.lines) and place(self.lines[last], self.stack).matched == len(self.stack)
        insert = self._gap() if need else ""
        if self.stack:
            self._fence_inside(last, closed, insert)
        else:
            self._fence_alone(where, fence, info, last, closed, insert)
        if not closed:
            self._sign(where, SignKind.OPEN_CODE, fence)
        end = min(last + closed, len(self.lines))
        self.out.raw.append((self.starts[self.at], self.starts[end] - 1))
        self.blank, self.apart = False, True
        return end

    def _fence_alone(self, where: Place, fence: str, info: str, last: int, closed: bool, insert: str) -> None:
        """Fences at the left edge, the closing one as long as the opening one."""
        start = self.starts[self.at]
        keeps = not where.indent and _INFO.match(info)
        end = start if keeps else start + len(self.lines[self.at])
        if insert or not keeps:
            self.out.edits.append(Edit(start, end, insert + ("" if keeps else fence)))
        for number in range(self.at + 1, last) if where.indent else ():
            line = self.lines[number]
            width = min(where.indent, len(line) - len(line.lstrip(" ")))
            self.out.edits.append(Edit(self.starts[number], self.starts[number] + width, ""))
        if not closed:
            self.out.edits.append(Edit(len(self.text), len(self.text), f"\n{fence}"))
        elif self.lines[last].rstrip() != fence:
            self.out.edits.append(Edit(self.starts[last], self.starts[last] + len(self.lines[last]), fence))

    def _fence_inside(self, last: int, closed: bool, insert: str) -> None:
        """Fences inside a list or quotation: not every reader knows them there, all know indented code."""
        lead = prefix(self.stack)
        gap = lead.rstrip()
        insert = self._taken() + insert
        ends = [self.at, *([last] if closed else [])]
        for number in ends:
            start = self.starts[number]
            self.out.edits.append(
                Edit(start, start + len(self.lines[number]), (insert if number == self.at else "") + gap)
            )
        for number in range(self.at + 1, last):
            line = self.lines[number]
            under = place(line, self.stack)
            if under.first < len(line):
                start = self.starts[number]
                text = f"{lead}    " + " " * max(under.indent, 0)
                self.out.edits.append(Edit(start, start + under.first, text))
