"""An engine as its callers see it: checked answers, typed errors, no secrets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.newsroom.counting import count
from plugins.translation.engines.base import (
    BadAnswer,
    Batch,
    Engine,
    EngineError,
    EngineInfo,
    Final,
    FinalKind,
    Metered,
    RateLimited,
    Refused,
    Temporary,
)
from plugins.translation.inner import Part
from plugins.translation.pieces import pieces
from plugins.translation.secrets import Scrubber


@dataclass(frozen=True, slots=True)
class Overrides:
    """What site.yaml says of an engine that its contract, not its code, decides."""

    confidential: tuple[tuple[str, bool], ...] = ()
    """(engine, whether text under embargo may go there)."""
    prices: tuple[tuple[str, float], ...] = ()
    """(engine, euro per million characters of the source)."""


AS_CODED = Overrides()


class CheckedEngine:
    """Wraps any engine, also one from elsewhere, so that only ``EngineError`` comes out of it."""

    def __init__(self, engine: Engine, environment: Mapping[str, str], overrides: Overrides) -> None:
        self._engine = engine
        self._scrub = Scrubber(environment)
        told = engine.info()
        self._info = replace(
            told,
            confidential=dict(overrides.confidential).get(told.name, told.confidential),
            price_per_million=dict(overrides.prices).get(told.name, told.price_per_million),
        )

    def info(self) -> EngineInfo:
        """What the engine says of itself, with what site.yaml knows better."""
        return self._info

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """Checked answers, one per segment. Raises ``EngineError`` without a trace of its cause,
        since causes carry requests, and requests carry keys.
        """
        name = self._info.name
        error: EngineError
        try:
            return checked_answers(name, batch, self._engine.translate(batch))
        except EngineError as fault:
            error = self._clean(fault)
        except Exception as fault:
            told = self._scrub(f"{type(fault).__name__}: {fault}")
            error = Final(name, FinalKind.BROKEN, f"failed in its own code ({told[:200]})")
        raise error

    def left(self) -> int | None:
        """Characters left of the engine's quota; ``None`` where it has no limit, or does not say."""
        try:
            return self._engine.left() if isinstance(self._engine, Metered) else None
        except EngineError:
            return None

    def _clean(self, fault: EngineError) -> EngineError:
        """The same error, its message scrubbed once more, without cause and context."""
        fault.message = self._scrub(fault.message)
        fault.args = (f"{fault.engine}: {fault.message}",)
        fault.__cause__ = fault.__context__ = None
        return fault.with_traceback(None)

    def __repr__(self) -> str:
        return f"CheckedEngine({self._info.name})"


_SENTENCES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"^\s*mymemory warning", "quota"),
        (r"you used all available free translations", "quota"),
        (r"^\s*(?:daily |free )?quota (?:was |has been |is )?exceeded", "quota"),
        (r"^\s*query length limit exce", "too-long"),
        (r"^\s*please select two distinct languages", "unsupported"),
        (r"^\s*'[^']{0,20}' is an invalid (?:source|target) language", "unsupported"),
        (r"^\s*invalid language pair specified", "unsupported"),
        (r"^\s*no query specified\. example request", "bad"),
        (r"^\s*no content to translate", "bad"),
        (r"^\s*invalid email provided", "auth"),
        (r"^\s*auth(?:entication|orization) failure", "auth"),
        (r"^\s*invalid (?:api )?key\b", "auth"),
        (r"^\s*error \d{3} \([^)]{1,60}\)", "temporary"),
        (r"^\s*that.s an error\b.{0,80}that.s all we know", "temporary"),
        (r"^\s*50[234] (?:bad gateway|service (?:temporarily )?unavailable|gateway time-?out)", "temporary"),
        (r"^\s*too many requests\b", "rate"),
        (r"our systems have detected unusual traffic", "rate"),
        (r"^\s*slow ?down:? \d+ per", "rate"),
        (
            r"^\s*(?:i.m |i am )?sorry,? (?:but )?i can.{1,4}(?:help|assist|translate) (?:with )?th[ai]",
            "refused",
        ),
        (r"^\s*as an ai (?:language )?model\b", "refused"),
        (r"^\s*<!doctype html|^\s*<html[\s>]", "bad"),
    )
)


def checked_answers(engine: str, batch: Batch, answers: object) -> tuple[str, ...]:
    """The answers, one per segment and none an error in disguise. Raises ``EngineError``.

    A sentence that the source contains itself is no error: somebody may write about quotas.
    """
    if not isinstance(answers, tuple | list) or not all(isinstance(a, str) for a in answers):
        raise BadAnswer(engine, "gave something other than texts")
    if len(answers) != len(batch.segments):
        raise BadAnswer(engine, f"gave {count(len(answers), 'answer')} to {count(len(batch.segments), 'question')}")
    for segment, answer in zip(batch.segments, answers, strict=True):
        if segment.text.strip() and not answer.strip():
            raise BadAnswer(engine, f"gave an empty answer to {segment.key}")
        error = error_sentence(engine, segment.text, answer)
        if error is not None:
            raise error
    return tuple(answers)


def error_sentence(engine: str, source: str, answer: str) -> EngineError | None:
    """The error an answer states instead of a translation, or ``None``.

    MyMemory answers so with HTTP 200 (deep-translator 1.11.4 hands it on), Google with a page.
    """
    plain = "".join(piece.text for piece in pieces(answer) if piece.part is Part.TEXT)
    for pattern, kind in _SENTENCES:
        if pattern.search(plain) and not pattern.search(source):
            return _error(engine, kind, " ".join(plain.split())[:80])
    return None


def _error(engine: str, kind: str, evidence: str) -> EngineError:
    message = f"answered with an error message: {evidence}"
    match kind:
        case "rate":
            return RateLimited(engine, message)
        case "temporary":
            return Temporary(engine, message)
        case "bad":
            return BadAnswer(engine, message)
        case "refused":
            return Refused(engine, f"refused the text: {evidence}")
    return Final(engine, FinalKind(kind), message)
