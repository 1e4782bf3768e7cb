"""What is known while the blocks of a text are read, and what every kind of block needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.markup.dialect.containers import Box, Kind, Place, prefix
from plugins.markup.dialect.edits import Edit
from plugins.markup.dialect.ordinals import listed
from plugins.markup.dialect.references import used_labels
from plugins.markup.dialect.signs import Sign, SignKind

DEEPEST = 50
"""Quotations and lists inside one another, of which nobody writes more."""

SPLIT = "<!-- -->\n\n"
"""Stands between two lists or quotations that would otherwise be taken for one."""


@dataclass(slots=True)
class Blocks:
    """The edits that the blocks of a text need, and what was seen on the way."""

    edits: list[Edit] = field(default_factory=list)
    raw: list[tuple[int, int]] = field(default_factory=list)
    """Stretches that hold no marks of Markdown: code and HTML."""
    signs: list[Sign] = field(default_factory=list)


_STAR_ITEM = re.compile(r"^[ \t>]*\*[ \t]", re.MULTILINE)
_OPENED = re.compile(r"(?<![\w*\\])\*(?=[^\s*])")
_HANGING = re.compile(r"\*(?<=[\w)%€\"“”’]\*)(?=[\s.,;:!?)]|$)")


def _has_star_note(text: str) -> bool:
    """Whether the only line that begins with a star is the note on a word with a star behind it: ``Preise*``."""
    first = _STAR_ITEM.search(text)
    if first is None or _STAR_ITEM.search(text, first.end()):
        return False
    above = text[: first.start()]
    return len(_HANGING.findall(above)) > len(_OPENED.findall(above))


class State:
    """The lines of a text, the containers that are open, and the edits made so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out = Blocks()
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.listed = listed(text)
        self.has_star_note = "*" in text and _has_star_note(text)
        """Whether a star at the start of a line is that of a note."""
        self.labels = used_labels(text)
        self.stack: list[Box] = []
        self.words = 0
        """Lines of the paragraph that is open; 0 if none is."""
        self.term = False
        """Whether the last block was a paragraph, which a definition may follow."""
        self.blank = True
        """Whether the line before is blank, or there is none."""
        self.apart = False
        """Whether words need a blank line before them: they follow a heading, a table, code or HTML."""
        self.quoted = False
        """Whether the last block was a quotation."""
        self.prose = self.literal = 0
        """Lines before these are known to be no code, no quotation."""
        self.unclosed: set[str] = set()
        self.pending: str | None = None
        """What is to be put before the line of a quotation that was opened, if nothing inside it does so."""
        self.at = 0

    def _paragraph(self) -> None:
        self.words += 1
        self.term, self.blank, self.apart, self.quoted = True, False, False, False

    def _text(self, where: Place) -> None:
        """A line of a paragraph: of one that is open, however it is indented, or of a new one."""
        if not self.words:
            need = self.apart and not self.blank
            self._close(where.matched)
            self._lead(where, self._gap() if need else "", where.indent >= 4)
        self._paragraph()

    def _close(self, matched: int) -> None:
        """Closes the paragraph, and all containers but so many."""
        del self.stack[matched:]
        self.words = 0
        self.quoted = self.term = self.apart = False

    def _has_items(self) -> bool:
        return any(box.kind is not Kind.QUOTE for box in self.stack)

    def _gap(self, matched: int | None = None) -> str:
        """A blank line inside so many of the open containers."""
        return prefix(self.stack[:matched]).rstrip() + "\n"

    def _lead(self, where: Place, insert: str = "", dedent: bool = False) -> None:
        """Writes what stands before the words of a line, after ``insert``."""
        line = self.lines[self.at]
        typed = line[: where.first]
        insert = self._taken() + insert
        want = prefix(self.stack) if self._has_items() or dedent else typed
        if insert or want != typed:
            start = self.starts[self.at]
            self.out.edits.append(Edit(start, start + where.first, insert + want))

    def _taken(self) -> str:
        """What waits to be put before this line."""
        pending, self.pending = self.pending or "", None
        return pending

    def _sign(self, where: Place, kind: SignKind, words: str) -> None:
        self.out.signs.append(Sign(self.starts[self.at] + where.first, kind, words.strip()[:60]))

    def _near_lines(self) -> list[str]:
        """The line above this one, and the one below."""
        return self.lines[max(self.at - 1, 0) : self.at] + self.lines[self.at + 1 : self.at + 2]

    def _is_sign_near(self, *signs: str) -> bool:
        return any(line.lstrip().startswith(signs) for line in self._near_lines())
