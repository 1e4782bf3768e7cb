"""Makes a catalogue of a source edition and a parallel edition in another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.newsroom.model import Edition, Provenance, Report
from plugins.translation.catalogue import Catalogue, Entry, Header, Review, digest
from plugins.translation.entries import answered, blank_entries
from plugins.translation.inner import tidy, with_ids
from plugins.translation.keys import is_body, kind_of
from plugins.translation.po_write import write_catalogue as write
from plugins.translation.segment import Segment, Tag, TagKind
from plugins.translation.segments import OPTIONAL_KINDS, EditionCut, cut_edition
from plugins.translation.unprotect import TagMismatchError, checked

_Pair = tuple[Segment, Segment | None]


class UnalignedError(ValueError):
    """Two editions that do not stand side by side; ``sentences`` say where."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def write_catalogue(report: Report, translated: Edition, provenance: Provenance) -> bytes:
    """The PO file that fills ``translated`` in from the report's original.

    Segments are aligned one to one: fields by their key, blocks by their order and kind. Raises
    ``UnalignedError`` with a sentence for every place where the two differ in structure.
    """
    return write(align(report, translated, provenance))


def align(report: Report, translated: Edition, provenance: Provenance) -> Catalogue:
    """The catalogue of the two editions; see ``write_catalogue``."""
    source = cut_edition(report.original)
    sentences: list[str] = []
    pairs = list(_pairs(source, cut_edition(translated), sentences))
    if sentences:
        raise UnalignedError(tuple(sentences))
    entries = []
    for entry, (segment, other) in zip(blank_entries(source), pairs, strict=True):
        try:
            entries.append(answered(entry, _answer(segment, other), provenance) if other else entry)
        except TagMismatchError as error:
            sentences.append(f"{_place(segment)}: {error}")
    if sentences:
        raise UnalignedError(tuple(sentences))
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


def _pairs(source: EditionCut, other: EditionCut, sentences: list[str]) -> Iterator[_Pair]:
    """Each segment of the source with its partner, if there is one."""
    fields = {segment.key: segment for segment in other.fields}
    for segment in source.fields:
        partner = fields.pop(segment.key, None)
        if partner is None and segment.kind not in OPTIONAL_KINDS:
            sentences.append(f"{segment.key}: the translation has no {segment.kind}.")
        yield segment, partner
    sentences.extend(f"{key}: the original has no {kind_of(key)}." for key in fields)
    ours = [s for s in source.segments if is_body(s.key)]
    theirs = [s for s in other.segments if is_body(s.key)]
    sentences.extend(_differences(ours, theirs))
    for number, segment in enumerate(ours):
        yield segment, theirs[number] if number < len(theirs) else None


def _differences(ours: list[Segment], theirs: list[Segment]) -> Iterator[str]:
    """A sentence for the first block at which two bodies part."""
    for mine, other in zip(ours, theirs, strict=False):
        if mine.kind != other.kind:
            yield f"{_place(mine)}: {mine.kind} in the original, {other.kind} in the translation."
            break
    if len(ours) != len(theirs):
        yield f"The original has {len(ours)} blocks of text, the translation {len(theirs)}."


def _place(segment: Segment) -> str:
    return f"line {segment.line} ({segment.kind})" if segment.line else segment.key


def _answer(segment: Segment, other: Segment) -> str:
    """The other segment's text with the tags counted as in this one."""
    free = list(segment.tags)
    ids: dict[int, int] = {}
    for tag in other.tags:
        partner = next((mine for mine in free if _alike(mine, tag)), None)
        if partner is None:
            raise TagMismatchError(f"{(tag.opening + tag.closing)!r} of the translation is not in the original.")
        free.remove(partner)
        ids[tag.id] = partner.id
    if free:
        lost = ", ".join(repr(tag.opening + tag.closing) for tag in free)
        raise TagMismatchError(f"The translation lacks {lost} of the original.")
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
