"""The results of expensive functions, kept under a digest of all their arguments."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

from plugins.cache.digest import digest_bytes
from plugins.cache.errors import Damaged
from plugins.cache.faults import faults_at

_AT_ONCE = 256
"""Keys asked for in one statement: bounds memory, and SQLite's number of variables."""

_LATE = 4
"""Generations after which a use is written down again: the order of last use need not be exact."""


def namespace(what: str, folder: Path) -> str:
    """The namespace of results that belong to one folder alone."""
    return f"{what} {digest_bytes(str(folder).encode('utf-8', 'surrogatepass'))}"


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

        Raises ``Damaged``, also for a result whose checksum is wrong; ``Busy``.
        """
        for rows in self._ask("key, used, sum, data FROM entry JOIN blob USING (id)", namespace, keys):
            if any(type(data) is not bytes or crc32(data) != checksum for _, _, checksum, data in rows):
                raise Damaged(f"{self._path} is damaged: a result is not as it was written.", str(self._path))
            self._used(namespace, [(key, used) for key, used, _, _ in rows])
            yield from ((key, data) for key, _, _, data in rows)

    def known(self, namespace: str, keys: Iterable[str]) -> set[str]:
        """Those of the keys that are remembered; counts as use. Raises ``Damaged``, ``Busy``."""
        found: set[str] = set()
        for rows in self._ask("key, used FROM entry", namespace, keys):
            self._used(namespace, rows)
            found.update(key for key, _ in rows)
        return found

    def _ask(self, what: str, namespace: str, keys: Iterable[str]) -> Iterator[list[Any]]:
        """The rows for some hundred keys at a time."""
        remaining = iter(keys)
        while batch := list(islice(remaining, _AT_ONCE)):
            marks = ",".join("?" * len(batch))
            statement = f"SELECT {what} WHERE namespace = ? AND key IN ({marks})"
            with faults_at(self._path):
                rows = self._connection.execute(statement, (namespace, *batch)).fetchall()
            yield rows

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

    def keep_only(self, namespace: str, key: str) -> None:
        """Forgets, at once, everything in a namespace but one result. Raises ``Damaged``, ``NoSpace``."""
        run = self._connection.execute
        with faults_at(self._path), self._connection:
            run("BEGIN IMMEDIATE")
            others = "DELETE FROM blob WHERE id IN (SELECT id FROM entry WHERE namespace = ? AND key != ?)"
            run(others, (namespace, key))
            run("DELETE FROM entry WHERE namespace = ? AND key != ?", (namespace, key))

    def keep_namespace(self, namespace: str) -> None:
        """Forgets, at once, everything in all namespaces but one. Raises ``Damaged``, ``NoSpace``."""
        run = self._connection.execute
        with faults_at(self._path), self._connection:
            run("BEGIN IMMEDIATE")
            run("DELETE FROM blob WHERE id IN (SELECT id FROM entry WHERE namespace != ?)", (namespace,))
            run("DELETE FROM entry WHERE namespace != ?", (namespace,))

    def size(self) -> int:
        """Bytes of all remembered results. Raises ``Damaged``."""
        with faults_at(self._path):
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
        with faults_at(self._path):
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
