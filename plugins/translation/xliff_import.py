"""Takes translations back out of an XLIFF file, each checked against the segment it was made for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.newsroom.problem import Level, Problem
from plugins.translation.gate import Finding
from plugins.translation.gate.tags import check as tag_findings
from plugins.translation.segment import Segment
from plugins.translation.xliff import Document, carried, unit_ids
from plugins.translation.xliff_read import ReadFile, ReadUnit, UnreadableError, read_xliff


@dataclass(frozen=True, slots=True)
class ImportedSegment:
    """A translation that fits its segment."""

    segment: Segment
    target: str
    """In inner form."""
    state: str
    """As the agency left it, e.g. ``translated``; may be empty."""
    qualifier: str
    """How it came about, e.g. ``mt-suggestion`` (XLIFF 1.2, 2.3); may be empty."""
    approved: bool
    line: int

    @property
    def by_machine(self) -> bool:
        """Whether the file says that a machine made it, or made it fit, and no person has confirmed it."""
        return self.qualifier in ("mt-suggestion", "leveraged-mt", "fuzzy-match") and not self.approved


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """The translations of one report for one language, in the order of its segments."""

    original: str
    source: str
    target: str
    segments: tuple[ImportedSegment, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gave, and what is wrong with it."""

    documents: tuple[ImportedDocument, ...]
    problems: tuple[Problem, ...]


def import_segments(data: bytes, documents: Sequence[Document], file: str) -> Imported:
    """The translations in ``data`` for the documents as they now stand.

    Whatever does not fit is left out and told: another language, a report or segment that is not
    there (or has changed since the export), doubled ids, harmed tags. Segments that the file does
    not have, or has without a translation, are warnings. Never raises for what is in the file.
    """
    try:
        files = read_xliff(data, file)
    except UnreadableError as fault:
        return Imported((), (fault.problem,))
    problems: list[Problem] = []
    found = []
    for read in _joined(files):
        document = _document(read, documents, file, problems)
        if document is not None:
            found.append(_taken(read, document, file, problems))
    if not files:
        problems.append(_problem(file, 0, "xliff-empty", "no <file> in it", "one <file> per report"))
    return Imported(tuple(found), tuple(problems))


def _joined(files: Iterable[ReadFile]) -> tuple[ReadFile, ...]:
    """The files, those about the same report and languages as one; what both have alike counts once."""
    found: dict[tuple[str, str, str], ReadFile] = {}
    for file in files:
        name = file.original, file.source.lower(), file.target.lower()
        before = found.get(name)
        if before is None:
            found[name] = file
            continue
        known = {_wording(unit) for unit in before.units}
        fresh = tuple(unit for unit in file.units if _wording(unit) not in known)
        found[name] = replace(before, units=(*before.units, *fresh))
    return tuple(found.values())


def _wording(unit: ReadUnit) -> tuple[str, str, str | None, str]:
    return unit.id, unit.source, unit.target, unit.state


def _document(read: ReadFile, documents: Sequence[Document], file: str, problems: list[Problem]) -> Document | None:
    """The document a ``<file>`` is about, or ``None`` and a problem."""
    ours = [document for document in documents if document.original == read.original]
    for document in ours:
        if _same_language(read.source, document.source) and _same_language(read.target, document.target):
            return document
    if not ours:
        expected = ", ".join(sorted({document.original for document in documents})) or "no report at all"
        problems.append(_problem(file, read.line, "xliff-unknown-file", f"original {read.original!r}", expected))
        return None
    problems.append(
        _problem(
            file,
            read.line,
            "xliff-language",
            f"{read.source or 'no language'} into {read.target or 'no language'}",
            " or ".join(f"{document.source} into {document.target}" for document in ours),
        )
    )
    return None


def _same_language(found: str, wanted: str) -> bool:
    """``nl-NL`` will do for ``nl``, and ``EN`` for ``en``; ``en-US`` will not do for ``en-GB``."""
    left, right = found.lower().replace("_", "-"), wanted.lower()
    return left == right or ("-" not in right and left.split("-")[0] == right)


def _taken(read: ReadFile, document: Document, file: str, problems: list[Problem]) -> ImportedDocument:
    segments = [unit.segment for unit in document.units]
    known = dict(zip(unit_ids(segments), segments, strict=True))
    times = Counter(unit.id for unit in read.units)
    taken: dict[str, ImportedSegment] = {}
    for unit in read.units:
        wrong = list(_wrong(unit, known.get(unit.id), times[unit.id], file))
        problems.extend(wrong)
        if not wrong and unit.target:
            taken[unit.id] = ImportedSegment(
                known[unit.id], unit.target, unit.state, unit.qualifier, unit.approved, unit.line
            )
    problems.extend(_missing(known.items(), times, read.line, file))
    ordered = tuple(taken[name] for name in known if name in taken)
    return ImportedDocument(document.original, document.source, document.target, ordered)


def _wrong(unit: ReadUnit, segment: Segment | None, times: int, file: str) -> Iterator[Problem]:
    """Why a unit cannot be taken; nothing where it can."""
    name = repr(unit.id)
    if segment is None:
        expected = "a segment of that report as it now stands (this one is gone, or its source has changed)"
        fix = "export the report again for what has changed"
        yield _problem(file, unit.line, "xliff-unknown-unit", f"unit {name}", expected, fix)
    elif times > 1:
        yield _problem(file, unit.line, "xliff-doubled-unit", f"unit {name} {times} times", "each unit once")
    elif unit.source != carried(segment.text):
        found = f"another source text in {name}"
        yield _problem(file, unit.line, "xliff-source-changed", found, "the source as exported")
    elif unit.foreign:
        tags = ", ".join(f"<{element}>" for element in unit.foreign)
        yield _problem(file, unit.line, "xliff-inline", f"{tags} in {name}", "<g> and <x> as exported")
    elif not unit.target:
        found, level = f"no translation in {name}", Level.WARNING
        yield _problem(file, unit.line, "xliff-untranslated", found, "a <target> with text", level=level)
    else:
        yield from _harmed(unit, tag_findings(replace(segment, text=carried(segment.text)), unit.target), file)


def _harmed(unit: ReadUnit, found: Iterable[Finding], file: str) -> Iterator[Problem]:
    told = "; ".join(finding.evidence for finding in found)
    if told:
        yield _problem(file, unit.line, "xliff-tags", f"{told} in {unit.id!r}", "every tag of the source, once")


def _missing(known: Iterable[tuple[str, Segment]], times: Counter[str], line: int, file: str) -> Iterator[Problem]:
    for name, _segment in known:
        if not times[name]:
            yield _problem(
                file, line, "xliff-missing-unit", f"no unit {name!r}", "a unit per segment", level=Level.WARNING
            )


def _problem(
    file: str,
    line: int,
    code: str,
    found: str,
    expected: str,
    fix: str = "correct the file, or send it back to the translator",
    level: Level = Level.ERROR,
) -> Problem:
    return Problem(file=file, line=line, column=0, code=code, found=found, expected=expected, fix=fix, level=level)
