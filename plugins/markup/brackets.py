"""Finds the bracket that closes another one in time that grows with the text, however many are never closed.

Python-Markdown reads from every opening bracket to the end of the text if none closes it: twenty thousand of them take
minutes. What it answers stays the same here.
"""

from __future__ import annotations

import markdown
from markdown.inlinepatterns import LinkInlineProcessor

Answer = tuple[str, int, bool]
"""As of ``LinkInlineProcessor.getText``: what stands between the brackets, where it ends, whether it is closed."""


class BracketExtension(markdown.Extension):
    """Makes links, images and references look for their brackets and parentheses in this way."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Reaches the patterns that are there by now: to be the last of the extensions."""
        for pattern in md.inlinePatterns:
            if isinstance(pattern, LinkInlineProcessor):
                brackets = Brackets(pattern)
                setattr(pattern, "getText", brackets.text)  # noqa: B010 (a method of the class gives way to that of one object)
                setattr(pattern, "getLink", brackets.link)  # noqa: B010


class Brackets:
    """The brackets of the text that is being read."""

    def __init__(self, pattern: LinkInlineProcessor) -> None:
        self._slowly, self._link = pattern.getText, pattern.getLink
        self._data = ""
        self._ends: dict[int, int] | None = None
        """Opening bracket -> closing one; made once one has been found to be open."""

    def text(self, data: str, index: int) -> Answer:
        """What stands in the brackets of which one opened just before ``index``."""
        if data is not self._data:
            self._data, self._ends = data, None
        if self._ends is None:
            found: Answer = self._slowly(data, index)
            if not found[2]:
                self._ends = _ends(data)
            return found
        end = self._ends.get(index - 1)
        return ("", len(data), False) if end is None else (data[index:end], end + 1, True)

    def link(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address in the parentheses that open at ``index``; where none closes, there is nothing to look for."""
        if data.find(")", index) < 0:
            return "", None, index, False
        found: tuple[str, str | None, int, bool] = self._link(data, index)
        return found


def _ends(data: str) -> dict[int, int]:
    """The bracket that closes each one that is closed."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for place, sign in enumerate(data):
        if sign == "[":
            waiting.append(place)
        elif sign == "]" and waiting:
            found[waiting.pop()] = place
    return found
