"""Signs of HTML and Markdown in texts of YAML, which are shown as they stand: ``A &amp; B``, ``**new**``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from yaml import Node

from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_remarks import texts_of

_MARKS = (
    re.compile(r"\*\*(?=\S)([^*\n]{1,200})(?<=\S)\*\*"),
    re.compile(r"\[([^\]\[\n]{1,200})\]\((?:https?:|mailto:|report:|page:|/)[^()\s]*\)"),
    re.compile(r"()</?(?:a|b|br|div|em|font|i|p|small|span|strong|sub|sup|u)\b[^<>\n]{0,200}>"),
)
_GAP = re.compile(r"(?<=\S)  +(?=\S)")
"""Between two words where a mark stood."""
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")


def plain_marks(text: Text, part: str, root: Node | None, offset: int) -> Iterator[Problem]:
    """A warning for each value in which readers would see such signs."""
    if root is None or not any(sign in part for sign in ("&", "**", "](", "<")):
        return
    for node in texts_of(root):
        plain = _plain(node.value)
        if plain != node.value:
            plain = _GAP.sub(" ", plain)
            words = node.value if len(node.value) <= 80 else f"{node.value[:77]}…"
            yield text.problem(
                Code.PLAIN_MARKS,
                (node.start_mark.line + 1 + offset, node.start_mark.column + 1),
                f"“{words}”, whose signs of HTML or Markdown readers would see",
                "plain text: only the text below the front matter has marks",
                f"Write it as it shall be read:\n{plain}",
                Level.WARNING,
            )


def _plain(value: str) -> str:
    for mark in _MARKS:
        value = mark.sub(r"\1", value)
    return _ENTITY.sub(lambda match: unescape(match[0]), value)
