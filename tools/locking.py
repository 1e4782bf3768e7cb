"""Locks between commands that run at the same time, on every system.

Standard library only, and readable by old Pythons. A lock is a file; it ends with the process that holds it.
"""

import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator  # noqa: UP035 (an old Python must get as far as the check of its version)

WINDOWS = os.name == "nt"
PLACES = 1 << 20
"""Bytes of a lock file on Windows: one for each process that shares it (a region may lie behind a file's end)."""
PAUSE = 0.2
"""Seconds between two tries on Windows, where waiting for a lock gives up after ten."""


class InUseError(Exception):
    """Somebody else holds the lock."""


@contextmanager
def alone(file: Path, waiting: "Callable[[], object]") -> Iterator[None]:
    """Waits until nobody else holds the lock; ``waiting`` is called once if that is not at once."""
    with file.open("a") as handle:
        if not _taken(handle.fileno(), shared=False):
            waiting()
            while not _taken(handle.fileno(), shared=False):
                time.sleep(PAUSE)
        yield


def share(file: Path) -> int:
    """Holds a lock together with others, until this process ends."""
    descriptor = os.open(str(file), os.O_RDWR | os.O_CREAT, 0o666)
    os.set_inheritable(descriptor, False)
    _taken(descriptor, shared=True)
    return descriptor


@contextmanager
def unshared(file: Path) -> Iterator[None]:
    """Holds a lock that nobody shares meanwhile. Raises ``InUseError`` where somebody does."""
    with file.open("a") as handle:
        if not _taken(handle.fileno(), shared=False):
            raise InUseError
        yield


def _taken(descriptor: int, shared: bool) -> bool:
    """Tries to lock, without waiting."""
    try:
        if WINDOWS:
            import msvcrt

            os.lseek(descriptor, os.getpid() % PLACES if shared else 0, os.SEEK_SET)
            size = 1 if shared else PLACES
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, size)  # type: ignore[attr-defined]  # (elsewhere)
        else:
            import fcntl

            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
