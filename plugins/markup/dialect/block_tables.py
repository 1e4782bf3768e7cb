"""Tables: their rows led and made equally wide."""

from __future__ import annotations

from plugins.markup.dialect.containers import Place, place
from plugins.markup.dialect.edits import Edit
from plugins.markup.dialect.state import State
from plugins.markup.dialect.tables import cells, ends_in_bar, is_separator


class TableReader(State):
    """Reads tables."""

    def _table(self, where: Place, rest: str) -> int:
        """A table; the number of the line after it, or 0 if there is none."""
        if self.at + 1 >= len(self.lines) or where.indent >= 4 or (self.words and where.matched < len(self.stack)):
            return 0
        below = self.lines[self.at + 1]
        under = place(below, self.stack[: where.matched])
        if under.matched < where.matched or not is_separator(below[under.first :]):
            return 0
        columns, parted = cells(rest), cells(below[under.first :])
        if (columns != parted and "|" not in below) or (columns == 1 and "|" not in below):
            return 0
        need = not self.blank
        self._close(where.matched)
        self._lead(where, self._gap() if need else "", where.indent > 0)
        last = self._rows(where.matched)
        widest = max([columns, *(cells(self.lines[n]) for n in range(self.at + 2, last))])
        self._widen(self.at, columns, widest)
        self._widen(self.at + 1, parted, widest)
        self.blank, self.apart = False, True
        return last

    def _rows(self, matched: int) -> int:
        """Leads the rows of a table below its head; the number of the line after the last."""
        at = self.at
        number = at + 1
        while number < len(self.lines) and "|" in self.lines[number]:
            where = place(self.lines[number], self.stack)
            if where.matched < matched:
                break
            self.at = number
            self._lead(where, "", where.indent > 0)
            number += 1
        if number == at + 1:
            self.at = number
            self._lead(place(self.lines[number], self.stack))
            number += 1
        self.at = at
        return number

    def _widen(self, number: int, columns: int, widest: int) -> None:
        """Gives a row that lacks cells as many as the widest has."""
        if columns >= widest:
            return
        line = self.lines[number]
        end = self.starts[number] + len(line.rstrip())
        cell = " --- |" if is_separator(line) else "  |"
        self.out.edits.append(Edit(end, end, ("" if ends_in_bar(line) else " |") + cell * (widest - columns)))
