"""Lets an edition stand for the new words of its original, where only a slip was put right in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from plugins.newsroom.model import Lang, Report
from plugins.translation.catalogue import Catalogue, Entry, Origin, Review, digest
from plugins.translation.changes import Change, Kind, changes
from plugins.translation.entries import blank_entries
from plugins.translation.refusals import NotReviewableError, refusal
from plugins.translation.review import watching
from plugins.translation.segments import EditionCut, cut_edition
from plugins.translation.small_changes import grave
from plugins.translation.unprotect import TagMismatchError, checked
from plugins.translation.watch import differences


def minor(
    report: Report, lang: Lang, catalogue: Catalogue | None, day: dt.date, names: Sequence[str] = ()
) -> Catalogue:
    """The catalogue with its translations standing for the new words of the original, whoever made them.

    Nobody's review is added or taken away. Raises ``NotReviewableError`` where a number, a date or a name has
    changed, where a text was added, or where its links or marks are others: that needs somebody to look.
    """
    if lang == report.source_language:
        raise refusal(report, lang, "the original", "an edition in another language", "Name another language.")
    if catalogue is None:
        fix = "A minor change needs an edition that was translated, reviewed or adopted before."
        raise refusal(report, lang, "no catalogue", "a catalogue that knows the former words", fix)
    _weigh(report, lang, catalogue, names)
    written = report.edition(lang)
    if written is not None:
        fresh = watching(report, written, catalogue)
        source = tuple(digest(segment.text) for segment in cut_edition(report.original).segments)
        last = catalogue.header.reviews[-1:]
        carried = tuple(replace(review, source=source, carried=day.isoformat()) for review in last)
        return replace(fresh, header=replace(fresh.header, reviews=(*fresh.header.reviews, *carried)))
    return _transferred(report, lang, catalogue, day)


def _weigh(report: Report, lang: Lang, catalogue: Catalogue, names: Sequence[str]) -> None:
    """Raises ``NotReviewableError`` at a change that is more than a slip."""
    for change in differences(report, catalogue):
        weight = grave(change.before, change.after, report.source_language, names)
        if change.kind is Kind.CHANGED and weight:
            found = f"a change that is not minor: “{change.after[:60]}”, {weight}"
            fix = "Run translate for it, or review without --minor."
            raise refusal(report, lang, found, "small changes only", fix, change.line)


def _transferred(report: Report, lang: Lang, catalogue: Catalogue, day: dt.date) -> Catalogue:
    """Each translation moved from the former words of its text to the present ones."""
    parts = cut_edition(report.original)
    base = [(entry.key, entry.previous if entry.stale else entry.source) for entry in catalogue.entries]
    found = changes(base, [(segment.key, segment.text) for segment in parts.segments])
    blanks = blank_entries(parts)
    entries: list[Entry] = list(blanks)
    for change in found:
        if change.kind is Kind.ADDED:
            raise _not_minor(report, lang, blanks[change.new].source, "was added", parts, change.new)
        if change.kind is not Kind.REMOVED:
            entries[change.new] = _moved(
                report, lang, parts, blanks[change.new], former(catalogue, change.old), change.new
            )
    moved = [catalogue.entries[c.old] for c in found if c.kind in (Kind.REMOVED, Kind.CHANGED)]
    memory = (
        *(replace(e, glue="", inside=None) for e in moved if e.origin is not Origin.NOBODY and not e.stale),
        *catalogue.memory,
    )
    header = replace(catalogue.header, tail=parts.body.glue[-1], reviews=_carried(catalogue, found, blanks, day))
    return replace(catalogue, header=header, entries=tuple(entries), memory=memory, standing=None)


def _carried(
    catalogue: Catalogue, found: Sequence[Change], blanks: Sequence[Entry], day: dt.date
) -> tuple[Review, ...]:
    """The reviews, the last of them once more for the new words of the original."""
    olds = [entry.previous if entry.stale else entry.source for entry in catalogue.entries]
    changed = {digest(olds[c.old]): digest(blanks[c.new].source) for c in found if c.kind is Kind.CHANGED}
    reviews = catalogue.header.reviews
    if not reviews or not changed.keys() & set(reviews[-1].source):
        return reviews
    source = tuple(changed.get(mark, mark) for mark in reviews[-1].source)
    return (*reviews, replace(reviews[-1], source=source, carried=day.isoformat()))


def former(catalogue: Catalogue, number: int) -> Entry:
    """Entry ``number`` as it was before its source changed: stale ones have their pair in the memory."""
    entry = catalogue.entries[number]
    if not entry.stale:
        return entry
    pairs = (e for e in catalogue.memory if (e.source, e.target) == (entry.previous, entry.target))
    mine = bool(entry.own)
    return next(pairs, replace(entry, source=entry.previous, previous="", fuzzy=not mine, own=""))


def _moved(report: Report, lang: Lang, parts: EditionCut, blank: Entry, former: Entry, number: int) -> Entry:
    """The former translation in the place of the new words."""
    moved = replace(
        former, key=blank.key, source=blank.source, tags=blank.tags, glue=blank.glue, inside=blank.inside, previous=""
    )
    try:
        if moved.target:
            checked(moved.segment, moved.target)
    except TagMismatchError as error:
        raise _not_minor(report, lang, blank.source, "has other links or marks", parts, number) from error
    return moved


def _not_minor(report: Report, lang: Lang, text: str, what: str, parts: EditionCut, number: int) -> NotReviewableError:
    """The refusal of a change that is more than a typo."""
    fix = "Run translate for it, or review without --minor."
    line = parts.segments[number].line
    return refusal(report, lang, f"a change that is not minor: {text[:60]!r} {what}", "small changes only", fix, line)
