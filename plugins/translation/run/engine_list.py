"""Remembers which engines are still worth asking in this run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from plugins.translation.engines.base import Engine, EngineError, Final, FinalKind, RateLimited, Temporary

_FOR_GOOD = frozenset({FinalKind.AUTH, FinalKind.QUOTA})
_PATIENCE = 2
"""Editions in a row for which an engine may be out of reach before it is given up."""


class EngineList:
    """The engines of a run. One owner, one run.

    A refused key or a used-up quota will not fix itself, and an engine that was waited for in vain twice
    would be waited for at every edition.
    """

    def __init__(self, engines: Iterable[Engine], say: Callable[[str], None]) -> None:
        self._engines = tuple(engines)
        self._say = say
        self._in_vain: Counter[str] = Counter()
        self._given_up: set[str] = set()

    @property
    def engines(self) -> tuple[Engine, ...]:
        """Those that are still asked, in their order."""
        return tuple(engine for engine in self._engines if engine.info().name not in self._given_up)

    def note(self, faults: Iterable[EngineError], answered: str = "") -> None:
        """What happened at one edition: the errors, and the engine that answered."""
        self._in_vain.pop(answered, None)
        for fault in faults:
            if self._is_over(fault):
                self._given_up.add(fault.engine)
                self._say(f"{fault.engine} is not asked any more in this run.")

    def _is_over(self, fault: EngineError) -> bool:
        if isinstance(fault, Final):
            return fault.kind in _FOR_GOOD
        if isinstance(fault, RateLimited | Temporary):
            self._in_vain[fault.engine] += 1
        return self._in_vain[fault.engine] >= _PATIENCE
