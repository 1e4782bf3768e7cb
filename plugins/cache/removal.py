"""Removes files that were replaced while work goes on: a file system may wait for the disk to free their blocks."""

from __future__ import annotations

import threading
from functools import cache
from queue import Full, Queue

from plugins.cache.errors import MemoError
from plugins.cache.replacement import remove

BACKLOG = 1024
"""Files that may wait; with more, they are removed on the spot, so that space and time stay bounded."""


class Remover:
    """A thread that removes files one after the other. What is left at the end, the output folder's owner removes."""

    def __init__(self) -> None:
        self._waiting: Queue[str] = Queue(BACKLOG)
        threading.Thread(target=self._sweep, daemon=True).start()

    def take(self, file: str) -> None:
        """Removes a file, soon."""
        try:
            self._waiting.put_nowait(file)
        except Full:
            remove(file)

    def _sweep(self) -> None:
        while True:
            try:
                remove(self._waiting.get())
            except MemoError:  # it stays where the next build tidies up
                continue


@cache
def remover() -> Remover:
    """The remover of this process."""
    return Remover()
