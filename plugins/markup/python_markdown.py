"""The converter: Python-Markdown, with the constructs that editors of press releases use."""

from __future__ import annotations

from functools import lru_cache
from threading import get_ident

import markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from plugins.markup.bare_links import BareLinksExtension
from plugins.markup.brackets import BracketExtension
from plugins.markup.errors import TooDeepError
from plugins.markup.fast import fast_converter, is_proved
from plugins.markup.fences import FencedCodeExtension
from plugins.markup.footnotes import NumberedFootnotes

_ARROW = "&#8617;&#65038;"
"""The arrow back from a footnote, as a letter and not as a picture."""


def to_html(source: str) -> str:
    """The HTML of a Markdown text, as Python-Markdown makes it: not safe yet. Raises ``TooDeepError``."""
    try:
        return converter().reset().convert(source)
    except RecursionError:
        raise TooDeepError from None


def converter() -> markdown.Markdown:
    """The converter of this thread; to be ``reset`` before each use."""
    return _converter(get_ident())


def plain_converter() -> markdown.Markdown:
    """A new Python-Markdown as it comes, with the extensions of a newsroom."""
    return markdown.Markdown(extensions=extensions(), output_format="html")


def extensions() -> list[markdown.Extension]:
    """Tables, footnotes, definition lists, abbreviations, fenced code, lists as CommonMark has them, bare addresses."""
    return [
        FencedCodeExtension(),
        NumberedFootnotes(BACKLINK_TEXT=_ARROW, BACKLINK_TITLE="", SEPARATOR="-"),
        TableExtension(use_align_attribute=True),
        DefListExtension(),
        AbbrExtension(),
        SaneListExtension(),
        BareLinksExtension(),
        BracketExtension(),
    ]


@lru_cache(maxsize=4)
def _converter(_thread: int) -> markdown.Markdown:
    """The converter of this thread; making one costs as much as a page."""
    return fast_converter(extensions()) if is_proved() else plain_converter()
