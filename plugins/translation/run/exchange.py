"""Hands what is wanted to an agency as XLIFF, and takes its translations back through the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.newsroom.model import Provenance
from plugins.newsroom.problem import Problem
from plugins.translation.catalogue import FindingAnswer
from plugins.translation.findings import Question, question
from plugins.translation.gate import Finding, Level
from plugins.translation.inner import words
from plugins.translation.merge import Answer
from plugins.translation.run.filing import CatalogueResult, Filed, Filing
from plugins.translation.run.fulfil import Outcome, outcome_of
from plugins.translation.run.judge import SegmentRequest, Verdict, judge
from plugins.translation.run.orders import Order
from plugins.translation.run.run import outcome_sentences
from plugins.translation.segment import Segment
from plugins.translation.xliff import Document, Unit
from plugins.translation.xliff_import import ImportedDocument, ImportedSegment, import_segments

_UNTOUCHED = frozenset({"new", "needs-translation"})
"""States of a unit that nobody has translated yet (XLIFF 1.2, 2.3)."""


_LONG = 6
"""Words from which a language can be told."""


def _nobody(asked: tuple[Question, ...]) -> Mapping[str, FindingAnswer]:
    """Nobody is there to be asked."""
    del asked
    return {}


@dataclass(frozen=True, slots=True)
class Source:
    """Whose translations a file brings: a person's or agency's, or a machine's."""

    file: str
    """Its name, for problems."""
    translator: str = ""
    """Named: the words are this person's or agency's, and no machine will overwrite them."""
    engine: str = "xliff"
    """The machine that made them, where no translator is named."""
    ask: Callable[[tuple[Question, ...]], Mapping[str, FindingAnswer]] = _nobody
    """Asks about what the gate found in one text."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import brought."""

    filled: int
    catalogues: int
    problems: tuple[Problem, ...]
    told: tuple[str, ...] = ()
    """What else became of the catalogues, in sentences."""


def documents_of(orders: Iterable[Order]) -> tuple[Document, ...]:
    """What is missing or stale, also what machines could not do; a document per catalogue that lacks anything."""
    found = (_document(order, _wanted(order)) for order in orders)
    return tuple(document for document in found if document.units)


def _wanted(order: Order) -> tuple[Segment, ...]:
    return (*(asked.plain for asked in order.question.segments), *order.left)


def _document(order: Order, segments: Sequence[Segment]) -> Document:
    brief = order.text.brief
    return Document(brief.place, brief.source, order.lang, tuple(Unit(segment) for segment in segments))


def bring(data: bytes, orders: Sequence[Order], source: Source, filing: Filing) -> Brought:
    """Takes the translations of an XLIFF file into the catalogues of ``orders``.

    Each is judged like an engine's; what the gate blocks stays out and is told. Raises ``MemoError``.
    """
    known = [_document(order, order.segments if source.translator else order.open) for order in orders]
    imported = import_segments(data, known, source.file)
    problems = [p for p in imported.problems if p.code != "xliff-missing-unit"]
    by_document = {(d.original, d.source, d.target): order for d, order in zip(known, orders, strict=True)}
    told: list[str] = []
    filled = catalogues = 0
    for document in imported.documents:
        order = by_document[document.original, document.source, document.target]
        found, refused = _judged(document, order, source, filing)
        problems += refused
        filed = filing.write(order, found) if found.answers else Filed({})
        problems += [*filed.problems, *(_spoilt(source.file, words) for words in filed.refused.values())]
        taken = len(found.answers.keys() - filed.refused.keys()) if not filed.problems else 0
        told += outcome_sentences(order, outcome_of(filed, Outcome()))
        filled += taken
        catalogues += bool(taken)
    return Brought(filled, catalogues, tuple(dict.fromkeys(problems)), tuple(told))


def _judged(
    document: ImportedDocument, order: Order, source: Source, filing: Filing
) -> tuple[CatalogueResult, list[Problem]]:
    """The translations that may stand, and a problem for each that may not.

    A named translator's are a person's words where the translator calls them finished and nothing is open; else
    they count as a machine's until somebody has reviewed them.
    """
    judged = [
        (item, judge(SegmentRequest(item.segment, item.segment), item.target, order.question.rules))
        for item in document.segments
    ]
    foreign = _is_foreign(judged)
    by_machine = Provenance(engine=source.engine, date=filing.today)
    answers: dict[tuple[str, str], tuple[Answer, Provenance]] = {}
    problems: list[Problem] = []
    for item, verdict in judged:
        segment = item.segment
        if item.state in _UNTOUCHED:
            problems.append(_refused(source.file, item, f"state={item.state}", "a unit that was translated"))
        elif verdict.blocked:
            told = "; ".join(_blocks(verdict.findings))
            problems.append(_refused(source.file, item, told, "a translation that the gate lets through"))
        elif foreign:
            problems.append(
                _refused(source.file, item, "a file of which the texts read as another language", order.lang)
            )
        else:
            answer, by_person = _signed(item, verdict, source)
            made = Provenance(translator=source.translator) if by_person else by_machine
            answers[segment.key, segment.text] = answer, made
    return CatalogueResult(answers, translator=source.translator), problems


def _is_foreign(judged: Sequence[tuple[ImportedSegment, Verdict]]) -> bool:
    """Whether most of the texts that are long enough to tell read as another language: so do then the short ones."""
    wrong = sum(any(f.check == "language" for f in verdict.findings) for _, verdict in judged)
    long = sum(len(words(item.target).split()) >= _LONG for item, _ in judged)
    return wrong > 1 and wrong * 2 > long


def _signed(item: ImportedSegment, verdict: Verdict, source: Source) -> tuple[Answer, bool]:
    """What is filed of a translation, and whether it counts as a person's."""
    answer = Answer(verdict.answer, verdict.remarks)
    if not source.translator:
        return answer, False
    if item.state.startswith("needs-") or item.by_machine:
        told = item.state if item.state.startswith("needs-") else item.qualifier
        finding = f"answer: state: {source.translator} marked this “{told}”"
        return replace(answer, findings=(*answer.findings, finding)), False
    asked = tuple(question(item.segment.key, finding, item.segment.text, answer.text) for finding in answer.findings)
    given = source.ask(asked) if asked else {}
    if all(each.key in given for each in asked):
        return replace(answer, answers=tuple(given[each.key] for each in asked)), True
    return answer, False


def _blocks(findings: Iterable[Finding]) -> Iterable[str]:
    return (f"{finding.check}: {finding.evidence}" for finding in findings if finding.level is Level.BLOCK)


def _refused(file: str, item: ImportedSegment, found: str, expected: str) -> Problem:
    return Problem(
        file=file,
        line=item.line,
        column=0,
        code="xliff-refused",
        found=f"{found} (in {item.segment.key})",
        expected=expected,
        fix="Correct the unit, or write the translation into the catalogue by hand.",
    )


def _spoilt(file: str, remarks: Sequence[str]) -> Problem:
    return Problem(
        file=file,
        line=0,
        column=0,
        code="xliff-refused",
        found="; ".join(remarks),
        expected="translations that make up a body built like the original's",
        fix="Correct the units, or write the translations into the catalogue by hand.",
    )
