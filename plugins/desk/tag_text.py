"""Shows the numbered tags of a text to people as ``{1}`` … ``{/1}``, and reads them back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.translation.inner import BrokenInnerError, Part, Piece, read, written
from plugins.translation.segment import Tag, TagKind

_MARK = re.compile(r"\{(/?)(\d{1,6})\}")


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of a text as a reader sees it; ``kind`` is that of the tag around it, or empty."""

    text: str
    kind: str = ""


def text_runs(inner: str, tags: Sequence[Tag]) -> tuple[TextRun, ...]:
    """The text with its names, addresses and links as they will be seen."""
    known = {tag.id: tag for tag in tags}
    try:
        pieces = read(inner)
    except BrokenInnerError:
        return (TextRun(inner),)
    out: list[TextRun] = []
    stack: list[str] = []
    for piece in pieces:
        tag = known.get(piece.id)
        if piece.part is Part.OPEN:
            stack.append(tag.kind.value if tag else "")
        elif piece.part is Part.CLOSE:
            stack.pop()
        elif piece.part is Part.SINGLE:
            out.append(_single(tag))
        elif piece.text:
            out.append(TextRun(piece.text, stack[-1] if stack else ""))
    return tuple(out)


def _single(tag: Tag | None) -> TextRun:
    if tag is None:
        return TextRun("?", "lost")
    return TextRun(tag.visible or ("⏎" if tag.kind is TagKind.BREAK else tag.opening.strip()), tag.kind.value)


def as_typed(inner: str) -> str:
    """The text as it is edited: words in the clear, tags in braces."""
    try:
        return "".join(map(_typed, read(inner)))
    except BrokenInnerError:
        return inner


def _typed(piece: Piece) -> str:
    if piece.part is Part.TEXT:
        return piece.text
    return f"{{/{piece.id}}}" if piece.part is Part.CLOSE else f"{{{piece.id}}}"


def as_inner(typed: str, tags: Sequence[Tag]) -> str:
    """The inner form of an edited text. Braces that name no tag of the original are words."""
    paired = {tag.id: tag.paired for tag in tags}
    pieces: list[Piece] = []
    at = 0
    for mark in _MARK.finditer(typed):
        number = int(mark[2])
        if number not in paired or (mark[1] and not paired[number]):
            continue
        pieces.append(Piece(Part.TEXT, typed[at : mark.start()]))
        part = Part.CLOSE if mark[1] else Part.OPEN if paired[number] else Part.SINGLE
        pieces.append(Piece(part, id=number))
        at = mark.end()
    return written((*pieces, Piece(Part.TEXT, typed[at:])))
