"""What is remembered of the files that were written to an output folder."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from plugins.cache.faults import faults_at
from plugins.cache.reasons import OutputRow
from plugins.cache.stamp import Stamp

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_ROWS = "SELECT mtime_ns, size, ino, ctime_ns, path, fingerprint, digest FROM output"
Raw = tuple[int, int, int, int, str, str, str]
"""A row as SQLite gives it: the four parts of the stamp, path, fingerprint, digest. All are read in every build."""


def row_of(raw: Raw) -> OutputRow:
    """A row with names, without the parts of its fingerprint."""
    return OutputRow(raw[4], raw[5], Stamp(*raw[:4]), raw[6])


class Outputs:
    """The rows of one output folder. New ones are seen after the store's ``flush``."""

    def __init__(self, connection: sqlite3.Connection, path: Path, root: str) -> None:
        self._connection = connection
        self._path = path
        self._new: dict[str, OutputRow] = {}
        self._gone: set[str] = set()
        with faults_at(path):
            connection.execute("INSERT OR IGNORE INTO root (path) VALUES (?)", (root,))
            self._root: int = connection.execute("SELECT id FROM root WHERE path = ?", (root,)).fetchone()[0]

    def all(self) -> dict[str, Raw]:
        """Every row by its path, as it was read. Raises ``Damaged``, ``Busy``."""
        with faults_at(self._path):
            rows = self._connection.execute(
                f"{_ROWS} WHERE root = ?",
                (self._root,),
            ).fetchall()
        return {row[4]: row for row in rows if type(row[4]) is str}

    def one(self, path: str) -> OutputRow | None:
        """One row, without the parts of its fingerprint. Raises ``Damaged``, ``Busy``."""
        with faults_at(self._path):
            raw = self._connection.execute(
                f"{_ROWS} WHERE root = ? AND path = ?",
                (self._root, path),
            ).fetchone()
        return row_of(raw) if raw else None

    def parts(self, path: str) -> tuple[tuple[str, str], ...]:
        """The parts of the fingerprint of one output, for ``why``; empty where they are not known."""
        with faults_at(self._path):
            row = self._connection.execute(
                "SELECT parts FROM part WHERE root = ? AND path = ?", (self._root, path)
            ).fetchone()
        try:
            return tuple((str(name), str(shown)) for name, shown in json.loads(row[0])) if row else ()
        except (TypeError, ValueError):  # damaged, where nothing but words for a person depends on it
            return ()

    def replace_part(self, name: str, before: str, after: str) -> None:
        """Says, for ``why``, that a part of fingerprints has become another wherever it was the same; at once."""
        old, new = (_ENCODE([name, shown]) for shown in (before, after))
        with faults_at(self._path), self._connection:
            self._connection.execute(
                "UPDATE part SET parts = replace(parts, ?, ?) WHERE root = ? AND instr(parts, ?)",
                (old, new, self._root, old),
            )

    def record(self, row: OutputRow) -> None:
        """Remembers an output that now stands in its place."""
        self._gone.discard(row.path)
        self._new[row.path] = row

    def drop(self, paths: Iterable[str]) -> None:
        """Forgets outputs that are no longer there."""
        for path in paths:
            self._new.pop(path, None)
            self._gone.add(path)

    def save(self) -> None:
        """Writes what waits, inside the store's transaction; ``saved`` is to be called after it."""
        many = self._connection.executemany
        gone = [(self._root, path) for path in self._gone]
        many("DELETE FROM output WHERE root = ? AND path = ?", gone)
        many("DELETE FROM part WHERE root = ? AND path = ?", gone)
        many(
            "INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((self._root, r.path, r.fingerprint, *r.stamp, r.digest) for r in self._new.values()),
        )
        many(
            "INSERT OR REPLACE INTO part VALUES (?, ?, ?)",
            ((self._root, r.path, _ENCODE(r.parts)) for r in self._new.values() if r.parts),
        )

    def saved(self) -> None:
        """Lets go of what has been written."""
        self._new.clear()
        self._gone.clear()
