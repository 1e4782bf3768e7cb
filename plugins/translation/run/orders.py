"""Finds out what is to be asked for: per catalogue what is missing or stale, less what the newsroom knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.model import Lang, Provenance
from plugins.newsroom.problem import Problem
from plugins.translation.catalogue import Catalogue, Origin, Reading
from plugins.translation.engines import pseudo
from plugins.translation.engines.base import Engine, EngineInfo
from plugins.translation.gate.checks import Rules
from plugins.translation.glossary import Glossary
from plugins.translation.memory import Memory, memory_of
from plugins.translation.merge import Answer
from plugins.translation.po_read import read_catalogue
from plugins.translation.run.ask import Question
from plugins.translation.run.judge import SegmentRequest, judge, rules_of
from plugins.translation.run.keep import data_of
from plugins.translation.run.left import is_left
from plugins.translation.run.texts import Answers, Text
from plugins.translation.segment import Segment
from plugins.translation.shield import shielded

_KINDS = ("shared/*.po", "pages/*/*.po", "reports/*/*.po")


@dataclass(frozen=True, slots=True)
class Resources:
    """What is the same for all orders of a run."""

    translations: Path
    glossary: Glossary
    engines: tuple[Engine, ...]
    """In the order in which they are tried."""
    readings: Mapping[str, Reading]
    """What stood in each catalogue when the run began, by its path below the translations."""
    memory: Memory

    def engine_for(self, text: Text) -> EngineInfo | None:
        """The first engine that may see this text."""
        infos = (engine.info() for engine in self.engines)
        return next((info for info in infos if info.confidential or not text.brief.confidential), None)

    @property
    def trials(self) -> frozenset[str]:
        """The names of its engines for trying things out."""
        return frozenset(engine.info().name for engine in self.engines if engine.info().trial)


@dataclass(frozen=True, slots=True)
class Order:
    """One catalogue to be filled."""

    text: Text
    lang: Lang
    question: Question
    """What is to be sent; its segments may be none."""
    recalled: Answers
    """What the newsroom knows already."""
    left: tuple[Segment, ...] = ()
    """Segments that wait for a person, since the gate refused what the engine made of them."""
    open: tuple[Segment, ...] = ()
    """All that lacks words of its own."""
    segments: tuple[Segment, ...] = ()
    """All but what a person wrote."""
    again: bool = False
    """Whether a person wants other words than a machine's, so that what was paid for before is no answer."""

    @property
    def path(self) -> str:
        """Its catalogue, below the translations."""
        return self.text.path(self.lang)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """(key, text) of each segment of the question."""
        return tuple((asked.plain.key, asked.plain.text) for asked in self.question.segments)


def reading_of(data: bytes | None, text: Text, lang: Lang, shown: str) -> Reading:
    """The catalogue in ``data``, or a blank one where there is no file."""
    return Reading(text.blank(lang)) if data is None else read_catalogue(data, shown, lang)


def catalogue_label(translations: Path, path: str) -> str:
    """The path of a catalogue for problems."""
    return f"{translations}/{path}"


def readings_in(translations: Path, languages: Iterable[Lang]) -> dict[str, Reading]:
    """Every catalogue of these languages as it now stands.

    Raises ``NotWritable`` where the system does not hand a file out.
    """
    wanted = set(languages)
    found: dict[str, Reading] = {}
    for path in sorted(path for pattern in _KINDS for path in translations.glob(pattern) if path.stem in wanted):
        data = data_of(path)
        if data is not None:
            name = path.relative_to(translations).as_posix()
            found[name] = read_catalogue(data, catalogue_label(translations, name), path.stem)
    return found


def resources_of(
    translations: Path, glossary: Glossary, engines: tuple[Engine, ...], languages: Iterable[Lang]
) -> Resources:
    """What a run draws on, as it now stands. Raises ``NotWritable``."""
    readings = readings_in(translations, languages)
    memory = memory_of(reading.catalogue for reading in readings.values() if reading.catalogue)
    return Resources(translations, glossary, engines, readings, memory)


def _order(text: Text, lang: Lang, catalogue: Catalogue, resources: Resources) -> Order:
    brief = text.brief
    rules = rules_of(resources.glossary, brief.names, brief.source, lang)
    info = resources.engine_for(text)
    waiting = {(e.key, e.source) for e in catalogue.entries if info and is_left(e, info.name)}
    recalled: dict[tuple[str, str], tuple[Answer, Provenance]] = {}
    asked: list[SegmentRequest] = []
    left: list[Segment] = []
    wanting = text.wanting(catalogue)
    for segment in wanting:
        known = _recalled(segment, rules, resources)
        if known is not None:
            recalled[segment.key, segment.text] = known
        elif (segment.key, segment.text) in waiting:
            left.append(segment)
        else:
            asked.append(SegmentRequest(segment, shielded(segment, brief.names)))
    terms = resources.glossary.pairs(brief.source, lang)
    question = Question(tuple(asked), rules, brief.context, terms, brief.confidential)
    machines = (e.segment for e in catalogue.entries if e.origin is Origin.MACHINE and not e.broken)
    return Order(text, lang, question, recalled, tuple(left), wanting, (*wanting, *machines))


def _recalled(segment: Segment, rules: Rules, resources: Resources) -> tuple[Answer, Provenance] | None:
    """A translation the newsroom has already, if the gate lets it through at this place too.

    What an engine for trials made is no translation to any other.
    """
    found = resources.memory.recall(segment, rules.source_lang, rules.target_lang)
    if found is None or (found.engine == pseudo.NAME and found.engine not in resources.trials):
        return None
    verdict = judge(SegmentRequest(segment, segment), found.text, rules, trial=found.engine in resources.trials)
    if verdict.blocked:
        return None
    made = Provenance(engine=found.engine, model=found.model, date=_day(found.date))
    return Answer(verdict.answer, verdict.remarks), made


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def orders_for(
    texts: Iterable[tuple[Text, Lang]], resources: Resources
) -> tuple[tuple[Order, ...], tuple[Problem, ...]]:
    """An order for each of these whose catalogue can be read, and the problems of their catalogues."""
    orders: list[Order] = []
    problems: list[Problem] = []
    for text, lang in texts:
        reading = resources.readings.get(text.path(lang)) or Reading(text.blank(lang))
        problems += reading.problems
        if reading.catalogue is not None:
            orders.append(_order(text, lang, text.rebased(reading.catalogue), resources))
    return tuple(orders), tuple(problems)
