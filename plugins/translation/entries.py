"""Makes catalogue entries of segments: an entry knows all that is needed to put its edition together."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom.model import Provenance
from plugins.translation.catalogue import Entry, digest
from plugins.translation.segments import EditionCut


def blank_entries(parts: EditionCut) -> tuple[Entry, ...]:
    """An entry without a translation for each segment, in the order of the edition."""
    fields = [Entry(segment.key, segment.text, tags=segment.tags) for segment in parts.fields]
    blocks = zip(parts.segments[len(fields) :], parts.body.glue, parts.body.holes, strict=False)
    body = [
        Entry(segment.key, segment.text, tags=segment.tags, glue=glue, inside=hole.inside)
        for segment, glue, hole in blocks
    ]
    return (*fields, *body)


def answered(entry: Entry, answer: str, provenance: Provenance) -> Entry:
    """The entry with an answer from that source.

    A machine's is marked fuzzy and with a digest, so that a later change by hand is seen; a
    reviewer's or a translator's is neither.
    """
    day = provenance.date.isoformat() if provenance.date else ""
    by_machine = bool(provenance.engine)
    return replace(
        entry,
        target=answer,
        fuzzy=by_machine and not provenance.reviewer,
        engine=provenance.engine,
        model=provenance.model,
        date=day if by_machine else "",
        mark=digest(answer) if by_machine else "",
        own="",
        unsigned=False,
        findings=(),
        answers=(),
        previous="",
        broken="",
    )
