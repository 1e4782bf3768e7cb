"""Python-Markdown's block stage, which knows a plain paragraph when it sees one."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import ParagraphProcessor

_BEGINS_SOMETHING = frozenset(" \n#>-_*+:[|=")
"""First characters of the lines that begin anything but a paragraph; the digits of lists beside them."""

_LINE_BEGINS_SOMETHING = re.compile(r"\n[\s#>\-_*+:\[|=\d]")


class FastBlocks(BlockParser):
    """Hands a block to the paragraphs at once where none of the other processors could want it.

    Each of them looks for something at the beginning of a line, save the one for tables, which
    looks for a bar in a block of several lines.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.blockprocessors = md.parser.blockprocessors
        for processor in self.blockprocessors:
            processor.parser = self
        self._all = list(self.blockprocessors)
        self._paragraph = next(p for p in self._all if isinstance(p, ParagraphProcessor))

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Parses blocks into children of ``parent``."""
        while blocks:
            block = blocks[0]
            if is_plain(block):
                self._paragraph.run(parent, blocks)
                continue
            for processor in self._all:
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break


def is_plain(block: str) -> bool:
    """Whether a block can be nothing but a paragraph."""
    if not block or block[0] in _BEGINS_SOMETHING or block[0].isdecimal():
        return False
    return "\n" not in block or ("|" not in block and _LINE_BEGINS_SOMETHING.search(block) is None)
