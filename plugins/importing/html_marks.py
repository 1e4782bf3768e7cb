"""Lists that Word writes into HTML as paragraphs, each with a sign and blanks in front -> lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from plugins.importing.block import Block, BlockKind
from plugins.importing.prose import of_text

_BULLET = re.compile(r"(?:[·•▪◦‣§–-]|o|\uf0b7)[ \u00a0]*\u00a0[ \u00a0]*")
_NUMBER = re.compile(r"(\d{1,3})[.)][ \u00a0]*\u00a0[ \u00a0]*")


def with_lists(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with runs of such paragraphs joined."""
    made: list[Block] = []
    for kind, run in groupby(blocks, _mark):
        together = list(run)
        made.extend([_list(together)] if kind else together)
    return made


def _mark(block: Block) -> str:
    if block.kind is not BlockKind.PARAGRAPH:
        return ""
    return "bullet" if _BULLET.match(block.text) else "number" if _NUMBER.match(block.text) else ""


def _list(run: list[Block]) -> Block:
    words, lines = [], []
    for block in run:
        number = _NUMBER.match(block.text)
        head = f"{number[1]}." if number else "-"
        text = (_NUMBER if number else _BULLET).sub("", block.text, count=1)
        marked = (_NUMBER if number else _BULLET).sub("", block.markdown.lstrip("\\"), count=1)
        is_plain = re.sub(r"\\(.)", r"\1", block.markdown) == block.text
        marked = of_text(text) if is_plain else marked
        words.append(f"{head} {text}" if number else text)
        lines.append(f"{head} {marked}")
    return replace(run[0], kind=BlockKind.LIST, text="\n".join(words), markdown="\n".join(lines), is_bold=False)
