"""Watches editions: against which words of the original they stand, and what has changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.newsroom.model import Edition, Provenance, Report, State
from plugins.translation.catalogue import Catalogue, Entry, Origin, Review, digest, source_digest
from plugins.translation.changes import Change, Kind, changes
from plugins.translation.inner import BrokenInnerError, Part, read
from plugins.translation.keys import photo_of
from plugins.translation.segment import Segment, Tag
from plugins.translation.segments import cut_edition


@dataclass(frozen=True, slots=True)
class Difference:
    """One text of the original that an edition does not stand for any more.

    ``before`` and ``after`` are what a reader sees, without marks; empty where it was added or removed.
    """

    kind: Kind
    key: str
    before: str
    after: str
    line: int = 0
    """Of the original, on which the text begins now; 0 for a field or a text that is gone."""


def differences(report: Report, catalogue: Catalogue) -> tuple[Difference, ...]:
    """What has changed in the original since the edition of that catalogue was made or reviewed.

    Pictures that came or went are none: they are facts of the report and not words of an edition.
    """
    base = tuple(_baseline(catalogue))
    now = cut_edition(report.original).segments
    found = changes([(s.key, s.text) for s in base], [(s.key, s.text) for s in now])
    return tuple(
        _difference(change, base, now)
        for change in found
        if change.kind is not Kind.SAME and not _is_picture(change, base, now)
    )


def _baseline(catalogue: Catalogue) -> Iterator[Segment]:
    """The texts of the original that the edition stands for."""
    for entry in catalogue.entries:
        if entry.stale:
            yield Segment(entry.key, entry.segment.kind, entry.previous, _former_tags(entry, catalogue))
        elif catalogue.header.watches or entry.origin is not Origin.NOBODY:
            yield entry.segment


def _former_tags(entry: Entry, catalogue: Catalogue) -> tuple[Tag, ...]:
    """The tags of the words an entry had before."""
    return next((kept.tags for kept in catalogue.memory if kept.source == entry.previous), ())


def _is_picture(change: Change, base: tuple[Segment, ...], now: tuple[Segment, ...]) -> bool:
    if change.kind is Kind.ADDED:
        return bool(photo_of(now[change.new].key))
    return change.kind is Kind.REMOVED and bool(photo_of(base[change.old].key))


def _difference(change: Change, base: tuple[Segment, ...], now: tuple[Segment, ...]) -> Difference:
    before = base[change.old] if change.old >= 0 else None
    after = now[change.new] if change.new >= 0 else None
    key = after.key if after else before.key if before else ""
    line = after.line if after else 0
    return Difference(change.kind, key, reader_text(before), reader_text(after), line)


def reader_text(segment: Segment | None) -> str:
    """What a reader sees of a segment: its words, its names and addresses, no marks."""
    if segment is None:
        return ""
    tags = {tag.id: tag.visible or tag.opening for tag in segment.tags}
    try:
        pieces = read(segment.text)
    except BrokenInnerError:
        return segment.text
    return "".join(tags.get(p.id, "") if p.part is Part.SINGLE else p.text for p in pieces)


def edition_digest(edition: Edition) -> str:
    """A digest of an edition's words; white space and wrapping are none."""
    return source_digest((segment.key, segment.text) for segment in cut_edition(edition).segments)


def watched(report: Report, edition: Edition, catalogue: Catalogue) -> Edition:
    """A written edition, its words untouched: marked stale if the original has moved on since, with its reviewer
    if these are the words that were reviewed, and as a machine's where it was adopted and nobody has read it since.
    """
    header = catalogue.header
    if not header.watches:
        return edition
    stale = bool(differences(report, catalogue))
    made = _adopted(catalogue) if header.adopted else Provenance(translator=header.translator)
    review = review_of_written(edition, catalogue)
    if review:
        return replace(edition, stale=stale, provenance=signed(made, review))
    if header.adopted:
        return replace(edition, stale=stale, state=State.MACHINE, provenance=made)
    return replace(edition, stale=stale)


def _adopted(catalogue: Catalogue) -> Provenance:
    """Who translated an edition that was adopted unread."""
    made = [entry for entry in catalogue.entries if entry.made_by_machine]
    newest = max(made, key=lambda entry: entry.date, default=None)
    if newest is None:
        return Provenance(translator=catalogue.header.translator)
    return Provenance(newest.engine, newest.model, day(newest.date), catalogue.header.translator)


def review_of_written(edition: Edition, catalogue: Catalogue) -> Review | None:
    """The newest review in which exactly these words of a written edition were read."""
    words = target_digests(edition)
    return next((review for review in reversed(catalogue.header.reviews) if review.target == words), None)


def target_digests(edition: Edition) -> tuple[str, ...]:
    """A digest of each text of an edition, in order."""
    return tuple(digest(segment.text) for segment in cut_edition(edition).segments)


def signed(provenance: Provenance, review: Review) -> Provenance:
    """The provenance with who read these words, and which office answers for them."""
    return replace(provenance, reviewer=review.by, office=review.office, reviewed_on=day(review.on))


def day(text: str) -> dt.date | None:
    """The day a catalogue names, or ``None`` if it names none that exists."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
