"""The gate for a finished edition: what no single answer shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.newsroom.model import Report
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.examine import remark
from plugins.translation.fill import present
from plugins.translation.gate import Finding, Level, check_edition
from plugins.translation.gate.structure import difference
from plugins.translation.inner import words
from plugins.translation.keys import is_body
from plugins.translation.matching import match
from plugins.translation.segment import Segment
from plugins.translation.segments import EditionCut, cut_edition
from plugins.translation.splice import splice

Remarks = Mapping[tuple[str, str], tuple[str, ...]]
"""Findings by (key, text) of the segment concerned."""


def refused(report: Report, catalogue: Catalogue) -> Remarks:
    """The machine's answers that spoil the build of the whole body, with the finding.

    Each answer was examined alone before; here the body they make together is compared with the original's.
    """
    parts = cut_edition(report.original)
    edition = present(parts, catalogue)
    if edition is None or not (found := difference(report.original.body, edition.body)):
        return {}
    finding = remark(Finding(0, "structure", Level.BLOCK, found))
    ours = [(segment, entry) for segment, entry in _pairs(parts, catalogue) if _is_machines(entry)]
    guilty = [segment for segment, entry in ours if _spoils(parts, segment, entry)]
    return {(s.key, s.text): (finding,) for s in guilty or [segment for segment, _ in ours]}


def _is_machines(entry: Entry) -> bool:
    return is_body(entry.key) and entry.origin is Origin.MACHINE


def _spoils(parts: EditionCut, segment: Segment, entry: Entry) -> bool:
    """Whether this answer alone, in the midst of the original, changes how the body is built."""
    keys = [s.key for s in parts.segments[len(parts.fields) :]]
    answers = [entry.target if key == segment.key else s.text for key, s in zip(keys, parts.body.segments, strict=True)]
    return bool(difference(parts.edition.body, splice(parts.body, answers)))


def remarked(report: Report, catalogue: Catalogue) -> Catalogue:
    """The catalogue with what must be answered in the edition as a whole, beside the machine's words."""
    parts = cut_edition(report.original)
    pairs = list(_pairs(parts, catalogue))
    lang = catalogue.header.lang
    found = check_edition([(segment, entry.target) for segment, entry in pairs], report.source_language, lang)
    told: dict[tuple[str, str], list[str]] = {}
    for finding in found:
        place = _place(finding, pairs)
        if finding.level is not Level.HINT and place:
            told.setdefault(place, []).append(remark(finding))
    return replace(catalogue, entries=tuple(_told(entry, told) for entry in catalogue.entries))


def _told(entry: Entry, told: Mapping[tuple[str, str], list[str]]) -> Entry:
    found = told.get((entry.key, entry.source), [])
    fresh = tuple(f for f in found if f not in entry.findings)
    return replace(entry, findings=(*entry.findings, *fresh)) if fresh and entry.origin is Origin.MACHINE else entry


def _place(finding: Finding, pairs: list[tuple[Segment, Entry]]) -> tuple[str, str] | None:
    """The segment a finding is about: one on its line, which has the words that are quoted."""
    here = [(segment, entry) for segment, entry in pairs if segment.line == finding.line]
    quoted = finding.evidence.rpartition("“")[2].partition(" …")[0].rstrip("”")
    for segment, entry in reversed(here):
        if quoted[:20] in " ".join(words(entry.target).split()):
            return segment.key, segment.text
    return (here[-1][0].key, here[-1][0].text) if here else None


def _pairs(parts: EditionCut, catalogue: Catalogue) -> Iterator[tuple[Segment, Entry]]:
    """Each segment of the original with its translation, where there is one to show."""
    found = match(parts.segments, (*catalogue.entries, *catalogue.memory))
    for segment, entry in zip(parts.segments, found, strict=True):
        if entry is not None and entry.usable:
            yield segment, entry
