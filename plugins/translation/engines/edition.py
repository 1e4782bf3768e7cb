"""Translates one edition with one engine of a chain: the first that answers every part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from plugins.translation.engines.base import (
    BadAnswer,
    Batch,
    Engine,
    EngineError,
    EngineInfo,
    Final,
    FinalKind,
    RateLimited,
    Refused,
    Temporary,
)
from plugins.translation.engines.pace import USUAL, Pace
from plugins.translation.engines.packing import halves, packed
from plugins.translation.segment import Segment

_BAD_ANSWERS = 2
"""A bad answer to a single segment is asked for once more; an engine may have stumbled."""
_IN_A_ROW = 2
"""So many segments refused and none answered: it is the engine, not the texts."""


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
class Refusal:
    """Stands for the answer to a segment that the engine does not give, though it answers others."""

    reason: str


Answer = str | Refusal


@dataclass(frozen=True, slots=True)
class Translated:
    """An edition's answers, in the order of its segments, all from one engine."""

    info: EngineInfo
    answers: tuple[Answer, ...]
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

    Rate limits and passing faults are waited out; what is bad or too long is asked for again in smaller
    parts; a text that is refused alone costs itself and not the edition; anything final hands the *whole*
    edition to the next engine, so that no edition mixes two. With ``confidential`` only confidential
    engines see a word. Raises ``NoEngine``.
    """
    reasons: list[str] = []
    faults: list[EngineError] = []
    for engine in engines:
        info = engine.info()
        if confidential and not info.confidential:
            reasons.append(f"{info.name}: left out, since it is not confidential and this text is")
            continue
        try:
            return Translated(info, _Turn(engine, pace, hooks).whole(batches), tuple(reasons))
        except EngineError as fault:
            reasons.append(str(fault))
            faults.append(fault)
            hooks.say(f"{fault}; the next engine takes the whole edition")
    raise NoEngine(tuple(reasons), tuple(faults))


class _Turn:
    """One engine at one edition."""

    def __init__(self, engine: Engine, pace: Pace, hooks: Hooks) -> None:
        self._engine, self._pace, self._hooks = engine, pace, hooks
        self._answered = 0
        self._refusals: list[EngineError] = []

    def whole(self, batches: Sequence[Batch]) -> tuple[Answer, ...]:
        """An answer or a refusal for each segment. Raises ``EngineError``."""
        info = self._engine.info()
        answers: list[Answer] = []
        for batch in batches:
            known: dict[Segment, Answer | None] = {s: self._hooks.recall(info, batch, s) for s in batch.segments}
            missing = tuple(s for s in dict.fromkeys(batch.segments) if known[s] is None)
            self._answered += len(known) - len(missing)
            for part in packed(replace(batch, segments=missing), info) if missing else ():
                known.update(self._asked(part))
            answers.extend(known[s] or "" for s in batch.segments)
        if self._refusals and not self._answered:
            raise self._refusals[-1]
        return tuple(answers)

    def _asked(self, batch: Batch) -> dict[Segment, Answer]:
        """The answers to one request, in halves after a bad one. Raises ``EngineError``."""
        for left in range(_BAD_ANSWERS - 1, -1, -1):
            try:
                answers = self._patiently(batch)
            except EngineError as fault:
                if not _is_of_the_text(fault):
                    raise
                if len(batch.segments) > 1:
                    self._hooks.say(f"{fault}; asking again in smaller parts")
                    return {s: a for half in halves(batch) for s, a in self._asked(half).items()}
                if not left or isinstance(fault, Refused | Final):
                    return self._without(batch, fault)
                continue
            self._hooks.on_answer(self._engine.info(), batch, answers)
            self._answered += len(answers)
            return dict(zip(batch.segments, answers, strict=True))
        raise AssertionError("unreachable")

    def _without(self, batch: Batch, fault: EngineError) -> dict[Segment, Answer]:
        """The one segment refused; raises the fault where an engine has answered nothing but so."""
        self._refusals.append(fault)
        if not self._answered and len(self._refusals) >= _IN_A_ROW:
            raise fault
        return {segment: Refusal(fault.message) for segment in batch.segments}

    def _patiently(self, batch: Batch) -> tuple[str, ...]:
        tried = 0
        while True:
            tried += 1
            self._hooks.on_send(self._engine.info(), batch)
            try:
                return self._engine.translate(batch)
            except (RateLimited, Temporary) as fault:
                header = fault.retry_after if isinstance(fault, RateLimited) else ""
                seconds = self._pace.wait(tried, header)
                if seconds is None:
                    raise
                self._hooks.say(f"{fault}; trying again in {seconds:.0f} s")
            self._pace.pause(seconds, self._say)

    def _say(self, sentence: str) -> None:
        self._hooks.say(f"{self._engine.info().name}: {sentence}")


def _is_of_the_text(fault: EngineError) -> bool:
    """Whether fewer or shorter texts may be answered where these were not."""
    return isinstance(fault, BadAnswer) or (isinstance(fault, Final) and fault.kind is FinalKind.TOO_LONG)
