"""A text as it was typed, a text made of it by small edits, and the way back from each character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands from ``start`` to ``end`` of the typed text is replaced by ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain Markdown, and where each of its characters stands in the text that was typed."""

    typed: str
    text: str
    edits: tuple[Edit, ...] = ()
    starts: tuple[int, ...] = ()
    """Where the text of each edit begins in ``text``."""

    def begin(self, index: int) -> int:
        """The offset in the typed text at which character ``index`` begins; a sign put in begins where it was put."""
        return self._place(index)[0]

    def end(self, index: int) -> int:
        """The offset in the typed text at which character ``index`` ends."""
        return self._place(index)[1]

    def _place(self, index: int) -> tuple[int, int]:
        number = bisect_right(self.starts, index) - 1
        if number < 0:
            return index, index + 1
        edit, start = self.edits[number], self.starts[number]
        beyond = index - start - len(edit.text)
        return (edit.start, edit.end) if beyond < 0 else (edit.end + beyond, edit.end + beyond + 1)


def edited(typed: str, edits: Iterable[Edit]) -> Plain:
    """The text with its edits, which do not overlap; of two at one place the first given comes first."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    if not ordered:
        return Plain(typed, typed)
    out: list[str] = []
    at = 0
    for edit in ordered:
        if edit.start < at:
            raise ValueError(f"two edits of one place: {edit}")
        out += (typed[at : edit.start], edit.text)
        at = edit.end
    out.append(typed[at:])
    ends = list(accumulate(len(part) for part in out))
    return Plain(typed, "".join(out), tuple(ordered), tuple(ends[number] for number in range(0, len(ends) - 1, 2)))
