"""A translation laid beside its original, paragraph by paragraph, as its reviewer sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.desk.read_marks import ReadMarks
from plugins.desk.tag_text import TextRun, as_typed, text_runs
from plugins.newsroom.model import Edition, Lang, Newsroom, Report
from plugins.newsroom.problem import Problem
from plugins.translation.catalogue import Catalogue, Entry, Origin, digest
from plugins.translation.examine import aligned, examined, examined_edition
from plugins.translation.findings import Question, question
from plugins.translation.gate.checks import Rules
from plugins.translation.glossary import Glossary, load_glossary
from plugins.translation.inner import BrokenInnerError, escaped, words
from plugins.translation.keys import photo_of
from plugins.translation.merge import rebased
from plugins.translation.names import names_of
from plugins.translation.po_read import read_catalogue
from plugins.translation.run.again import text_name
from plugins.translation.run.judge import rules_of
from plugins.translation.run.keep import data_of
from plugins.translation.segment import Segment, Tag
from plugins.translation.watch import differences, reader_text
from plugins.translation.worddiff import Stretch, word_diff


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text on both sides."""

    key: str
    kind: str
    source: str
    target: str
    """Inner forms: what a record names."""
    original: tuple[TextRun, ...]
    translation: tuple[TextRun, ...]
    typed: str
    """The translation as it is edited."""
    tags: tuple[Tag, ...]
    origin: str
    """Whose words: ``machine``, ``vouched``, ``person``, ``behind``, ``stale``, ``nobody`` … or ``written``."""
    read: bool
    questions: tuple[Question, ...]
    picture: str = ""
    changed: tuple[Stretch, ...] = ()
    """What has changed in the original since."""
    hints: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What this text alone is called, as ``translate --again`` takes it."""
        return text_name(self.key, self.source)


@dataclass(frozen=True, slots=True)
class Laid:
    """A language version on the desk of its reviewer."""

    report: Report
    lang: Lang
    written: Edition | None
    catalogue: Catalogue | None
    """As it stands for the original as that now is."""
    data: bytes | None
    path: Path
    rules: Rules
    paragraphs: tuple[Paragraph, ...]
    problems: tuple[Problem, ...] = ()
    """What is wrong with the catalogue's file."""

    @property
    def count(self) -> int:
        """Paragraphs that were read."""
        return sum(each.read for each in self.paragraphs)

    @property
    def open(self) -> int:
        """Findings that nobody has answered."""
        return sum(len(each.questions) for each in self.paragraphs)

    @property
    def lacking(self) -> int:
        """Paragraphs without words of their own."""
        return sum(each.origin in ("nobody", "stale") or not each.target for each in self.paragraphs)


def glossary_at(translations: Path) -> Glossary:
    """The newsroom's glossary; an empty one where there is none that can be read."""
    path = translations / "glossary.yaml"
    data = data_of(path)
    return Glossary() if data is None else load_glossary(data, str(path))[0]


def lay(report: Report, lang: Lang, newsroom: Newsroom, translations: Path, marks: ReadMarks) -> Laid:
    """The version in ``lang`` beside its original."""
    glossary = glossary_at(translations)
    names = names_of(report, newsroom, glossary.names)
    rules = rules_of(glossary, names, report.source_language, lang)
    path = translations / "reports" / report.id / f"{lang}.po"
    data = data_of(path)
    reading = read_catalogue(data, str(path), lang) if data is not None else None
    catalogue, problems = (reading.catalogue, reading.problems) if reading else (None, ())
    written = report.edition(lang)
    if written is not None:
        found = tuple(_written(report, written, catalogue, rules, marks))
        return Laid(report, lang, written, catalogue, data, path, rules, found, problems)
    if catalogue is None:
        return Laid(report, lang, None, None, data, path, rules, (), problems)
    fresh = examined(rebased(report, catalogue), rules)
    found = tuple(_filled(entry, marks) for entry in fresh.entries)
    return Laid(report, lang, None, fresh, data, path, rules, found, problems)


def _filled(entry: Entry, marks: ReadMarks) -> Paragraph:
    asked = () if entry.stale else tuple(question(entry.key, f, entry.source, entry.target) for f in entry.open)
    return Paragraph(
        key=entry.key,
        kind=entry.segment.kind,
        source=entry.source,
        target=entry.target,
        original=text_runs(entry.source, entry.tags),
        translation=text_runs(entry.target, entry.tags),
        typed=as_typed(entry.target),
        tags=entry.tags,
        origin=_whose(entry),
        read=bool(entry.target) and marks.has(entry.source, entry.target),
        questions=asked,
        picture=photo_of(entry.key),
        changed=word_diff(_plain(entry.previous), _plain(entry.source)) if entry.previous else (),
        hints=tuple(f.partition(": ")[2] for f in entry.findings if f.startswith("hint: ") or entry.waiting_for_words),
    )


def _whose(entry: Entry) -> str:
    """Whose words they are: a machine's stay a machine's when a person has vouched for them."""
    origin = entry.origin
    if origin is Origin.PERSON and entry.engine and entry.mark == digest(entry.target):
        return "vouched"
    return "machine" if origin is Origin.UNKNOWN else origin.value


def _plain(inner: str) -> str:
    try:
        return words(inner)
    except BrokenInnerError:
        return inner


def _written(
    report: Report, written: Edition, catalogue: Catalogue | None, rules: Rules, marks: ReadMarks
) -> Iterator[Paragraph]:
    watching = catalogue if catalogue and catalogue.header.watches else None
    asked = examined_edition(report, written, rules)
    known = {a.finding for review in watching.header.reviews for a in review.answers} if watching else set()
    changed = {(d.key, d.after): d.before for d in differences(report, watching)} if watching else {}
    answered = dict(marks.answers)
    for ours, theirs in aligned(report, written):
        key = ours.key if ours else theirs.key if theirs else ""
        source, target = reader_text(ours), reader_text(theirs)
        mine = [q for q in asked if ours and q.place == ours.key and q.target == _escaped(theirs)]
        yield Paragraph(
            key=key,
            kind=(ours or theirs or Segment("", "", "")).kind,
            source=source,
            target=target,
            original=(TextRun(source),) if source else (),
            translation=(TextRun(target),) if target else (),
            typed=target,
            tags=(),
            origin="written",
            read=marks.has(source, target),
            questions=tuple(q for q in mine if q.finding not in known and q.key not in answered),
            picture=photo_of(key),
            changed=word_diff(changed[key, source], source) if changed.get((key, source)) else (),
        )


def _escaped(segment: Segment | None) -> str:
    return escaped(reader_text(segment))
