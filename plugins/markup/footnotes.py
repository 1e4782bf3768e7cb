"""Footnotes as Python-Markdown makes them, with a count instead of a search for each mark of the same note."""

from __future__ import annotations

from markdown.extensions.footnotes import FootnoteExtension


class NumberedFootnotes(FootnoteExtension):
    """Gives the marks of one note their ids, ``fnref-1``, ``fnref2-1``, in linear time."""

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
