"""Closes names off before a text is sent to an engine, and opens them again in the answer.

A catalogue has names in the clear. Closed off there, a new name in a report's metadata would
change the form of every paragraph that mentions it, and so make it stale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.translation.inlines import has_words
from plugins.translation.inner import Part, Piece, read, written
from plugins.translation.protect import names
from plugins.translation.segment import Segment, Tag, TagKind


def shielded(segment: Segment, wanted: Sequence[str]) -> Segment:
    """The segment with the given names as tags, counted on from its own."""
    tags = list(segment.tags)
    following = max((tag.id for tag in tags), default=0) + 1
    pieces: list[Piece] = []
    for piece in read(segment.text):
        at = 0
        for found in names(piece.text, wanted):
            name = piece.text[found.start : found.end]
            tags.append(Tag(following, TagKind.NAME, name, visible=name))
            pieces += [Piece(Part.TEXT, piece.text[at : found.start]), Piece(Part.SINGLE, id=following)]
            at, following = found.end, following + 1
        pieces.append(replace(piece, text=piece.text[at:]))
    return replace(segment, text=written(pieces), tags=tuple(tags))


def unshielded(segment: Segment, answer: str) -> str:
    """The answer to a shielded segment with its names in the clear, as a catalogue has them."""
    visible = {tag.id: tag.visible for tag in segment.tags if tag.kind is TagKind.NAME}
    return written(Piece(Part.TEXT, visible[piece.id]) if piece.id in visible else piece for piece in read(answer))


def settled(segment: Segment) -> bool:
    """Whether nothing is left to translate: a shielded segment that is all names is its own translation."""
    return not has_words(read(segment.text))
