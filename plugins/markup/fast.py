"""Python-Markdown made faster without a change of its output.

Most of its time goes into looking for what is not there. The subclasses here know what must stand
in a text before something can be found in it, and look no further; each says why it is sound. They
are used with the versions of the library they were proved against, and with no other.
"""

from __future__ import annotations

from typing import Any

import markdown
from markdown.extensions.footnotes import FootnoteExtension

from plugins.markup.fast_blocks import FastBlocks
from plugins.markup.fast_inlines import FastDelimiters, FastInlines
from plugins.markup.fast_text import (
    FastFences,
    FastHtml,
    FastMarkdown,
    FastNotes,
    FastUnescape,
    FastWhitespace,
    serialise,
)

PROVED = (3, 11)
"""The versions of Python-Markdown for which equality is tested."""


def is_proved() -> bool:
    """Whether the library that is installed is one of those."""
    return tuple(markdown.__version_info__[:2]) == PROVED


def fast_converter(extensions: list[markdown.Extension]) -> markdown.Markdown:
    """A converter that gives what Python-Markdown with these extensions gives, sooner."""
    md = FastMarkdown(extensions=extensions, output_format="html")
    notes = notes_of(md)
    fences: Any = md.preprocessors["fenced_code_block"]
    md.preprocessors.register(FastWhitespace(md), "normalize_whitespace", 30)
    md.preprocessors.register(FastFences(md, fences.config), "fenced_code_block", 25)
    md.preprocessors.register(FastHtml(md), "html_block", 20)
    md.parser = FastBlocks(md)
    notes.parser = md.parser
    _delimiters(md)
    md.treeprocessors.register(FastInlines(md), "inline", 20)
    md.treeprocessors.register(FastNotes(notes), "footnote-duplicate", 15)
    md.treeprocessors.register(FastUnescape(md), "unescape", 0)
    md.serializer = serialise
    return md


def notes_of(md: markdown.Markdown) -> FootnoteExtension:
    """The footnotes of a converter."""
    return next(e for e in md.registeredExtensions if isinstance(e, FootnoteExtension))


def _delimiters(md: markdown.Markdown) -> None:
    known: Any = md.inlinePatterns["em_strong"]
    fast = FastDelimiters("*", "strong,em", md)
    fast.add("_", "strong,em", smart=True)
    if _kinds(fast) != _kinds(known):
        raise LookupError("Python-Markdown has other marks of emphasis than those known here")
    md.inlinePatterns.register(fast, "em_strong", 60)


def _kinds(delimiters: Any) -> dict[str, tuple[object, ...]]:
    return {token: (kind.tags, kind.smart, kind.double) for token, kind in delimiters.delimiters.items()}
