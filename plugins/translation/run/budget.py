"""Counts the characters that leave, and stops a run before it sends more than it may."""

from __future__ import annotations

from plugins.newsroom.counting import count
from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.run.measure import billed


class BudgetSpent(Exception):  # noqa: N818 (a state of the run, not a fault)
    """The next request would go beyond the budget; nothing of it was sent."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Budget:
    """What one run has sent and may send; one owner, one run."""

    def __init__(self, most: int | None = None) -> None:
        self.most = most
        """Characters of the source, as engines bill them; ``None``: no limit."""
        self.sent = 0
        self._by_engine: dict[str, int] = {}

    def spend(self, info: EngineInfo, batch: Batch) -> None:
        """Counts a request that is about to be sent. Raises ``BudgetSpent`` before it is."""
        size = sum(map(billed, batch.segments))
        if self.most is not None and self.sent + size > self.most:
            raise BudgetSpent(
                f"The budget of {count(self.most, 'character')} is used up: sent so far {self.sent:,},"
                f" and the next request has {size:,}."
            )
        self.sent += size
        self._by_engine[info.name] = self._by_engine.get(info.name, 0) + size

    @property
    def by_engine(self) -> tuple[tuple[str, int], ...]:
        """(engine, characters sent to it), in the order of the first request."""
        return tuple(self._by_engine.items())
