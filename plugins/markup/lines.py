"""Finds the lines of a text on which things stand that a converter has lost the place of."""

from __future__ import annotations


class Lines:
    """Looks for one thing after the other in a text, from where the last was found."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

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
                    return self._source.count("\n", 0, at) + 1
        return 0

    def _find(self, form: str, start: int, ends: str) -> int:
        at = self._source.find(form, start)
        while at >= 0 and ends and self._source[at + len(form) : at + len(form) + 1] not in ends:
            at = self._source.find(form, at + 1)
        return at
