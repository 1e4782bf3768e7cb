"""Translates one edition with one engine of a chain: the first that answers every part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plugins.translation.engines.base import (
    BadAnswer,
    Batch,
    Engine,
    EngineError,
    EngineInfo,
    RateLimited,
    Temporary,
)
from plugins.translation.engines.pace import USUAL, Pace
from plugins.translation.engines.packing import halves, packed
from plugins.translation.segment import Segment

_BAD_ANSWERS = 2
"""A bad answer to a single segment is asked for once more; an engine may have stumbled."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the run wants to do at each step; each does nothing unless given."""

    recall: Callable[[EngineInfo, Batch, Segment], str | None] = lambda _info, _batch, _segment: None
    """An answer that this engine has given before: it is not asked, or paid, twice."""
    on_send: Callable[[EngineInfo, Batch], None] = lambda _info, _batch: None
    """Before each request, also a repeated one. What it raises (a budget, say) ends the run."""
    on_answer: Callable[[EngineInfo, Batch, tuple[str, ...]], None] = lambda _info, _batch, _answers: None
    """After each answer that was paid for, before anything else is sent."""
    say: Callable[[str], None] = lambda _sentence: None
    """A sentence for the person who waits."""


NOTHING = Hooks()


@dataclass(frozen=True, slots=True)
class Translated:
    """An edition's answers, in the order of its segments, all from one engine."""

    info: EngineInfo
    answers: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """Why engines before this one were given up."""


class NoEngine(Exception):  # noqa: N818 (a state, not a fault of ours)
    """No engine of the chain translated the edition; ``reasons`` has a sentence for each.

    ``faults`` are the errors of those that were asked.
    """

    def __init__(self, reasons: tuple[str, ...], faults: tuple[EngineError, ...] = ()) -> None:
        super().__init__("; ".join(reasons) or "no engine can be used")
        self.reasons = reasons
        self.faults = faults


def translate_edition(
    batches: Sequence[Batch],
    engines: Sequence[Engine],
    *,
    pace: Pace = USUAL,
    hooks: Hooks = NOTHING,
    confidential: bool = False,
) -> Translated:
    """Every segment of one edition, answered by one and the same engine.

    Rate limits and passing faults are waited out; a bad answer is asked for again in smaller
    parts; anything final hands the *whole* edition to the next engine, so that no edition mixes
    two. With ``confidential`` only confidential engines see a word. Raises ``NoEngine``.
    """
    reasons: list[str] = []
    faults: list[EngineError] = []
    for engine in engines:
        info = engine.info()
        if confidential and not info.confidential:
            reasons.append(f"{info.name}: left out, since it is not confidential and this text is")
            continue
        try:
            return Translated(info, _whole(batches, engine, pace, hooks), tuple(reasons))
        except EngineError as fault:
            reasons.append(str(fault))
            faults.append(fault)
            hooks.say(f"{fault}; the next engine takes the whole edition")
    raise NoEngine(tuple(reasons), tuple(faults))


def _whole(batches: Sequence[Batch], engine: Engine, pace: Pace, hooks: Hooks) -> tuple[str, ...]:
    info = engine.info()
    answers: list[str] = []
    for batch in batches:
        known = {s: hooks.recall(info, batch, s) for s in batch.segments}
        missing = tuple(s for s in dict.fromkeys(batch.segments) if known[s] is None)
        if missing:
            for part in packed(_with(batch, missing), info):
                known.update(_asked(part, engine, pace, hooks))
        answers.extend(known[s] or "" for s in batch.segments)
    return tuple(answers)


def _with(batch: Batch, segments: tuple[Segment, ...]) -> Batch:
    return Batch(segments, batch.source, batch.target, batch.context, batch.terms, batch.protection)


def _asked(batch: Batch, engine: Engine, pace: Pace, hooks: Hooks) -> dict[Segment, str | None]:
    """The answers to one request, in halves after a bad one. Raises ``EngineError``."""
    for left in range(_BAD_ANSWERS - 1, -1, -1):
        try:
            answers = _patiently(batch, engine, pace, hooks)
        except BadAnswer as fault:
            if len(batch.segments) == 1:
                if not left:
                    raise
                continue
            hooks.say(f"{fault}; asking again in smaller parts")
            return {s: a for half in halves(batch) for s, a in _asked(half, engine, pace, hooks).items()}
        hooks.on_answer(engine.info(), batch, answers)
        return dict(zip(batch.segments, answers, strict=True))
    raise AssertionError("unreachable")


def _patiently(batch: Batch, engine: Engine, pace: Pace, hooks: Hooks) -> tuple[str, ...]:
    tried = 0
    while True:
        tried += 1
        hooks.on_send(engine.info(), batch)
        try:
            return engine.translate(batch)
        except (RateLimited, Temporary) as fault:
            header = fault.retry_after if isinstance(fault, RateLimited) else ""
            seconds = pace.wait(tried, header)
            if seconds is None:
                raise
            hooks.say(f"{fault}; trying again in {seconds:.0f} s")
            pace.sleep(seconds)
