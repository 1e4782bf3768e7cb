"""An engine as the rest of the house sees it: checked answers, typed errors, no secrets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.translation.engines.answers import checked
from plugins.translation.engines.base import (
    Batch,
    Engine,
    EngineError,
    EngineInfo,
    Final,
    FinalKind,
)
from plugins.translation.secrets import Scrubber


@dataclass(frozen=True, slots=True)
class Overrides:
    """What site.yaml says of an engine that its contract, not its code, decides."""

    confidential: tuple[tuple[str, bool], ...] = ()
    """(engine, whether text under embargo may go there)."""
    prices: tuple[tuple[str, float], ...] = ()
    """(engine, euro per million characters of the source)."""


AS_CODED = Overrides()


class Guarded:
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
            return checked(name, batch, self._engine.translate(batch))
        except EngineError as fault:
            error = self._clean(fault)
        except Exception as fault:
            told = self._scrub(f"{type(fault).__name__}: {fault}")
            error = Final(name, FinalKind.BROKEN, f"failed in its own code ({told[:200]})")
        raise error

    def _clean(self, fault: EngineError) -> EngineError:
        """The same error, its message scrubbed once more, without cause and context."""
        fault.message = self._scrub(fault.message)
        fault.args = (f"{fault.engine}: {fault.message}",)
        fault.__cause__ = fault.__context__ = None
        return fault.with_traceback(None)

    def __repr__(self) -> str:
        return f"Guarded({self._info.name})"
