"""Adds the editions a report lacks, from its catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.newsroom.model import Edition, Lang, Provenance, Report, State, TranslationPolicy
from plugins.translation.catalogue import Catalogue, Entry, Reading, Review
from plugins.translation.keys import is_body, photo_of
from plugins.translation.matching import match
from plugins.translation.po_comments import GLUE
from plugins.translation.segment import Segment
from plugins.translation.segments import OPTIONAL_KINDS, EditionCut, cut_edition, with_words
from plugins.translation.splice import Hole, Skeleton, splice
from plugins.translation.unprotect import TagMismatchError, unprotect
from plugins.translation.watch import day, signed, watched

_Pairs = Sequence[tuple[Segment, Entry]]


def fill(
    report: Report, catalogues: Sequence[Catalogue], languages: Sequence[Lang], policy: TranslationPolicy
) -> Report:
    """The report with every edition its catalogues can give in full, in the order of ``languages``.

    An edition somebody wrote always wins over a catalogue, which then only watches it. An edition
    is never half translated: if the original has new words, its last good whole text is shown and
    marked ``stale``.
    """
    made = {edition.lang: edition for edition in report.editions}
    if report.source_language not in made:
        return report
    for catalogue in catalogues:
        lang = catalogue.header.lang
        if lang == report.source_language or (lang not in made and lang not in languages):
            continue
        written = made.pop(lang, None)
        edition = watched(report, written, catalogue) if written else filled(report, catalogue)
        if edition and _may_go_out(edition, catalogue, policy):
            made[lang] = edition
    order = [lang for lang in languages if lang in made] + [lang for lang in made if lang not in languages]
    return replace(report, editions=tuple(made[lang] for lang in order))


def _may_go_out(edition: Edition, catalogue: Catalogue, policy: TranslationPolicy) -> bool:
    """Whether site.yaml lets a machine's edition out, and lets it out while findings are open."""
    if edition.state is not State.MACHINE:
        return True
    held = policy.open_findings == "hold" and any(entry.open for entry in catalogue.entries)
    return policy.publish_machine and not held


def usable(reading: Reading, last_good: Catalogue | None, policy: TranslationPolicy) -> Catalogue | None:
    """The catalogue to fill from: the one read, or, where something is wrong with it, what the policy says.

    ``keep``: the last good one, if the caller has one; ``drop``: none, so that the edition is missing.
    """
    if not reading.problems:
        return reading.catalogue
    if policy.on_broken == "drop":
        return None
    return last_good or reading.catalogue


def filled(report: Report, catalogue: Catalogue) -> Edition | None:
    """The edition a catalogue gives: the present one, else the last good one, else ``None``."""
    if report.source_language != catalogue.header.source_lang:
        return None
    parts = cut_edition(report.original)
    return present(parts, catalogue) or last_good(parts.edition, catalogue)


def present(parts: EditionCut, catalogue: Catalogue) -> Edition | None:
    """The edition of the original as it now stands, if every segment has a translation."""
    known = {photo_of(entry.key) for entry in catalogue.entries}
    kept = (*catalogue.entries, *catalogue.memory)
    pairs: list[tuple[Segment, Entry]] = []
    answers: list[str] = []
    for segment, entry in zip(parts.segments, match(parts.segments, kept), strict=True):
        if entry and entry.usable:
            pairs.append((segment, entry))
            answers.append(entry.target)
        elif segment.kind in OPTIONAL_KINDS or (photo_of(segment.key) and photo_of(segment.key) not in known):
            continue
        else:
            return None
    try:
        words = {s.key: unprotect(s, e.target) for s, e in pairs if not is_body(s.key)}
        body = splice(parts.body, answers[len(answers) - len(parts.body.segments) :])
    except TagMismatchError:
        return None
    return _signed(
        with_words(parts.edition, words, body, catalogue.header.lang, _slug(parts, catalogue)),
        pairs,
        catalogue,
    )


def _slug(parts: EditionCut, catalogue: Catalogue) -> str:
    return catalogue.header.slug or parts.edition.slug


def last_good(original: Edition, catalogue: Catalogue) -> Edition | None:
    """The last edition the catalogue could give in full, marked stale.

    While every entry has its translation, that is the catalogue's own content; else it was put by.
    """
    header = catalogue.header
    slug = header.slug or original.slug
    if catalogue.standing:
        kept = catalogue.standing
        edition = with_words(original, dict(kept.words), kept.body, header.lang, slug)
        made = Provenance(kept.engine, kept.model, day(kept.date), header.translator)
        reviews = header.reviews[kept.review - 1 : kept.review] if kept.review else ()
        state = kept.state if reviews or kept.state is not State.REVIEWED else State.MACHINE
        return replace(edition, state=state, provenance=signed(made, reviews[0]) if reviews else made, stale=True)
    rebuilt = whole(original, catalogue)
    return replace(rebuilt, stale=True) if rebuilt else None


def whole(original: Edition, catalogue: Catalogue) -> Edition | None:
    """The edition made of the catalogue alone, if each of its entries has a translation.

    ``original`` gives the pictures and links there are now.
    """
    used = [e for e in catalogue.entries if e.target or e.segment.kind not in OPTIONAL_KINDS]
    if not used or not all(entry.usable for entry in used) or _is_bare(used):
        return None
    pairs = [(entry.segment, entry) for entry in used]
    try:
        words = {s.key: unprotect(s, e.target) for s, e in pairs if not is_body(s.key)}
        body = _rebuilt([entry for entry in used if is_body(entry.key)], catalogue.header.tail)
    except TagMismatchError:
        return None
    slug = catalogue.header.slug or original.slug
    return _signed(with_words(original, words, body, catalogue.header.lang, slug), pairs, catalogue)


def _is_bare(entries: list[Entry]) -> bool:
    """Whether the comments are gone that say what the tags and the stretches between the texts were."""
    first = next((entry for entry in entries if is_body(entry.key)), None)
    return (first is not None and first.glue == GLUE) or any("<" in e.source and not e.tags for e in entries)


def _rebuilt(blocks: list[Entry], tail: str) -> str:
    """The body made of its entries and what stood between them."""
    skeleton = Skeleton(
        (*(entry.glue for entry in blocks), tail),
        tuple(Hole(None, entry.inside) for entry in blocks),
        tuple(entry.segment for entry in blocks),
    )
    return splice(skeleton, [entry.target for entry in blocks])


def _signed(edition: Edition, pairs: _Pairs, catalogue: Catalogue) -> Edition:
    """The edition with its state and with who made it."""
    made = [entry for _, entry in pairs if entry.made_by_machine]
    newest = max(made, key=lambda entry: entry.date, default=None)
    provenance = Provenance(
        engine=newest.engine if newest else "",
        model=newest.model if newest else "",
        date=day(newest.date) if newest else None,
        translator=catalogue.header.translator,
    )
    review = review_covering(((entry.source, entry.target) for _, entry in pairs), catalogue)
    if review:
        return replace(edition, state=State.REVIEWED, provenance=signed(provenance, review))
    return replace(edition, state=State.MACHINE if made else State.WRITTEN, provenance=provenance)


def review_covering(pairs: Iterable[tuple[str, str]], catalogue: Catalogue) -> Review | None:
    """The newest review in which exactly these (source, translation) were read together."""
    wanted = tuple(pairs)
    return next((review for review in reversed(catalogue.header.reviews) if review.covers(wanted)), None)
