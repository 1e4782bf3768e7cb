"""A few outputs of a folder in which everything else is known to stand as it did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.cache.digest import digest_bytes
from plugins.cache.fingerprint import Fingerprint
from plugins.cache.reasons import OutputRow, Reason, decide
from plugins.cache.replacement import place
from plugins.cache.room import Ground
from plugins.cache.stamp import Sort, Stamp
from plugins.cache.store import Store


class Few:
    """Makes some outputs again, one by one; the others are neither looked at nor removed."""

    def __init__(self, root: Path, store: Store, ground: Ground) -> None:
        self._rows = store.outputs(root)
        self._ground = ground
        self.stamps: dict[str, Stamp] = {}
        """Of the outputs that were made again."""

    def reason(self, path: str, fingerprint: Fingerprint) -> Reason | None:
        """Why an output must be made again, or ``None`` if it stands as it should.

        Raises ``LookupError`` for one of which nothing is known, or which is no file any more.
        """
        row, seen = self._rows.one(path), self._ground.look(path)
        if row is None or seen is None or seen.sort is not Sort.FILE:
            raise LookupError(f"{path} is not as it was left")
        return decide(row, fingerprint, seen)

    def write(self, path: str, data: bytes, fingerprint: Fingerprint) -> None:
        """Puts ``data`` in the place of the file at ``path``, and remembers it. Raises ``NotWritable``, ``NoSpace``."""
        stamp, _ = place(self._ground.root, path, data, self._ground.look(path))
        self._rows.record(OutputRow(path, fingerprint.digest, stamp, digest_bytes(data), fingerprint.parts))
        self.stamps[path] = stamp


@contextmanager
def few(root: Path, store: Store) -> Iterator[Few]:
    """Some outputs of an output folder, for the time of a build that makes no others."""
    ground = Ground(str(root), frozenset())
    try:
        yield Few(root, store, ground)
    finally:
        ground.leave()
