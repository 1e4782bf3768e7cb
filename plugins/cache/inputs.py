"""The digests of files that were read, kept beside their stamps so that they need not be read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.cache.code import digest_file
from plugins.cache.faults import faults_at
from plugins.cache.snapshot import mark
from plugins.cache.stamp import FileStatus, Sort, Stamp, is_settled


class InputRow(NamedTuple):
    """What is remembered of a file. ``settled``: its stamp can be trusted."""

    stamp: Stamp
    digest: str
    settled: bool


def trusted(row: InputRow | None, stamp: Stamp) -> bool:
    """Whether a file with that stamp still has the bytes that were digested."""
    return row is not None and row.settled and row.stamp == stamp


class Inputs:
    """The remembered files of a store. New rows are seen after the store's ``flush``."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._new: dict[str, InputRow] = {}
        self._gone: set[str] = set()

    def below(self, prefix: str) -> dict[str, InputRow]:
        """Every remembered file whose path starts with ``prefix``, by its path. Raises ``Damaged``, ``Busy``."""
        with faults_at(self._path):
            rows = self._connection.execute(
                "SELECT path, mtime_ns, size, ino, ctime_ns, digest, settled FROM input WHERE path >= ? AND path < ?",
                (prefix, f"{prefix}\U0010ffff"),
            ).fetchall()
        return {
            path: InputRow(Stamp(mtime, size, ino, ctime), found, bool(settled))
            for path, mtime, size, ino, ctime, found, settled in rows
        }

    def digests(self, root: Path, seen: Mapping[str, FileStatus], now_ns: int) -> dict[str, str]:
        """The digest of each file of a ``walk`` over ``root``; reads only those that may have changed.

        A link has the mark of what it leads to, and is followed each time: its own stamp tells nothing.
        ``now_ns`` is a moment before the walk. Files under ``root`` that are gone are forgotten.
        Raises ``Damaged``, ``Busy``, and ``OSError`` for a file that cannot be read.
        """
        prefix = f"{root.absolute().as_posix()}/"
        known = self.below(prefix)
        found: dict[str, str] = {}
        for name, one in seen.items():
            row = known.get(prefix + name)
            if row is not None and one.sort is Sort.FILE and trusted(row, one.stamp):
                found[name] = row.digest
                continue
            read = self.digest_anew(prefix + name, one, now_ns)
            if read is not None:
                found[name] = read
        self.drop(p for p in known if p[len(prefix) :] not in found)
        return found

    def digest_anew(self, path: str, seen: FileStatus, now_ns: int) -> str | None:
        """The digest of one file that is read in any case; ``None`` for a folder, or where it has gone."""
        if seen.sort is Sort.LINK:
            return mark(path)
        if seen.sort is not Sort.FILE:
            return None
        try:
            found = digest_file(path)
        except FileNotFoundError:
            return None  # an editor has renamed it since the walk
        self.record(path, seen.stamp, found, now_ns)
        return found

    def record(self, path: str, stamp: Stamp, digest: str, now_ns: int) -> None:
        """Remembers a file. ``stamp`` was taken before reading it, ``now_ns`` not after that."""
        self._gone.discard(path)
        self._new[path] = InputRow(stamp, digest, is_settled(stamp, now_ns))

    def drop(self, paths: Iterable[str]) -> None:
        """Forgets files."""
        for path in paths:
            self._new.pop(path, None)
            self._gone.add(path)

    def save(self) -> None:
        """Writes what waits, inside the store's transaction; ``saved`` is to be called after it."""
        self._connection.executemany("DELETE FROM input WHERE path = ?", ((path,) for path in self._gone))
        self._connection.executemany(
            "INSERT OR REPLACE INTO input VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((path, *row.stamp, row.digest, row.settled) for path, row in self._new.items()),
        )

    def saved(self) -> None:
        """Lets go of what has been written."""
        self._new.clear()
        self._gone.clear()
