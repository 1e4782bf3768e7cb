"""The stages of Python-Markdown around parsing, which leave a text alone that has nothing for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Self
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnotePostTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.serializers import (  # type: ignore[attr-defined]
    HTML_EMPTY,
    _escape_attrib_html,
    _escape_cdata,
    to_html_string,
)
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import ETX, STX

from plugins.markup.fences import FencedBlockPreprocessor

_EMPTY_LINE = re.compile(r"(?<=\n) +\n")


class FastMarkdown(Markdown):
    """Keeps the source of a conversion, and asks once for each tag whether it is a block."""

    source = ""
    """As its first stage, ``FastWhitespace``, leaves it."""

    def is_block_level(self, tag: object) -> bool:
        """Whether an element of that name is a block."""
        known = self._blocks.get(tag)
        if known is None:
            known = self._blocks[tag] = super().is_block_level(tag)
        return known

    def build_parser(self) -> Self:
        """Builds the stages."""
        self._blocks: dict[object, bool] = {}
        return super().build_parser()


class FastWhitespace(NormalizeWhitespace):
    """Looks for lines of spaces only where a line begins with one."""

    md: FastMarkdown

    def run(self, lines: list[str]) -> list[str]:
        """The lines without control marks, carriage returns, tabs and spaces on empty lines."""
        source = "\n".join(lines).replace(STX, "").replace(ETX, "")
        source = source.replace("\r\n", "\n").replace("\r", "\n") + "\n\n"
        source = source.expandtabs(self.md.tab_length)
        if "\n " in source:
            source = _EMPTY_LINE.sub("\n", source)
        self.md.source = source
        return source.split("\n")


class FastFences(FencedBlockPreprocessor):
    """Looks for fenced code only where there is a fence."""

    md: FastMarkdown

    def run(self, lines: list[str]) -> list[str]:
        """The lines with fenced code put aside."""
        return super().run(lines) if "```" in self.md.source or "~~~" in self.md.source else lines


class FastHtml(HtmlBlockPreprocessor):
    """Looks for HTML only where one of its characters stands."""

    md: FastMarkdown

    def run(self, lines: list[str]) -> list[str]:
        """The lines with blocks of HTML put aside."""
        return super().run(lines) if "<" in self.md.source or "&" in self.md.source else lines


class FastNotes(FootnotePostTreeprocessor):
    """Looks for footnotes that are referred to twice only where there are footnotes."""

    def run(self, root: Element) -> None:
        """Adds the further ways back."""
        if self.footnotes.footnotes:
            super().run(root)


class FastUnescape(UnescapeTreeprocessor):
    """Puts back escaped characters only where a backslash may have escaped one."""

    md: FastMarkdown

    def run(self, root: Element) -> None:
        """Puts back the escaped characters of a tree."""
        if "\\" in self.md.source:
            super().run(root)


def serialise(root: Element) -> str:
    """The HTML of a tree, as ``markdown.serializers.to_html_string`` writes it."""
    out: list[str] = []
    try:
        _write(root, out.append)
    except (TypeError, RecursionError):
        return to_html_string(root)
    return "".join(out)


def _write(element: Element, write: Callable[[str], None]) -> None:
    """Writes one element with what it holds. Raises ``TypeError`` for what is no plain element."""
    tag, text, tail = element.tag, element.text, element.tail
    if type(tag) is not str or tag in ("script", "style"):
        raise TypeError
    if element.attrib:
        write(f"<{tag}{_attributes(element)}>")
    else:
        write(f"<{tag}>")
    if text:
        write(_escape_cdata(text) if "&" in text or "<" in text or ">" in text else text)
    for child in element:
        _write(child, write)
    if tag not in HTML_EMPTY:
        write(f"</{tag}>")
    if tail:
        write(_escape_cdata(tail) if "&" in tail or "<" in tail or ">" in tail else tail)


def _attributes(element: Element) -> str:
    pairs = sorted(element.items())
    if any(type(name) is not str or type(value) is not str or name == value for name, value in pairs):
        raise TypeError
    return "".join([f' {name}="{_escape_attrib_html(value)}"' for name, value in pairs])
