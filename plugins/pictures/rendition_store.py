"""Keeps the bytes of renditions as files beside the store, so that each is encoded once."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path

from plugins.cache.faults import faults_at
from plugins.cache.replacement import WORKSHOP, place, remove

_SUM = 20
"""Bytes of the checksum at the head of each file."""
SPARE = 2 << 30
"""Bytes of renditions that are kept although no picture needs them now: an undone change costs nothing."""


class RenditionStore:
    """A folder of renditions, each under its key. Safe for several processes at once.

    Files are replaced whole; one that is cut off or altered is noticed by its checksum.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, or ``None`` where there are none, or not the ones that were put."""
        try:
            content = self._file(key).read_bytes()
        except OSError:
            return None
        data = content[_SUM:]
        return data if content[:_SUM] == _sum(data) else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes. Raises ``NotWritable``, ``NoSpace``."""
        with faults_at(self.folder):
            for folder in (self.folder / key[:2], self.folder / WORKSHOP):
                folder.mkdir(parents=True, exist_ok=True)
        place(str(self.folder), f"{key[:2]}/{key}", _sum(data) + data, None)

    def prune(self, needed: Collection[str], spare: int = SPARE) -> int:
        """Removes what is neither needed nor among the newest ``spare`` bytes; how many files.

        While nobody puts anything: what killed workers left behind goes too. Raises ``NotWritable``.
        """
        with faults_at(self.folder):
            for leftover in self.folder.glob(f"{WORKSHOP}/*"):
                remove(str(leftover))
            files = [file for file in self.folder.glob("[!.]?/*") if file.is_file()]
            idle = [(file.stat(), file) for file in files if file.name not in needed]
        idle.sort(key=lambda pair: (-pair[0].st_mtime_ns, pair[1].name))
        removed = 0
        for status, file in idle:
            spare -= status.st_size
            if spare < 0:
                remove(str(file))
                removed += 1
        return removed

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()
