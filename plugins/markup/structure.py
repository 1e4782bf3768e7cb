"""Says of which blocks a text is made, as the converter of the pages reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from plugins.markup.dialect.step import plain_markdown
from plugins.markup.errors import TooDeepError
from plugins.markup.fast import notes_of
from plugins.markup.python_markdown import converter


def structure(source: str) -> tuple[str, ...]:
    """The kinds of the blocks of a Markdown text, e.g. ``("h2", "p", "ul", "ul/li", "ul/li/p")``.

    Two texts that say the same in two languages have the same structure; a list that a blank line
    was lost before has not. Footnotes come at the end as ``note``, fenced code is ``pre``, raw HTML
    ``html``. Costs a third of a conversion. Raises ``TooDeepError``.
    """
    md = converter().reset()
    try:
        return tuple(_blocks(md, source))
    except RecursionError:
        raise TooDeepError from None


def _blocks(md: Markdown, source: str) -> Iterator[str]:
    yield from _below(md, _parse(md, source), "")
    notes = notes_of(md)
    for text in list(notes.footnotes.values()):
        yield "note"
        surrogate = Element("div")
        md.parser.parseChunk(surrogate, text)
        yield from _below(md, surrogate, "note/")


def _parse(md: Markdown, source: str) -> Iterable[Element]:
    lines = plain_markdown(source.replace("\r\n", "\n").replace("\r", "\n")).plain.text.split("\n")
    for stage in md.preprocessors:
        lines = stage.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    return () if root is None else root


def _below(md: Markdown, parent: Iterable[Element], prefix: str) -> Iterator[str]:
    for child in parent:
        name = prefix + _name(md, child)
        yield name
        yield from _below(md, child, name + "/")


def _name(md: Markdown, element: Element) -> str:
    aside = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip())
    if element.tag != "p" or aside is None:
        return element.tag
    return "pre" if str(md.htmlStash.rawHtmlBlocks[int(aside[1])]).startswith("<pre") else "html"
