"""The one step from a text as it was typed to plain Markdown, in front of every reader."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.markup.dialect.blocks import find_blocks
from plugins.markup.dialect.edits import Plain, edited
from plugins.markup.dialect.inlines import find_inlines
from plugins.markup.dialect.signs import Sign
from plugins.markup.dialect.tangles import check_brackets


@dataclass(frozen=True, slots=True)
class Step:
    """Plain Markdown with the way back, and what is to be said of the typed text."""

    plain: Plain
    signs: tuple[Sign, ...]


def plain_markdown(text: str) -> Step:
    """What a text means, in Markdown that all readers read alike. Its lines must end in ``\\n``.

    Words, numbers and signs stay; blank lines, backslashes, indentation and brackets around addresses are put in.
    A text that is plain already is given back as it is. Raises ``TooDeepError``.
    """
    check_brackets(text)
    blocks = find_blocks(text)
    edits, signs = find_inlines(text, blocks.raw)
    return Step(edited(text, [*blocks.edits, *edits]), tuple(sorted((*blocks.signs, *signs))))
