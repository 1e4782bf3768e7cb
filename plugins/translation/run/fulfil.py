"""Fills one catalogue: asks, judges, and writes once, with whatever a person has changed meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from plugins.newsroom.model import Provenance
from plugins.newsroom.problem import Problem
from plugins.translation.engines.base import Batch, Engine, EngineInfo, Protection
from plugins.translation.engines.edition import Hooks, NoEngine
from plugins.translation.engines.pace import Pace
from plugins.translation.merge import Answer
from plugins.translation.run.ask import Answered, ask, distinct
from plugins.translation.run.budget import Budget
from plugins.translation.run.engine_list import EngineList
from plugins.translation.run.filing import CatalogueResult, Filed, Filing
from plugins.translation.run.journal import Journal, Paid, key_of
from plugins.translation.run.measure import billed
from plugins.translation.run.orders import Order
from plugins.translation.run.quota import Quotas
from plugins.translation.segment import Segment


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with; each has its one owner in the run."""

    engine_list: EngineList
    filing: Filing
    journal: Journal
    budget: Budget
    quotas: Quotas
    say: Callable[[str], None]
    pace: Pace

    def hooks(self, *, again: bool = False) -> Hooks:
        """Recall before asking, unless it is asked again; take room and count before sending; keep before going on."""
        return Hooks(_nothing if again else self._recall, self._before, self._after, self.say)

    def _recall(self, info: EngineInfo, batch: Batch, segment: Segment) -> str | None:
        paid = self.journal.recall(key_of(info, batch, segment))
        return paid.answer if paid else None

    def _before(self, info: EngineInfo, batch: Batch) -> None:
        self.journal.reserve(batch.segments)
        self.budget.spend(info, batch)

    def _after(self, info: EngineInfo, batch: Batch, answers: tuple[str, ...]) -> None:
        day = self.filing.today.isoformat()
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
    open: int = 0
    """Findings that nobody has answered."""
    behind: int = 0
    """Texts of people that stand for former words of the original."""
    carried: tuple[str, ...] = ()
    """What was brought into people's sentences."""
    replaced: tuple[str, ...] = ()
    """Words that a person had reviewed, in the place of which a machine's stand."""

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
            done = ask(order.question, _affordable(order, means), means.pace, means.hooks(again=order.again))
        except NoEngine as fault:
            means.engine_list.note(fault.faults)
            reasons = fault.reasons or ("no engine is left to ask",)
        else:
            means.engine_list.note(done.faults, done.info.name)
            info = done.info
            _sort(order, done, means.filing.today, answers, remarks)
    if order.again and not answers:
        return Outcome(engine=info.name if info else "", reasons=reasons or (_KEPT,))
    filed = means.filing.write(order, CatalogueResult(answers, remarks, info, again=order.again))
    left = 0 if reasons else filed.lacking
    name = info.name if info else ""
    return outcome_of(filed, Outcome(len(answers), left, name, reasons))


def outcome_of(filed: Filed, outcome: Outcome) -> Outcome:
    """The outcome with what is to be told of the catalogue as it was written."""
    return replace(
        outcome,
        problems=filed.problems,
        open=filed.open,
        behind=filed.behind,
        carried=filed.carried,
        replaced=filed.replaced,
    )


def _affordable(order: Order, means: Means) -> tuple[Engine, ...]:
    """The engines whose quota covers what this edition still lacks. Raises ``NoEngine`` where none does."""
    sent = dict(means.budget.by_engine)
    secret = order.question.confidential
    every = [engine for engine in means.engine_list.engines if engine.info().confidential or not secret]
    reasons = [means.quotas.shortage(engine, _unpaid(order, engine.info(), means), sent) for engine in every]
    if every and all(reasons):
        raise NoEngine(tuple(reasons))
    for reason in filter(None, reasons):
        means.say(f"{order.path}: {reason}.")
    short = {engine.info().name for engine, reason in zip(every, reasons, strict=True) if reason}
    return tuple(engine for engine in means.engine_list.engines if engine.info().name not in short)


def _unpaid(order: Order, info: EngineInfo, means: Means) -> int:
    """Characters of this edition that would be sent to that engine."""
    segments = distinct([asked.sent for asked in order.question.segments]).values()
    batch = order.question.batch(tuple(segments), Protection.MARKUP)
    known = () if order.again else batch.segments
    paid = {s.key for s in known if means.journal.recall(key_of(info, batch, s)) is not None}
    return sum(billed(s) for s in batch.segments if s.key not in paid)


_KEPT = "the gate refused what the engine made of it; the former words stay"


def _nothing(info: EngineInfo, batch: Batch, segment: Segment) -> str | None:
    """What is remembered is no answer."""
    del info, batch, segment
    return None


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
