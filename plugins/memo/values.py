"""The results of expensive functions, kept under a digest of all their arguments."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from zlib import crc32

from plugins.memo.faults import told

_AT_ONCE = 256
"""Keys asked for in one statement: bounds memory, and SQLite's number of variables."""

_LATE = 4
"""Generations after which a use is written down again: the order of last use need not be exact."""


class Reader:
    """Reads remembered results. Workers make one each, on a connection that cannot write."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def get(self, namespace: str, key: str) -> bytes | None:
        """One remembered result, or ``None``. Raises ``Damaged``, ``Busy``."""
        return dict(self.get_many(namespace, (key,))).get(key)

    def get_many(self, namespace: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """(key, result) of those that are remembered, in any order, some hundreds in memory at a time.

        A result whose checksum is wrong counts as not remembered. Raises ``Damaged``, ``Busy``.
        """
        remaining = iter(keys)
        while batch := list(islice(remaining, _AT_ONCE)):
            yield from self._batch(namespace, batch)

    def _batch(self, namespace: str, keys: list[str]) -> list[tuple[str, bytes]]:
        marks = ",".join("?" * len(keys))
        with told(self._path):
            rows = self._connection.execute(
                "SELECT key, sum, used, data FROM entry JOIN blob USING (id)"  # noqa: S608
                f" WHERE namespace = ? AND key IN ({marks})",
                (namespace, *keys),
            ).fetchall()
        whole = [row for row in rows if type(row[3]) is bytes and crc32(row[3]) == row[1]]
        self._used(namespace, [(key, used) for key, _, used, _ in whole])
        return [(key, data) for key, _, _, data in whole]

    def _used(self, namespace: str, keys: list[tuple[str, int]]) -> None:
        """Hears which results were used, and when before; a reader cannot write it down."""


class Values(Reader):
    """The remembered results of a store. New ones are seen after the store's ``flush``."""

    def __init__(self, connection: sqlite3.Connection, path: Path, generation: int) -> None:
        super().__init__(connection, path)
        self._generation = generation
        self._new: dict[tuple[str, str], bytes] = {}
        self._late: list[tuple[int, str, str, int]] = []
        self.waiting = 0
        """Bytes that wait for the next flush."""

    def put(self, namespace: str, key: str, data: bytes) -> None:
        """Remembers a result from the next flush on."""
        self.waiting += len(data) - len(self._new.get((namespace, key), b""))
        self._new[namespace, key] = data

    def put_many(self, namespace: str, pairs: Iterable[tuple[str, bytes]]) -> None:
        """Remembers (key, result) pairs from the next flush on."""
        for key, data in pairs:
            self.put(namespace, key, data)

    def touch(self, namespace: str, keys: Iterable[str]) -> None:
        """Says that results were used, for instance by workers, whose readers cannot note it."""
        now = self._generation
        self._late += [(now, namespace, key, now - _LATE) for key in keys]

    def size(self) -> int:
        """Bytes of all remembered results. Raises ``Damaged``."""
        with told(self._path):
            return int(self._connection.execute("SELECT coalesce(sum(size), 0) FROM entry").fetchone()[0])

    def _used(self, namespace: str, keys: list[tuple[str, int]]) -> None:
        self.touch(namespace, [key for key, used in keys if self._generation - used >= _LATE])

    def save(self) -> None:
        """Writes what waits, inside the store's transaction; ``saved`` is to be called after it."""
        run, many = self._connection.execute, self._connection.executemany
        keys = list(self._new)
        many("DELETE FROM blob WHERE id = (SELECT id FROM entry WHERE namespace = ? AND key = ?)", keys)
        first = run("SELECT coalesce(max(id), 0) + 1 FROM blob").fetchone()[0]
        many("INSERT INTO blob (id, data) VALUES (?, ?)", enumerate(self._new.values(), first))
        many(
            "INSERT OR REPLACE INTO entry (namespace, key, id, size, sum, used) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (namespace, key, at, len(data), crc32(data), self._generation)
                for at, ((namespace, key), data) in enumerate(self._new.items(), first)
            ),
        )
        many("UPDATE entry SET used = ? WHERE namespace = ? AND key = ? AND used <= ?", self._late)

    def saved(self) -> None:
        """Lets go of what has been written."""
        self._new.clear()
        self._late.clear()
        self.waiting = 0

    def collect(self, most: int) -> int:
        """Forgets the results that were longest not used until at most ``most`` bytes are left.

        What this build has put or used stays in any case. Gives the number forgotten; to be called
        after a flush. Raises ``Damaged``, ``NoSpace``.
        """
        surplus = self.size() - most
        doomed: list[tuple[str, str, int]] = []
        run, many = self._connection.execute, self._connection.executemany
        with told(self._path):
            oldest = run(
                "SELECT namespace, key, id, size FROM entry WHERE used <= ? ORDER BY used, namespace, key",
                (self._generation - _LATE,),
            )
            for namespace, key, at, size in oldest:
                if surplus <= 0:
                    break
                doomed.append((namespace, key, at))
                surplus -= size
            oldest.close()
            with self._connection:
                run("BEGIN IMMEDIATE")
                many("DELETE FROM entry WHERE namespace = ? AND key = ?", [row[:2] for row in doomed])
                many("DELETE FROM blob WHERE id = ?", [row[2:] for row in doomed])
        return len(doomed)
