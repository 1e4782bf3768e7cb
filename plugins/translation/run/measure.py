"""What of a segment an engine sees, and what it bills."""

from __future__ import annotations

from plugins.translation.inner import Part, read
from plugins.translation.segment import Segment

Words = tuple[str, tuple[tuple[int, str, str], ...]]
"""A text with (number, kind, what is seen) of its tags: what makes two segments the same to an engine."""


def words_of(segment: Segment) -> Words:
    """What an engine sees of a segment; where it stands and where its links lead is not part of it."""
    return segment.text, tuple((tag.id, tag.kind.value, tag.visible) for tag in segment.tags)


def billed(segment: Segment) -> int:
    """Unicode code points of what is seen: words and closed-off names, without tags and their attributes.

    DeepL bills so ("Usage count and billing in DeepL API"); the context is not counted either.
    """
    seen = {tag.id: tag.visible for tag in segment.tags if not tag.paired}
    return sum(len(p.text) if p.part is Part.TEXT else len(seen.get(p.id, "")) for p in read(segment.text))
