"""Cuts a batch into requests that an engine accepts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.segment import Segment


def packed(batch: Batch, info: EngineInfo) -> tuple[Batch, ...]:
    """The batch in parts of at most ``max_items`` segments and ``max_chars`` characters, in order.

    A segment longer than ``max_chars`` stands alone; the engine says whether it takes it.
    """
    return tuple(replace(batch, segments=part) for part in _parts(batch.segments, info))


def halves(batch: Batch) -> tuple[Batch, ...]:
    """The batch in two, or alone where there is but one segment."""
    middle = (len(batch.segments) + 1) // 2
    parts = (batch.segments[:middle], batch.segments[middle:])
    return tuple(replace(batch, segments=part) for part in parts if part)


def _parts(segments: tuple[Segment, ...], info: EngineInfo) -> Iterator[tuple[Segment, ...]]:
    part: list[Segment] = []
    length = 0
    for segment in segments:
        size = len(segment.text)
        if part and (len(part) >= max(1, info.max_items) or length + size > info.max_chars):
            yield tuple(part)
            part, length = [], 0
        part.append(segment)
        length += size
    if part:
        yield tuple(part)
