"""A lock that one run at a time can hold, and that ends with its process however that ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from plugins.cache.errors import Busy, MemoError
from plugins.cache.faults import faults_at

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.1
"""Seconds between two attempts while waiting."""
_LAST_CHUNK = 30.0
"""Seconds a worker may take to notice that its build was killed; it is a matter of milliseconds."""


class Lock:
    """Holds the lock file beside a store. The system lets go of it when the process ends, also by kill."""

    def __init__(self, path: Path, work: str = "build") -> None:
        self._path = path
        self._work = work
        self._descriptor = -1

    def acquire(self, wait: float, tell: Callable[[str], None]) -> None:
        """Takes the lock, waiting up to ``wait`` seconds; says so by ``tell`` when it has to wait.

        Raises ``Busy`` if the other run goes on for longer, ``NotWritable``, ``NoSpace``.
        """
        with faults_at(self._path):
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try(self._descriptor):
            self._wait(wait, tell)
        self._sign()

    def _wait(self, wait: float, tell: Callable[[str], None]) -> None:
        holder = self._holder()
        if wait > 0:
            tell(f"Waiting for another {self._work}{holder} to end.")
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            time.sleep(_PAUSE)
            if _try(self._descriptor):
                return
        self.release()
        store = str(self._path.with_suffix(""))
        raise Busy(f"Another {self._work}{holder} is using {store}. Wait until it has ended and start again.", store)

    def release(self) -> None:
        """Lets go of the lock; does nothing where it is not held."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _sign(self) -> None:
        """Leaves the number of this process, for the sentence that another one will say."""
        try:
            with faults_at(self._path):
                os.ftruncate(self._descriptor, 0)
                os.write(self._descriptor, str(os.getpid()).encode())
        except MemoError:
            self.release()
            raise

    def _holder(self) -> str:
        try:
            number = self._path.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""
        return f" (process {number})" if number.isdigit() else ""


@lru_cache
def stay(path: str) -> int:
    """Makes ``gone`` wait for the end of this process, a worker; gives the descriptor that sees to it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def gone(path: Path) -> None:
    """Waits until every worker that stays at ``path`` has ended: those of a killed build end by themselves.

    Raises ``Busy`` if one does not, ``NotWritable``, ``NoSpace``.
    """
    lock = Lock(path)
    lock.acquire(_LAST_CHUNK, lambda _: None)
    lock.release()


def _try(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
