"""Finds the entry of a catalogue that belongs to each segment of an edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plugins.translation.catalogue import Entry, Origin
from plugins.translation.keys import unnumbered
from plugins.translation.segment import Segment

RANK = {
    Origin.PERSON: 0,
    Origin.UNKNOWN: 1,
    Origin.MACHINE: 2,
    Origin.UNFINISHED: 3,
    Origin.BEHIND: 4,
    Origin.STALE: 5,
    Origin.NOBODY: 6,
}
"""Whose words are kept first where there are more than are needed."""


def match(segments: Sequence[Segment], entries: Sequence[Entry]) -> tuple[Entry | None, ...]:
    """For each segment the entry made from exactly its words, or ``None``.

    Of several that are alike the first belongs to the first. Where the source has fewer of them
    than the catalogue, those with a person's words stay.
    """
    waiting: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.stale:
            waiting[place(entry.key), entry.source].append(entry)
    wanted: dict[tuple[str, str], int] = defaultdict(int)
    for segment in segments:
        wanted[place(segment.key), segment.text] += 1
    queues = {alike: iter(_chosen(found, wanted[alike])) for alike, found in waiting.items()}
    return tuple(next(queues.get((place(segment.key), segment.text), iter(())), None) for segment in segments)


def place(key: str) -> str:
    """The key without the number that tells apart what is alike."""
    return unnumbered(key)


def _chosen(found: list[Entry], count: int) -> list[Entry]:
    """``count`` of the entries in their order, people's words before a machine's before none."""
    best = sorted(range(len(found)), key=lambda n: (RANK[found[n].origin], n))[:count]
    return [found[n] for n in sorted(best)]
