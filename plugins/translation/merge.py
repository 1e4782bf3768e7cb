"""Brings a catalogue to the present state of its original, and takes answers into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.newsroom.model import Lang, Provenance, Report, State
from plugins.newsroom.slug import make_slug
from plugins.translation.catalogue import Catalogue, Entry, FindingAnswer, Header, Origin, Standing, digest
from plugins.translation.changes import Kind, changes
from plugins.translation.entries import answered, blank_entries
from plugins.translation.fill import last_good, present
from plugins.translation.inner import words
from plugins.translation.matching import match, place
from plugins.translation.segment import Segment
from plugins.translation.segments import EditionCut, cut_edition, words_of
from plugins.translation.unprotect import unprotect


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine made of one segment, and what the gate said of it."""

    text: str
    """The inner form, names in the clear."""
    findings: tuple[str, ...] = ()
    answers: tuple[FindingAnswer, ...] = ()
    """What a person said to them already."""


def new_catalogue(report: Report, lang: Lang) -> Catalogue:
    """A catalogue of that report with every translation still to be made."""
    parts = cut_edition(report.original)
    return Catalogue(Header(report.id, report.source_language, lang, tail=parts.body.glue[-1]), blank_entries(parts))


def rebased(report: Report, catalogue: Catalogue) -> Catalogue:
    """The catalogue with an entry for each segment of the original as it now stands.

    Entries of unchanged words stay as they are, whosever words they are. Where words changed, the
    former translation stands beside the new words as stale: a machine's until it is replaced, a person's
    until a person decides. The former pair goes to the memory,
    as does every pair whose source is gone. Words that come back (a change taken back) find their
    pair there. The last whole edition is put by as long as a translation is missing.

    A catalogue that watches a written edition is left alone: it keeps what the edition stands for.
    """
    if report.edition(catalogue.header.lang) is not None:
        return catalogue
    parts = cut_edition(report.original)
    kept = (*catalogue.entries, *catalogue.memory)
    found = match(parts.segments, kept)
    entries = tuple(_carried(blank, entry) for blank, entry in zip(blank_entries(parts), found, strict=True))
    entries = with_previous(entries, catalogue.entries)
    used = {id(entry) for entry in found}
    memory = _memory(entry for entry in kept if id(entry) not in used)
    header = replace(
        catalogue.header, tail=parts.body.glue[-1], source_lang=report.source_language, watches="", adopted=""
    )
    fresh = replace(catalogue, header=header, entries=entries, memory=memory, standing=None)
    if present(parts, fresh) is not None:
        return fresh
    return replace(fresh, standing=_standing(parts, catalogue))


def _carried(blank: Entry, entry: Entry | None) -> Entry:
    """The entry in its new place in the edition."""
    if entry is None:
        return blank
    return replace(entry, key=blank.key, tags=blank.tags, glue=blank.glue, inside=blank.inside)


def with_previous(entries: tuple[Entry, ...], former: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries, those of changed words with what was said before them."""
    old = [(entry.key, entry.source) for entry in former]
    new = [(entry.key, entry.source) for entry in entries]
    out = list(entries)
    for change in changes(old, new):
        if change.kind not in (Kind.CHANGED, Kind.SAME) or out[change.new].origin is not Origin.NOBODY:
            continue
        before = former[change.old]
        if change.kind is Kind.CHANGED or before.stale:
            out[change.new] = _stale(out[change.new], before)
    return tuple(out)


def _stale(entry: Entry, former: Entry) -> Entry:
    """The entry with the translation of its former words, marked so that it is never taken for its own."""
    if former.stale:
        place = replace(entry, target=former.target, fuzzy=True, engine=former.engine, model=former.model)
        kept = replace(place, date=former.date, mark=former.mark, own=former.own, previous=former.previous)
        return replace(kept, findings=former.findings, note=former.note)
    if not former.target or former.broken:
        return entry
    words = digest(former.target)
    if former.mark == words and not former.unsigned:
        return replace(entry, target=former.target, fuzzy=True, mark=words, previous=former.source)
    return replace(
        entry,
        target=former.target,
        fuzzy=True,
        engine=former.engine,
        model=former.model,
        date=former.date,
        mark=former.mark,
        own=words,
        previous=former.source,
        note=former.note,
    )


def _memory(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The pairs worth keeping: each once, without what belongs to a place in an edition."""
    kept: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        if entry.origin is Origin.NOBODY or entry.stale:
            continue
        kept.setdefault((place(entry.key), entry.source, entry.target), replace(entry, glue="", inside=None))
    return tuple(kept.values())


def _standing(parts: EditionCut, catalogue: Catalogue) -> Standing | None:
    """The last whole edition of the catalogue, to be shown until there is one again."""
    if catalogue.standing:
        return catalogue.standing
    edition = last_good(parts.edition, catalogue)
    if edition is None:
        return None
    made = edition.provenance or Provenance()
    return Standing(
        state=edition.state,
        words=words_of(edition),
        body=edition.body,
        engine=made.engine,
        model=made.model,
        date=made.date.isoformat() if made.date else "",
        review=_number(made, catalogue) if edition.state is State.REVIEWED else 0,
    )


def _number(made: Provenance, catalogue: Catalogue) -> int:
    """The number of the review that a reviewed edition names."""
    named = made.reviewer, made.office, made.reviewed_on.isoformat() if made.reviewed_on else ""
    found = [n for n, each in enumerate(catalogue.header.reviews, 1) if (each.by, each.office, each.on) == named]
    return found[-1] if found else 0


def wanting(catalogue: Catalogue) -> tuple[Segment, ...]:
    """The segments a machine may translate: those without words of their own, people's or a machine's.

    Unfinished words of a person wait for the person, and so do those that stand for former words of the source.
    """
    return tuple(entry.segment for entry in catalogue.entries if _is_open(entry))


def _is_open(entry: Entry) -> bool:
    broken = bool(entry.broken) and entry.origin is Origin.MACHINE
    return broken or entry.origin in (Origin.NOBODY, Origin.STALE)


def with_answers(
    report: Report,
    catalogue: Catalogue,
    answers: Mapping[tuple[str, str], Answer],
    provenance: Provenance,
    day: dt.date,
) -> Catalogue:
    """The catalogue (``rebased`` before) with the answers to ``wanting``, by (key, text).

    What a person wrote is left alone, whatever is answered. The address of the edition is made of
    its first translated title, and then stays. Raises ``TagMismatchError`` on an answer that cannot
    be put into the text.
    """
    entries = tuple(
        _taken(entry, found, provenance)
        if _is_open(entry) and (found := answers.get((entry.key, entry.source)))
        else entry
        for entry in catalogue.entries
    )
    header = replace(catalogue.header, revised=day.isoformat())
    fresh = replace(catalogue, header=_addressed(header, entries), entries=entries)
    whole = present(cut_edition(report.original), fresh) is not None
    return replace(fresh, standing=None) if whole else fresh


def _taken(entry: Entry, answer: Answer, provenance: Provenance) -> Entry:
    """The entry with its answer, once that is known to fit into the text."""
    unprotect(entry.segment, answer.text)
    return replace(answered(entry, answer.text, provenance), findings=answer.findings, answers=answer.answers)


def _addressed(header: Header, entries: Sequence[Entry]) -> Header:
    """The header with the address of the edition, made of the title unless there is one already."""
    title = next((entry for entry in entries if entry.key == "title" and entry.usable), None)
    if header.slug or title is None:
        return header
    return replace(header, slug=make_slug(words(title.target), header.report))
