"""Footnotes as Python-Markdown makes them, counted where it searches all others for each mark."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor


class NumberedFootnotes(FootnoteExtension):
    """Gives the marks of one note their ids, ``fnref-1``, ``fnref2-1``, in linear time."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """As Python-Markdown does it, with marks that know their number."""
        super().extendMarkdown(md)
        pattern = next(one for one in md.inlinePatterns if isinstance(one, FootnoteInlineProcessor)).pattern
        md.inlinePatterns.register(_NumberedMark(pattern, self), "footnote", 175)

    def addFootnoteRef(self, id: str) -> None:  # noqa: N802
        """Nothing: their order is that of their definitions."""

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """The id of a mark: the same as Python-Markdown gives, which tries all those before."""
        if not found:
            return reference
        count = self.found_refs.get(reference, 0) + 1
        self.found_refs[reference] = count
        if count == 1:
            return reference
        separator = self.get_separator()
        name, rest = reference.split(separator, 1)
        return f"{name}{count}{separator}{rest}"


class _NumberedMark(FootnoteInlineProcessor):
    """A mark with the number of its note, looked up in a table of all."""

    def __init__(self, pattern: str, footnotes: FootnoteExtension) -> None:
        super().__init__(pattern, footnotes)
        self._numbered: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        """The mark, or nothing where there is no such note."""
        del data
        name, notes = m[1], self.footnotes
        if name not in notes.footnotes:
            return None, None, None
        if self._numbered is not notes.footnotes or len(self._numbers) != len(notes.footnotes):
            self._numbered = notes.footnotes
            self._numbers = {one: number for number, one in enumerate(notes.footnotes, start=1)}
        mark = Element("sup", id=notes.makeFootnoteRefId(name, found=True))
        link = SubElement(mark, "a", {"href": f"#{notes.makeFootnoteId(name)}", "class": "footnote-ref"})
        link.text = str(notes.getConfig("SUPERSCRIPT_TEXT")).format(self._numbers[name])
        return mark, m.start(), m.end()
