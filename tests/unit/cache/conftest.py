"""What tests of remembering have in common."""

from __future__ import annotations

import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest


@contextmanager
def _little_space(size: int) -> Iterator[None]:
    """Lets no file grow beyond so many bytes, as a quota or a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def little_space() -> Callable[[int], AbstractContextManager[None]]:
    """What limits the growth of files, in bytes, while it is entered."""
    return _little_space
