"""Records that a person has reviewed an edition as it now stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.newsroom.counting import count
from plugins.newsroom.model import Edition, Lang, Report
from plugins.translation.catalogue import Catalogue, Entry, FindingAnswer, Header, Origin, Review, digest
from plugins.translation.entries import blank_entries
from plugins.translation.examine import examined, examined_edition
from plugins.translation.fill import last_good, present, whole
from plugins.translation.findings import Question, first_words, questions, with_answers
from plugins.translation.gate.checks import Rules
from plugins.translation.inner import tidy
from plugins.translation.matching import match
from plugins.translation.merge import rebased
from plugins.translation.refusals import refusal
from plugins.translation.segments import cut_edition
from plugins.translation.unprotect import checked
from plugins.translation.watch import Difference, differences, edition_digest, target_digests

NOBODY: Mapping[str, FindingAnswer] = {}
"""No answers."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who vouches for an edition, and which office answers for it."""

    name: str
    office: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Reading:
    """An edition as it is laid before its reviewer."""

    catalogue: Catalogue
    edition: Edition
    written: bool
    """Whether it has a file of its own."""
    changed: tuple[Difference, ...]
    """What has changed in the original since the edition was made or reviewed."""
    open: tuple[Question, ...]
    """What the gate found and nobody has answered."""


def laid_out(report: Report, lang: Lang, catalogue: Catalogue | None, rules: Rules | None = None) -> Reading:
    """What there is to read before the edition in ``lang`` can be reviewed. Raises ``NotReviewableError``.

    ``rules``: what the gate holds it to; without them only what was found before is asked.
    """
    if lang == report.source_language:
        raise refusal(report, lang, "the original", "an edition in another language", "Name another language.")
    written = report.edition(lang)
    if written is not None:
        fresh = watching(report, written, catalogue)
        changed = differences(report, catalogue) if catalogue and catalogue.header.watches else ()
        asked = examined_edition(report, written, rules) if rules else ()
        known = {answer.finding for review in fresh.header.reviews for answer in review.answers}
        return Reading(fresh, written, True, changed, tuple(q for q in asked if q.finding not in known))
    return _filled(report, lang, catalogue, rules)


def _filled(report: Report, lang: Lang, catalogue: Catalogue | None, rules: Rules | None) -> Reading:
    """A filled edition: the present one, else the last good one with what has changed since."""
    parts = cut_edition(report.original)
    if catalogue is None:
        raise _nothing(report, lang)
    changed = differences(report, catalogue)
    fresh = rebased(report, catalogue)
    edition = present(parts, fresh)
    if edition is None:
        fresh, edition = catalogue, whole(parts.edition, catalogue)
    fresh = examined(fresh, rules) if rules else fresh
    if edition is None:
        raise _held(report, lang, fresh) if last_good(parts.edition, catalogue) is None else _behind(report, lang)
    return Reading(fresh, edition, False, changed, questions(fresh))


def _nothing(report: Report, lang: Lang) -> Exception:
    return refusal(
        report, lang, "no whole edition", "an edition to review", "Run translate first, or write the edition."
    )


def _behind(report: Report, lang: Lang) -> Exception:
    fix = "Say what becomes of the texts that stand for former words, or run translate."
    return refusal(report, lang, "an edition of which texts stand for former words", "a whole one", fix)


def _held(report: Report, lang: Lang, catalogue: Catalogue) -> Exception:
    """Why there is no whole edition: unfinished words, texts that no machine could translate, nothing yet."""
    unfinished = [e for e in catalogue.entries if e.origin is Origin.UNFINISHED]
    waiting = [e for e in catalogue.entries if e.waiting_for_words]
    if waiting and not unfinished:
        first = first_words(waiting[0].source)
        found = f"{count(len(waiting), 'text')} of which no answer of a machine passed, first {first}"
        fix = "Translate it in the catalogue, after msgstr, or in the desk."
        return refusal(report, lang, found, "a whole edition", fix)
    if not unfinished:
        return _nothing(report, lang)
    found = f"“{unfinished[0].target[:60]}”, which is marked fuzzy (needs work)"
    return refusal(report, lang, found, "finished words", "Finish it, and take the mark away.")


def review(reading: Reading, report: Report, by: Reviewer, answers: Mapping[str, FindingAnswer] = NOBODY) -> Catalogue:
    """The catalogue with the record that ``by`` has read exactly these words, on both sides.

    A written edition: the original as it now stands becomes what the edition is watched against. A filled one:
    its texts are vouched for as they stand. Both names are needed (EU AI Act, Art. 50(4): human review *and*
    editorial responsibility), and every open finding needs an answer. Raises ``NotReviewableError``.
    """
    name, office = tidy(by.name).strip(), tidy(by.office).strip()
    lang = reading.catalogue.header.lang
    if not name or not office:
        found = "no name" if not name else "no responsible office"
        raise refusal(report, lang, found, "a name and an office", "Give --by and --responsible.")
    unanswered = [question for question in reading.open if question.key not in answers]
    if unanswered:
        told = "; ".join(f"{q.key}: {q.finding} (in {q.place})" for q in unanswered)
        fix = f"Answer each: --answer {unanswered[0].key}=WHY, or correct the words."
        raise refusal(report, lang, f"{count(len(unanswered), 'finding')} open: {told}", "an answer to each", fix)
    fresh = reading.catalogue if reading.written else _vouched(with_answers(reading.catalogue, answers))
    given = tuple(answers[question.key] for question in reading.open)
    record = _record(reading, fresh, Review(name, office, by.day.isoformat(), (), (), given), report)
    header = replace(fresh.header, reviews=(*fresh.header.reviews, record), adopted="", revised=by.day.isoformat())
    return replace(fresh, header=header)


def _record(reading: Reading, catalogue: Catalogue, record: Review, report: Report) -> Review:
    """The record with the digests of what was read, paragraph by paragraph."""
    if reading.written:
        source = tuple(digest(segment.text) for segment in cut_edition(report.original).segments)
        return replace(record, source=source, target=target_digests(reading.edition))
    read = [entry for entry in catalogue.entries if entry.usable]
    said = tuple(answer for entry in read for answer in entry.answers)
    return replace(
        record,
        source=tuple(digest(entry.source) for entry in read),
        target=tuple(digest(entry.target) for entry in read),
        answers=tuple(dict.fromkeys((*record.answers, *said))),
    )


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
        if id(entry) not in used and entry.origin is not Origin.NOBODY and not entry.stale
    )
    former = catalogue.header if catalogue else Header(report.id, report.source_language, written.lang)
    header = replace(
        former,
        source_lang=report.source_language,
        slug=written.slug,
        tail=parts.body.glue[-1],
        watches=edition_digest(written),
    )
    return Catalogue(header, entries, memory)


def _vouched(catalogue: Catalogue) -> Catalogue:
    """The catalogue with all that is shown vouched for by a reviewer."""
    entries = tuple(_taken_over(entry) if entry.usable else entry for entry in catalogue.entries)
    return replace(catalogue, entries=entries)


def _taken_over(entry: Entry) -> Entry:
    """The entry as words a person vouches for; what a machine wrote is still known as its own."""
    mark = entry.mark or (digest(entry.target) if entry.unsigned else "")
    return replace(entry, fuzzy=False, unsigned=False, mark=mark, previous="")


def keeping(catalogue: Catalogue, words: Entry) -> Catalogue:
    """The (rebased) catalogue with a person's words for a former source standing for the new one too.

    Raises ``TagMismatchError`` where the new source has other links or marks.
    """
    checked(words.segment, words.target)

    def kept(entry: Entry) -> Entry:
        behind = entry.origin is Origin.BEHIND and (entry.key, entry.source) == (words.key, words.source)
        return replace(entry, fuzzy=False, previous="", own="") if behind else entry

    return replace(catalogue, entries=tuple(map(kept, catalogue.entries)))
