"""Headings and rules, and the signs of both that mean neither."""

from __future__ import annotations

import re

from plugins.markup.dialect.containers import Place
from plugins.markup.dialect.edits import Edit
from plugins.markup.dialect.signs import SignKind
from plugins.markup.dialect.state import State

HEADING = re.compile(r"#{1,6}[ \t]+(?!#+[ \t]*$)[^ \t]")
_RULE = re.compile(r"([-*_])[ \t]*+(?:\1[ \t]*+){2,}$")
_PLAIN_RULE = re.compile(r"(?:-{3,}|_{3,}|\*{3,}|- - -|\* \* \*|_ _ _)[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_CLOSED = re.compile(r"[^\s#\\](#+)[ \t]*$")

_LINE, _ABOUT = 12, 3
"""Characters of a line that a row is compared with, and by how many the two may differ."""


class HeadingReader(State):
    """Reads headings and rules."""

    def _heading(self, where: Place, rest: str) -> bool:
        """A heading; or else a hashtag, an end mark, whose signs are kept."""
        start = self.starts[self.at] + where.first
        if not HEADING.match(rest) or (where.indent >= 4 and self.words):
            if not rest.lstrip("#")[:1].isspace() and rest.startswith("##") and rest.lstrip("#"):
                self._sign(where, SignKind.HEADING_BLANK, rest)
            self.out.edits.append(Edit(start, start, "\\"))
            return False
        need = not self.blank and (bool(self.stack) or (self.at > 0 and self.lines[self.at - 1].startswith("#")))
        self._close(where.matched)
        self._lead(where, self._gap() if need else "", where.indent > 0)
        closed = _CLOSED.search(rest)
        if closed:
            self.out.edits += [Edit(start + n, start + n, "\\") for n in range(closed.start(1), closed.end(1))]
        self.blank, self.apart = False, True
        return True

    def _row_of_signs(self, where: Place, rest: str) -> int:
        """A row of hyphens or equals signs under a heading, or a rule; the number of the next line, or 0."""
        under = _UNDERLINE.match(rest)
        if under and self.words and where.matched == len(self.stack) and where.indent < 4:
            return self._underline(where, rest)
        if where.indent >= 4 or not _RULE.match(rest):
            return 0
        self._close(where.matched)
        self._lead(where, "" if self.blank else self._gap(), where.indent > 0)
        if not _PLAIN_RULE.match(rest):
            start = self.starts[self.at] + where.first
            self.out.edits.append(Edit(start, self.starts[self.at + 1] - 1, "***"))
        self.blank = False
        return self.at + 1

    def _underline(self, where: Place, rest: str) -> int:
        start = self.starts[self.at] + where.first
        above = self.lines[self.at - 1]
        if self.words == 1 and (rest[0] == "=" or not above.rstrip().endswith(".") or _is_drawn_under(above, rest)):
            if where.indent:
                self._lead(where, "", True)
            self._close(where.matched)
            self.apart = True
        elif rest[0] == "-" and len(rest.rstrip()) > 2:
            self._close(where.matched)
            self._lead(where, self._gap())
        else:
            # Python-Markdown knows no backslash before an equals sign
            self.out.edits.append(Edit(start, start + 1, "&#61;") if rest[0] == "=" else Edit(start, start, "\\"))
            self._paragraph()
        self.blank = False
        return self.at + 1


def _is_drawn_under(above: str, rest: str) -> bool:
    """Whether a row of signs is as long as the words above it: drawn under them, and no rule behind a sentence."""
    length = len(above.strip())
    return length >= _LINE and abs(len(rest.rstrip()) - length) <= _ABOUT
