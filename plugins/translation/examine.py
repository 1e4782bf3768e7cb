"""Puts the words that stand in an edition through the gate, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from plugins.newsroom.model import Edition, Report
from plugins.translation.catalogue import Catalogue, Entry, Origin, digest
from plugins.translation.findings import Question, question, rejudged
from plugins.translation.gate import Finding, Level, check_segment
from plugins.translation.gate.checks import Rules
from plugins.translation.inner import BrokenInnerError, escaped
from plugins.translation.keys import is_body
from plugins.translation.segment import Segment
from plugins.translation.segments import cut_edition
from plugins.translation.watch import reader_text

_FREE = frozenset({"length", "dropped", "repetition", "term"})
"""Checks of what whoever writes an edition of her own is free to do: say more, or less, or say it otherwise."""


def remark(finding: Finding) -> str:
    """A finding as it stands in a catalogue."""
    return f"{finding.level.value}: {finding.check}: {' '.join(finding.evidence.split())}"


def examined(catalogue: Catalogue, rules: Rules) -> Catalogue:
    """The catalogue with what the gate says of the words people wrote or changed in it."""
    return replace(catalogue, entries=tuple(_examined(entry, rules) for entry in catalogue.entries))


def _examined(entry: Entry, rules: Rules) -> Entry:
    theirs = entry.origin in (Origin.PERSON, Origin.UNKNOWN) and entry.mark != digest(entry.target)
    if not theirs or entry.broken:
        return entry
    return rejudged(entry, gate_remarks(entry.segment, entry.target, rules))


def gate_remarks(segment: Segment, target: str, rules: Rules) -> tuple[str, ...]:
    """What the gate says of a translation, hints left out."""
    try:
        found = check_segment(
            segment,
            target,
            rules.source_lang,
            rules.target_lang,
            terms=rules.terms,
            names=rules.names,
            forbidden=rules.forbidden,
        )
    except BrokenInnerError:
        return ()
    return tuple(remark(finding) for finding in found if finding.level is not Level.HINT)


def examined_edition(report: Report, written: Edition, rules: Rules) -> tuple[Question, ...]:
    """What the gate says of an edition that somebody wrote, paragraph beside paragraph."""
    return tuple(_asked(report, written, rules))


def _asked(report: Report, written: Edition, rules: Rules) -> Iterator[Question]:
    for segment, other in aligned(report, written):
        if segment and other:
            # Marks and links are the writer's own: only the words are compared.
            plain = replace(segment, text=_words(segment), tags=())
            for finding in gate_remarks(plain, _words(other), rules):
                if finding.split(": ")[1] not in _FREE:
                    yield question(segment.key, finding, plain.text, _words(other))


def aligned(report: Report, written: Edition) -> Iterator[tuple[Segment | None, Segment | None]]:
    """The texts of the original beside those of the edition: fields by their key, blocks by order and kind."""
    ours, theirs = cut_edition(report.original).segments, cut_edition(written).segments
    fields = {segment.key: segment for segment in theirs if not is_body(segment.key)}
    for segment in ours:
        if not is_body(segment.key):
            yield segment, fields.pop(segment.key, None)
    yield from ((None, segment) for segment in fields.values())
    a, b = ([s for s in side if is_body(s.key)] for side in (ours, theirs))
    for kind, i, j, k, m in SequenceMatcher(
        None, [s.kind for s in a], [s.kind for s in b], autojunk=False
    ).get_opcodes():
        if kind == "equal":
            yield from zip(a[i:j], b[k:m], strict=True)
        else:
            yield from ((segment, None) for segment in a[i:j])
            yield from ((None, segment) for segment in b[k:m])


def _words(segment: Segment) -> str:
    """The words of a text as a reader sees them, in inner form without tags."""
    return escaped(reader_text(segment))
