"""Keeps an engine from an edition that its quota does not cover, so that no half of one is paid for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plugins.newsroom.counting import count
from plugins.translation.engines.base import Engine, Metered


class Quotas:
    """What the engines of a run have left; each is asked once. One owner, one run."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._left: dict[str, int | None] = {}

    def shortage(self, engine: Engine, size: int, sent: Mapping[str, int]) -> str:
        """Why an edition of ``size`` characters is too much for this engine; empty where it is not.

        ``sent``: characters sent to each engine in this run.
        """
        if not size or not isinstance(engine, Metered):
            return ""
        name = engine.info().name
        if name not in self._left:
            left = engine.left()
            self._left[name] = left if left is None else left + sent.get(name, 0)
            if left is not None:
                self._say(f"{name}: {count(left, 'character')} left of the quota.")
        limit = self._left[name]
        if limit is None or sent.get(name, 0) + size <= limit:
            return ""
        rest = max(0, limit - sent.get(name, 0))
        return f"{name}: {count(size, 'character')} would be sent, and {rest:,} are left of the quota"
