"""A build in a process of its own that kills itself in the middle, without cleaning up."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType


class Counter:
    """Counts calls of functions written in C, which are what writes files; ends the process at one of them."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.calls = 0

    def __call__(self, _frame: FrameType, event: str, _argument: object) -> None:
        """Hears of every call."""
        if event == "c_call":
            self.calls += 1
            if self.calls == self.at:
                os.kill(os.getpid(), signal.SIGKILL)


def counted(build: Callable[[], object]) -> int:
    """The number of calls a whole build makes."""
    counter = Counter(0)
    sys.setprofile(counter)
    try:
        build()
    finally:
        sys.setprofile(None)
    return counter.calls


def killed(build: Callable[[], object], at: int) -> bool:
    """Builds in another process that is killed at one of its calls; false where it ended before."""

    def run() -> None:
        sys.setprofile(Counter(at))
        build()
        sys.setprofile(None)

    # A fork has everything imported already; the builds of these tests run in one thread.
    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    return process.exitcode == -signal.SIGKILL
