"""Gives a time-out to code that has none."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


def within(seconds: float, action: Callable[[], _Result]) -> _Result:
    """What ``action`` gives, if it gives it in time.

    It runs in a thread of its own. When time is up that thread is left behind as a daemon: there
    is no way to stop it, but it holds nobody up and its late answer is thrown away. Raises
    ``TimeoutError``, or what ``action`` raised.
    """
    results: list[_Result] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            results.append(action())
        except BaseException as fault:
            faults.append(fault)

    thread = threading.Thread(target=run, daemon=True, name="engine-with-timeout")
    thread.start()
    thread.join(seconds)
    if faults:
        raise faults[0]
    if not results:
        raise TimeoutError
    return results[0]
