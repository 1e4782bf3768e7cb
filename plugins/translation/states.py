"""Tells how far each report is filled in: edition by edition and part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.newsroom.counting import count
from plugins.newsroom.model import Edition, Lang, Report, State, TranslationPolicy
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.changes import Kind
from plugins.translation.fill import fill, review_covering
from plugins.translation.findings import Question, first_words, questions
from plugins.translation.matching import match
from plugins.translation.segments import cut_edition
from plugins.translation.watch import Difference, differences, review_of_written

PARTS = ("title", "kicker", "teaser", "body", "captions", "links", "corrections", "documents", "video")
"""The parts of an edition, in the order they are told."""

_HEADS = {"photos": "captions"}
_SHOWN = TranslationPolicy(publish_machine=True)
_WORST = (State.MISSING, State.STALE, State.MACHINE, State.REVIEWED, State.WRITTEN)


@dataclass(frozen=True, slots=True)
class Row:
    """One part of one edition of one report."""

    report: str
    lang: Lang
    part: str
    state: State


@dataclass(frozen=True, slots=True)
class Coverage:
    """One edition of one report: how it is shown, and how its parts stand."""

    report: str
    lang: Lang
    state: State
    parts: tuple[tuple[str, State], ...]
    changed: tuple[Difference, ...] = ()
    """What has changed in the original since."""
    by: str = ""
    """Who made or vouches for it, where that is known."""
    open: tuple[Question, ...] = ()
    """What the gate found and nobody has answered."""
    waits: tuple[str, ...] = ()
    """What has to happen before it is shown, or shown as it stands: one sentence each."""
    since_review: str = ""
    """What machines have written since somebody reviewed it, as a sentence."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The parts as rows."""
        return tuple(Row(self.report, self.lang, part, state) for part, state in self.parts)


def coverage(report: Report, catalogues: Sequence[Catalogue], languages: Sequence[Lang]) -> tuple[Coverage, ...]:
    """How each edition of a report stands, in the order of ``languages``."""
    known = {catalogue.header.lang: catalogue for catalogue in catalogues}
    filled = fill(report, catalogues, languages, _SHOWN)
    return tuple(_edition(report, filled, known.get(lang), lang) for lang in languages)


def _edition(report: Report, filled: Report, catalogue: Catalogue | None, lang: Lang) -> Coverage:
    """One edition."""
    written = report.edition(lang)
    shown = filled.edition(lang)
    if written is not None:
        return _written(report, written, shown or written, catalogue if lang != report.source_language else None)
    if catalogue is None:
        parts = tuple((part, State.MISSING) for part in _parts(report.original))
        return Coverage(report.id, lang, State.MISSING, parts)
    state = State.MISSING if shown is None else State.STALE if shown.stale else shown.state
    changed = differences(report, catalogue) if shown is not None and shown.stale else ()
    parts = tuple(_filled(report, catalogue))
    open_ = questions(catalogue)
    return Coverage(
        report.id, lang, state, parts, changed, _by(shown), open_, tuple(waits(catalogue)), since_review(catalogue)
    )


def with_release(found: Sequence[Coverage], filled: Report) -> tuple[Coverage, ...]:
    """The coverage of a report, with what its languages wait for before they go out (``publish``)."""
    lacking, released = filled.waits_for, {edition.lang for edition in filled.released}

    def told(item: Coverage) -> Iterator[str]:
        if item.lang in lacking:
            yield "The report goes out only together in all languages, and waits for this one."
        elif item.lang in filled.publish.reviewed and item.lang not in released:
            yield "This language waits for its review before it goes out."

    return tuple(replace(item, waits=(*item.waits, *told(item))) for item in found)


def waits(catalogue: Catalogue) -> Iterator[str]:
    """What a person has to do before the texts of a catalogue are shown."""
    for entry in catalogue.entries:
        words = first_words(entry.target)
        if entry.waiting_for_words:
            told = "; ".join(entry.findings)
            text = first_words(entry.source)
            yield f"{entry.key}: {text} waits for a person, since no answer passed the gate: {told}."
        elif entry.origin is Origin.UNFINISHED:
            yield f"{entry.key}: {words} is marked fuzzy (needs work): finish it, and take the mark away."
        elif entry.origin is Origin.BEHIND:
            yield f"{entry.key}: {words} is a person's, for former words of the original: change it, or review it."
        elif any(finding.startswith("block: ") for finding in entry.open):
            yield f"{entry.key}: {words} contradicts the original: correct it, or answer the finding."


def since_review(catalogue: Catalogue) -> str:
    """What machines have written since an edition was reviewed, as a sentence; empty where nothing is."""
    newer = [entry for entry in catalogue.entries if entry.usable and entry.made_by_machine]
    newer = [entry for entry in newer if review_covering([(entry.source, entry.target)], catalogue) is None]
    if not newer or not catalogue.header.reviews or catalogue.header.watches:
        return ""
    last = catalogue.header.reviews[-1]
    return (
        f"{count(len(newer), 'text')} of a machine, newer than the review by {last.by} on {last.on} (first"
        f" {first_words(newer[0].target)}); read what is new, and review again."
    )


def _by(edition: Edition | None) -> str:
    """The reviewer, else the translator, else the engine."""
    made = edition.provenance if edition else None
    return (made.reviewer or made.translator or made.engine) if made else ""


def _parts(edition: Edition) -> tuple[str, ...]:
    """The parts an edition has, in their order."""
    have = {part_of(segment.key) for segment in cut_edition(edition).segments}
    return tuple(part for part in PARTS if part in have)


def part_of(key: str) -> str:
    """The part of an edition to which a segment belongs."""
    head = key.partition("/")[0].partition("#")[0]
    return _HEADS.get(head, head)


def _written(report: Report, written: Edition, shown: Edition, catalogue: Catalogue | None) -> Coverage:
    """An edition that somebody wrote. What the original has and it lacks is missing."""
    watching = catalogue if catalogue and catalogue.header.watches else None
    reviewed = bool(watching and review_of_written(written, watching))
    changed = differences(report, watching) if watching else ()
    behind = {part_of(difference.key) for difference in changed}
    good = State.REVIEWED if reviewed else shown.state
    have = _parts(written)
    wanted = [part for part in PARTS if part in have or part in _parts(report.original)]
    parts = tuple(
        (part, State.MISSING if part not in have else State.STALE if part in behind else good) for part in wanted
    )
    state = State.STALE if shown.stale else good
    asked = questions(watching) if watching and watching.header.adopted else ()
    return Coverage(report.id, written.lang, state, parts, changed, _by(shown), asked)


def _filled(report: Report, catalogue: Catalogue) -> Iterator[tuple[str, State]]:
    """The parts of an edition that a catalogue fills: each stands as its weakest text."""
    segments = cut_edition(report.original).segments
    entries = match(segments, (*catalogue.entries, *catalogue.memory))
    changed = {d.key for d in differences(report, catalogue) if d.kind is Kind.CHANGED}
    states: dict[str, set[State]] = {}
    for segment, entry in zip(segments, entries, strict=True):
        state = _state(entry, catalogue, segment.key in changed)
        states.setdefault(part_of(segment.key), set()).add(state)
    for part in PARTS:
        if part in states:
            yield part, min(states[part], key=_WORST.index)


def _state(entry: Entry | None, catalogue: Catalogue, changed: bool) -> State:
    """How one text stands."""
    if entry is None or not entry.usable:
        return State.STALE if changed or (entry is not None and entry.stale) else State.MISSING
    if review_covering([(entry.source, entry.target)], catalogue):
        return State.REVIEWED
    return State.MACHINE if entry.made_by_machine else State.WRITTEN
