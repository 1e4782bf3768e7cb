"""Python-Markdown's inline stage, which tries only the patterns that can match."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.inlinepatterns import DelimiterProcessor, Pattern, ReferenceInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from plugins.markup.prefixes import prefixes


class FastInlines(InlineProcessor):
    """Tries a pattern only on texts that hold a character with which its matches begin.

    That is sound because a text can only lose such characters on the way: what a pattern has
    matched is replaced by a placeholder of control characters, letters, a colon and digits.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._footnotes = next(e for e in md.registeredExtensions if isinstance(e, FootnoteExtension))
        self._patterns = list(md.inlinePatterns)
        self._starts = [
            getattr(pattern, "NEEDS", None) or prefixes(pattern.getCompiledRegExp()) for pattern in self._patterns
        ]
        self._marks = sorted(set().union(*filter(None, self._starts)))
        self._chosen: dict[tuple[bool, ...], list[tuple[int, Pattern]]] = {}

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        for at, pattern in self._choose(data):
            if at < patternIndex or self._is_idle(pattern):
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, at, start)  # type: ignore[attr-defined]
        return data

    def _choose(self, data: str) -> list[tuple[int, Pattern]]:
        """The patterns that can match in a text, with their numbers."""
        there = tuple([mark in data for mark in self._marks])
        chosen = self._chosen.get(there)
        if chosen is None:
            marks = {mark for mark, is_there in zip(self._marks, there, strict=True) if is_there}
            chosen = self._chosen[there] = [
                (at, pattern)
                for at, (pattern, starts) in enumerate(zip(self._patterns, self._starts, strict=True))
                if starts is None or starts & marks
            ]
        return chosen

    def _is_idle(self, pattern: Pattern) -> bool:
        """Whether a pattern refers to definitions of which the text has none."""
        if isinstance(pattern, ReferenceInlineProcessor):
            return not self.md.references
        return isinstance(pattern, FootnoteInlineProcessor) and not self._footnotes.footnotes


class FastDelimiters(DelimiterProcessor):
    """Finds the next star or underscore by its regular expression, not character by character."""

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """The next run of delimiters that may open or close something."""
        for found in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[found[0]]
            match = delimiter.boundary.match(data, found.start())
            if match is not None and (delimiter.stack or match.lastgroup != "end"):
                return match
        return None
