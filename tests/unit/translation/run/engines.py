"""Engines for the tests of a run: they answer by a rule and remember what they were asked."""

from __future__ import annotations

from collections.abc import Callable

from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.engines.pace import Pace
from plugins.translation.engines.pseudo import Pseudo
from plugins.translation.segment import Segment

QUIET = Pace(sleep=lambda _seconds: None)
"""Never waits."""


class Ruled:
    """Answers each segment by a rule, which may raise; in no language unless told so."""

    def __init__(self, rule: Callable[[Batch, Segment], str], name: str = "ruled", **info: object) -> None:
        self._rule = rule
        self._info = EngineInfo(name, **{"trial": True, **info})  # type: ignore[arg-type]
        self.asked: list[Batch] = []

    def info(self) -> EngineInfo:
        """As given."""
        return self._info

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """An answer to each."""
        self.asked.append(batch)
        return tuple(self._rule(batch, segment) for segment in batch.segments)

    @property
    def sent(self) -> list[str]:
        """Every text it was asked for, in order."""
        return [segment.text for batch in self.asked for segment in batch.segments]


def pseudo(batch: Batch, segment: Segment) -> str:
    """The answer of the pseudo engine, which keeps every tag."""
    alone = Batch((segment,), batch.source, batch.target, protection=batch.protection)
    return Pseudo({}).translate(alone)[0]
