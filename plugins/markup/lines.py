"""Finds the lines of a text on which things stand that a converter has lost the place of."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate


class Lines:
    """Looks for one thing after the other in a text, from where the last was found."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._known: dict[tuple[str, str, bool], tuple[int, int]] = {}
        """Form, ends and whether from the beginning -> (from where it was looked for, where it stands or -1)."""

    def of(self, *forms: str, ends: str = "") -> int:
        """The line, from 1, of the first of the forms that stands in the text; 0 if none does.

        What comes after the last place is preferred; a definition may stand anywhere. ``ends``
        are the characters one of which must follow, if any are given, or the end of the text.
        """
        for start in dict.fromkeys((self._at, 0)):
            for form in filter(None, forms):
                at = self._find(form, start, ends)
                if at >= 0:
                    self._at = max(self._at, at + len(form))
                    return bisect_left(self._breaks, at) + 1
        return 0

    @cached_property
    def _breaks(self) -> list[int]:
        """Where each line ends."""
        return [end - 1 for end in accumulate(len(line) + 1 for line in self._source.split("\n"))]

    def _find(self, form: str, start: int, ends: str) -> int:
        """Where it stands next. What is known of the text before that place is not read again."""
        key = form, ends, start == 0
        begun, found = self._known.get(key, (0, -2))
        if not (begun <= start and (found == -1 or start <= found)):
            begun, found = self._known[key] = start, self._search(form, start, ends)
        return found

    def _search(self, form: str, start: int, ends: str) -> int:
        at = self._source.find(form, start)
        while at >= 0 and ends and self._source[at + len(form) : at + len(form) + 1] not in ends:
            at = self._source.find(form, at + 1)
        return at
