"""A catalogue made of a source edition and a parallel edition, for tests to begin from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.newsroom.model import Edition, Provenance, Report
from plugins.translation.catalogue import Catalogue, Entry, Header, Review, digest
from plugins.translation.entries import answered, blank_entries
from plugins.translation.inner import tidy, with_ids
from plugins.translation.keys import is_body
from plugins.translation.po_write import write_catalogue as write
from plugins.translation.segment import Segment, Tag, TagKind
from plugins.translation.segments import EditionCut, cut_edition
from plugins.translation.unprotect import checked


def write_catalogue(report: Report, translated: Edition, provenance: Provenance) -> bytes:
    """The PO file that fills ``translated`` in from the report's original."""
    return write(align(report, translated, provenance))


def align(report: Report, translated: Edition, provenance: Provenance) -> Catalogue:
    """The catalogue of two editions of the same build: fields by their key, blocks by their order."""
    source, other = cut_edition(report.original), cut_edition(translated)
    entries = [
        answered(entry, _answer(segment, partner), provenance) if partner else entry
        for entry, (segment, partner) in zip(blank_entries(source), _pairs(source, other), strict=True)
    ]
    header = _header(report, translated, provenance, source)
    if provenance.reviewer and provenance.office:
        header = replace(header, reviews=(_review(provenance, entries),))
    return Catalogue(header, tuple(entries))


def _review(provenance: Provenance, entries: Sequence[Entry]) -> Review:
    """The record that these pairs have been read."""
    read = [entry for entry in entries if entry.target]
    day = provenance.reviewed_on
    return Review(
        provenance.reviewer,
        provenance.office,
        day.isoformat() if day else "",
        tuple(digest(entry.source) for entry in read),
        tuple(digest(entry.target) for entry in read),
    )


def _header(report: Report, translated: Edition, provenance: Provenance, source: EditionCut) -> Header:
    """Whose translation this is."""
    return Header(
        report=report.id,
        source_lang=report.source_language,
        lang=translated.lang,
        slug=translated.slug,
        tail=source.body.glue[-1],
        revised=provenance.date.isoformat() if provenance.date else "",
        translator=provenance.translator,
    )


def _pairs(source: EditionCut, other: EditionCut) -> Iterator[tuple[Segment, Segment | None]]:
    """Each segment of the source with its partner, if there is one."""
    fields = {segment.key: segment for segment in other.fields}
    blocks = iter([segment for segment in other.segments if is_body(segment.key)])
    for segment in source.segments:
        partner = next(blocks) if is_body(segment.key) else fields.get(segment.key)
        assert partner is None or partner.kind == segment.kind
        yield segment, partner


def _answer(segment: Segment, other: Segment) -> str:
    """The other segment's text with the tags counted as in this one."""
    free = list(segment.tags)
    ids: dict[int, int] = {}
    for tag in other.tags:
        partner = next(mine for mine in free if _alike(mine, tag))
        free.remove(partner)
        ids[tag.id] = partner.id
    answer = with_ids(other.text, ids)
    checked(segment, answer)
    return answer


def _alike(mine: Tag, other: Tag) -> bool:
    """Whether two tags are one mark: the same source, except for words that are translated."""
    if mine.kind is not other.kind:
        return False
    if mine.kind in (TagKind.BREAK, TagKind.EMPHASIS):
        return len(mine.opening) == len(other.opening) or mine.kind is TagKind.BREAK
    if mine.kind is TagKind.IMAGE:
        return mine.opening.rpartition("](")[2] == other.opening.rpartition("](")[2]
    return (tidy(mine.opening), tidy(mine.closing)) == (tidy(other.opening), tidy(other.closing))
