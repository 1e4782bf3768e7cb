"""Runs what awaits in a thread of its own: where pages were opened before, this one has a loop that never ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def awaited(work: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """What comes of it."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()
