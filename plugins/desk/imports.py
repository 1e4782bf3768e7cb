"""Sources that are being imported: kept until they are written, with the answers given so far."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.importing.decide import decide
from plugins.importing.proposal import Proposal

MOST = 12
"""Sources that are kept; the oldest goes first. Nothing is lost with one: its document is with whoever has it."""


@dataclass(frozen=True, slots=True)
class Begun:
    """One source, and what is proposed of it."""

    key: str
    data: bytes
    proposal: Proposal


class Imports:
    """The sources of one desk."""

    def __init__(self) -> None:
        self._known: dict[str, Begun] = {}
        self._lock = threading.Lock()

    def begin(self, data: bytes, proposal: Proposal) -> Begun:
        """A new one."""
        begun = Begun(secrets.token_urlsafe(9), data, proposal)
        with self._lock:
            self._known[begun.key] = begun
            while len(self._known) > MOST:
                del self._known[next(iter(self._known))]
        return begun

    def get(self, key: str) -> Begun | None:
        """One by its key."""
        return self._known.get(key)

    def answer(self, begun: Begun, answers: Mapping[str, str], files: Mapping[str, bytes]) -> Begun:
        """The same with further answers, and with pictures that the source only named."""
        fresh = Begun(begun.key, begun.data, decide(begun.proposal, answers, begun.data, files))
        with self._lock:
            self._known[begun.key] = fresh
        return fresh

    def end(self, begun: Begun) -> None:
        """It was written."""
        with self._lock:
            self._known.pop(begun.key, None)
