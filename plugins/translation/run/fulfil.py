"""Fills one catalogue: asks, judges, and writes once, with whatever a person has changed meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.newsroom.model import Provenance
from plugins.newsroom.problem import Problem
from plugins.translation.catalogue import Catalogue
from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.engines.edition import Hooks, NoEngine
from plugins.translation.engines.pace import Pace
from plugins.translation.merge import Answer
from plugins.translation.po_write import write_catalogue
from plugins.translation.run.addresses import Addresses
from plugins.translation.run.ask import Answered, ask
from plugins.translation.run.budget import Budget
from plugins.translation.run.journal import Journal, Paid, key_of
from plugins.translation.run.keep import data_of, replaced
from plugins.translation.run.left import with_left
from plugins.translation.run.orders import House, Order, reading_of, shown
from plugins.translation.run.roster import Roster
from plugins.translation.run.texts import Answers
from plugins.translation.run.whole import Remarks
from plugins.translation.segment import Segment

_TRIES = 20
"""How often a file may be changed under our hands before we say so."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with; each has its one owner in the run."""

    house: House
    roster: Roster
    addresses: Addresses
    journal: Journal
    budget: Budget
    today: dt.date
    say: Callable[[str], None]
    pace: Pace

    def hooks(self) -> Hooks:
        """Recall before asking; take room and count before sending; keep before going on."""
        return Hooks(self._recall, self._before, self._after, self.say)

    def _recall(self, info: EngineInfo, batch: Batch, segment: Segment) -> str | None:
        paid = self.journal.recall(key_of(info, batch, segment))
        return paid.answer if paid else None

    def _before(self, info: EngineInfo, batch: Batch) -> None:
        self.journal.reserve(batch.segments)
        self.budget.spend(info, batch)

    def _after(self, info: EngineInfo, batch: Batch, answers: tuple[str, ...]) -> None:
        day = self.today.isoformat()
        pairs = zip(batch.segments, answers, strict=True)
        self.journal.keep(Paid(key_of(info, batch, segment), answer, day) for segment, answer in pairs)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order."""

    filled: int = 0
    """Segments that got words, new or recalled."""
    left: int = 0
    """Segments that wait for a person."""
    engine: str = ""
    reasons: tuple[str, ...] = ()
    """Why nobody could be asked."""
    problems: tuple[Problem, ...] = ()

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.left or self.reasons or self.problems)


def fulfil(order: Order, means: Means) -> Outcome:
    """Fills the catalogue of an order.

    Raises ``BudgetSpent`` and ``MemoError``, with every answer so far in the journal and the catalogue
    as it was.
    """
    answers = dict(order.recalled)
    remarks: dict[tuple[str, str], tuple[str, ...]] = {}
    reasons: tuple[str, ...] = ()
    info: EngineInfo | None = None
    if order.question.segments:
        try:
            done = ask(order.question, means.roster.engines, means.pace, means.hooks())
        except NoEngine as fault:
            means.roster.note(fault.faults)
            reasons = fault.reasons or ("no engine is left to ask",)
        else:
            means.roster.note(done.faults, done.info.name)
            info = done.info
            _sort(order, done, means.today, answers, remarks)
    kept, problems = _write(order, answers, remarks, info, means)
    left = order.left + len(kept)
    return Outcome(len(answers), left, info.name if info else "", reasons, problems)


def _sort(
    order: Order,
    done: Answered,
    day: dt.date,
    answers: dict[tuple[str, str], tuple[Answer, Provenance]],
    remarks: dict[tuple[str, str], tuple[str, ...]],
) -> None:
    """Puts verdicts where they belong: words to the answers, refusals to the remarks."""
    made = Provenance(engine=done.info.name, model=done.info.model, date=day)
    for key, verdict in zip(order.keys, done.verdicts, strict=True):
        if verdict.blocked:
            remarks[key] = verdict.remarks
        else:
            answers[key] = Answer(verdict.answer, verdict.remarks), made


def _write(
    order: Order, answers: Answers, remarks: Remarks, info: EngineInfo | None, means: Means
) -> tuple[Remarks, tuple[Problem, ...]]:
    """Reads the catalogue again and writes it with the answers: (what was refused, problems)."""
    path = means.house.translations / order.path
    name = shown(means.house.translations, order.path)
    for _ in range(_TRIES):
        before = data_of(path)
        reading = reading_of(before, order.text, order.lang, name)
        if reading.catalogue is None:
            return remarks, reading.problems
        fresh, kept = _filled(order, reading.catalogue, answers, remarks, info, means.today)
        after = write_catalogue(order.text.addressed(fresh, reading.catalogue, means.addresses))
        if after == before or (before is None and not answers and not kept) or replaced(path, after, before):
            return kept, reading.problems
    return remarks, (_restless(name),)


def _filled(
    order: Order,
    catalogue: Catalogue,
    answers: Answers,
    remarks: Remarks,
    info: EngineInfo | None,
    day: dt.date,
) -> tuple[Catalogue, Remarks]:
    """The catalogue with the answers that may stand in it together, and what was refused."""
    text = order.text
    rebased = text.rebased(catalogue)
    fresh = text.taken(rebased, answers, day)
    spoilt = text.refused(fresh)
    if spoilt:
        good = {key: answer for key, answer in answers.items() if key not in spoilt}
        fresh = text.taken(rebased, good, day)
    kept: Mapping[tuple[str, str], tuple[str, ...]] = {**remarks, **spoilt}
    fresh = with_left(fresh, kept, info, day) if info else fresh
    return text.remarked(fresh), kept


def _restless(name: str) -> Problem:
    return Problem(
        file=name,
        line=0,
        column=0,
        code="catalogue-restless",
        found="a file that is written again and again by another program",
        expected="a file that stays as it is for a moment",
        mend="Close the program that writes it, and start again: what was paid for is remembered.",
    )
