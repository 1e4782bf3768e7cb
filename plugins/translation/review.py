"""Records that a person has reviewed an edition as it now stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from plugins.newsroom.model import Edition, Lang, Report
from plugins.newsroom.problem import Problem
from plugins.translation.catalogue import Catalogue, Entry, Header, Origin, digest
from plugins.translation.changes import Kind, changes
from plugins.translation.entries import blank_entries
from plugins.translation.fill import present, whole
from plugins.translation.inner import tidy
from plugins.translation.matching import match
from plugins.translation.merge import rebased
from plugins.translation.segments import EditionCut, cut_edition
from plugins.translation.unprotect import TagMismatchError, checked
from plugins.translation.watch import edition_digest


class NotReviewableError(Exception):
    """Why a review cannot be recorded; ``problem`` says how to mend it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.found}; expected {problem.expected}. {problem.mend}")
        self.problem = problem


def review(
    report: Report, lang: Lang, catalogue: Catalogue | None, by: str, office: str, day: dt.date, *, minor: bool = False
) -> Catalogue:
    """The catalogue with the review of the edition in ``lang`` by a person of an office.

    A written edition: the original as it now stands becomes what the edition is watched against.
    A filled one: each of its texts becomes the reviewer's, and is never overwritten. Both names are
    needed (EU AI Act, Art. 50(4): human review *and* editorial responsibility).

    ``minor``: only small things were changed in the original (a typo). Every translation stands for
    the new words as it did for the old, whoever made it; nobody's review is added or taken away, so
    that no names are needed.

    Raises ``NotReviewableError``.
    """
    if lang == report.source_language:
        raise _refusal(report, lang, "the original", "an edition in another language", "Name another language.")
    if minor:
        return _minor(report, lang, catalogue)
    by, office = tidy(by).strip(), tidy(office).strip()
    if not by or not office:
        found = "no name" if not by else "no responsible office"
        raise _refusal(report, lang, found, "a name and an office", "Give --by and --responsible.")
    written = report.edition(lang)
    if written is not None:
        fresh = watching(report, written, catalogue)
    else:
        fresh = _reviewed(report, lang, catalogue)
    header = replace(fresh.header, reviewer=by, office=office, reviewed_on=day.isoformat(), revised=day.isoformat())
    return replace(fresh, header=header)


def watching(report: Report, written: Edition, catalogue: Catalogue | None) -> Catalogue:
    """The catalogue that watches a written edition from now on; former translations stay with it."""
    parts = cut_edition(report.original)
    kept = (*catalogue.entries, *catalogue.memory) if catalogue else ()
    found = match(parts.segments, kept)
    entries = tuple(
        replace(entry, key=blank.key, tags=blank.tags, glue=blank.glue, inside=blank.inside) if entry else blank
        for blank, entry in zip(blank_entries(parts), found, strict=True)
    )
    used = {id(entry) for entry in found}
    memory = tuple(
        replace(entry, glue="", inside=None)
        for entry in kept
        if id(entry) not in used and entry.origin not in (Origin.NOBODY, Origin.STALE)
    )
    former = catalogue.header if catalogue else Header(report.id, report.source_language, written.lang)
    header = replace(
        former,
        source_lang=report.source_language,
        slug=written.slug,
        tail=parts.body.glue[-1],
        watches=edition_digest(written),
        reviewer="",
        office="",
        reviewed_on="",
    )
    return Catalogue(header, entries, memory)


def _reviewed(report: Report, lang: Lang, catalogue: Catalogue | None) -> Catalogue:
    """The catalogue of a filled edition with all that is shown seen by a reviewer."""
    parts = cut_edition(report.original)
    if catalogue and present(parts, catalogue) is not None:
        catalogue = rebased(report, catalogue)
    elif catalogue is None or whole(parts.edition, catalogue) is None:
        mend = "Run translate first, or write the edition."
        raise _refusal(report, lang, "no whole edition", "an edition to review", mend)
    entries = tuple(_seen(entry) if entry.usable else entry for entry in catalogue.entries)
    return replace(catalogue, entries=entries)


def _seen(entry: Entry) -> Entry:
    """The entry as the words of the reviewer."""
    return replace(entry, fuzzy=False, seen=digest(entry.target), previous="", findings=())


def _minor(report: Report, lang: Lang, catalogue: Catalogue | None) -> Catalogue:
    """The catalogue with its translations standing for the new words of the original."""
    if catalogue is None:
        mend = "A minor change needs an edition that was translated, reviewed or adopted before."
        raise _refusal(report, lang, "no catalogue", "a catalogue that knows the former words", mend)
    written = report.edition(lang)
    if written is not None:
        fresh = watching(report, written, catalogue)
        return replace(fresh, header=replace(catalogue.header, tail=fresh.header.tail))
    return _transferred(report, lang, catalogue)


def _transferred(report: Report, lang: Lang, catalogue: Catalogue) -> Catalogue:
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
    memory = (*(replace(e, glue="", inside=None) for e in moved if e.usable), *catalogue.memory)
    header = replace(catalogue.header, tail=parts.body.glue[-1])
    return replace(catalogue, header=header, entries=tuple(entries), memory=memory, standing=None)


def former(catalogue: Catalogue, number: int) -> Entry:
    """Entry ``number`` as it was before its source changed: stale ones have their pair in the memory."""
    entry = catalogue.entries[number]
    if not entry.stale:
        return entry
    pairs = (e for e in catalogue.memory if (e.source, e.target) == (entry.previous, entry.target))
    return next(pairs, replace(entry, source=entry.previous, previous=""))


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
    mend = "Run translate for it, or review without --minor."
    line = parts.segments[number].line
    return _refusal(report, lang, f"a change that is not minor: {text[:60]!r} {what}", "small changes only", mend, line)


def _refusal(report: Report, lang: Lang, found: str, expected: str, mend: str, line: int = 0) -> NotReviewableError:
    file = f"{report.path}/{report.source_language if line else lang}.md"
    return NotReviewableError(Problem(file, line, 0, "not-reviewable", found, expected, mend))
