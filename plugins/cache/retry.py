"""Tries again where a system will not touch a file that another program has open."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between tries: virus scanners and indexers look at a new file for a moment, people for longer."""
OPEN_ELSEWHERE = frozenset({5, 32, 33})
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION of Windows: so it answers for an open file."""


def is_open_elsewhere(error: OSError) -> bool:
    """Whether Windows says that another program has the file open; other systems never do."""
    return getattr(error, "winerror", None) in OPEN_ELSEWHERE


def retry(work: Callable[Given, Answer], /, *given: Given.args, **more: Given.kwargs) -> Answer:
    """What ``work`` gives, tried for three seconds. Raises ``OSError`` as it does."""
    for pause in PAUSES:
        try:
            return work(*given, **more)
        except OSError as error:
            if not is_open_elsewhere(error):
                raise
            time.sleep(pause)
    return work(*given, **more)
