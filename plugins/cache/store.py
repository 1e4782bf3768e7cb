"""The file in which a newsroom remembers its work between two builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from plugins.cache import schema
from plugins.cache.errors import Damaged
from plugins.cache.faults import faults_at
from plugins.cache.inputs import Inputs
from plugins.cache.lock import Lock, gone
from plugins.cache.outputs import Outputs
from plugins.cache.values import Reader, Values

FLUSH_AT = 8 << 20
"""Bytes of results that may wait in memory before they are written by themselves."""

Result = TypeVar("Result")


def silent(_sentence: str) -> None:
    """Says nothing."""


class Store:
    """Remembered results, inputs and outputs. One build at a time; a context manager.

    ``values``, ``inputs`` and ``outputs(root)`` collect what is new; ``flush`` writes it in one
    transaction. A process that is killed leaves the state after its last flush.
    """

    def __init__(self, path: Path, *, wait: float = 0.0, tell: Callable[[str], None] = silent) -> None:
        """Opens the store, or makes it. Waits up to ``wait`` seconds for another build to end.

        A file that is damaged, of another version, or no store at all is forgotten: ``forgotten``
        then says why. Raises ``Busy``, ``NotWritable``, ``NoSpace``.
        """
        self.path = path
        with faults_at(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = Lock(path.with_name(path.name + ".lock"))
        self._lock.acquire(wait, tell)
        try:
            gone(self.workers)
            self._connection, self.forgotten = schema.connect(path)
            self.generation = self._next_generation()
        except BaseException:
            self._lock.release()
            raise
        self.values = Values(self._connection, path, self.generation)
        self.inputs = Inputs(self._connection, path)
        self._outputs: dict[str, Outputs] = {}

    @property
    def workers(self) -> Path:
        """The lock that workers hold while they live."""
        return self.path.with_name(self.path.name + ".workers.lock")

    def outputs(self, root: Path) -> Outputs:
        """What is remembered of the files in an output folder."""
        name = str(root.resolve())
        if name not in self._outputs:
            self._outputs[name] = Outputs(self._connection, self.path, name)
        return self._outputs[name]

    def flush(self) -> None:
        """Writes everything that waits, all of it or nothing. Raises ``NoSpace``, ``Damaged`` …"""
        tables: tuple[Values | Inputs | Outputs, ...] = (self.values, self.inputs, *self._outputs.values())
        with faults_at(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                for table in tables:
                    table.save()
                self._connection.execute("INSERT OR REPLACE INTO fact VALUES ('generation', ?)", (self.generation,))
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        for table in tables:
            table.saved()

    def flush_if_full(self) -> None:
        """Flushes once more than ``FLUSH_AT`` bytes of results wait, so that memory stays flat."""
        if self.values.waiting > FLUSH_AT:
            self.flush()

    def close(self) -> None:
        """Ends the use of the store without writing what waits."""
        self._connection.close()
        self._lock.release()

    def forget(self) -> None:
        """Ends the use of the store and removes its file: the next one starts anew."""
        self._connection.close()
        try:
            schema.forget(self.path)
        finally:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Damaged):
            self.forget()
        else:
            self.close()

    def _next_generation(self) -> int:
        with faults_at(self.path):
            row = self._connection.execute("SELECT value FROM fact WHERE name = 'generation'").fetchone()
        return int(row[0]) + 1 if row else 1


def reader(path: Path) -> Reader:
    """Reads the results of a store that another process writes. Raises ``Damaged``, ``NotWritable``."""
    return Reader(schema.connect_to_read(path), path)


def with_store(
    path: Path,
    work: Callable[[Store], Result],
    *,
    wait: float = 0.0,
    tell: Callable[[str], None] = silent,
) -> Result:
    """Does ``work`` with the store at ``path``; if that turns out damaged, once more with a new one.

    ``tell`` hears why a store was forgotten. Raises what ``Store`` and ``work`` raise.
    """
    for last in (False, True):
        try:
            with Store(path, wait=wait, tell=tell) as store:
                if store.forgotten:
                    tell(store.forgotten)
                return work(store)
        except Damaged as found:
            if last:
                raise
            tell(found.sentence)
    raise AssertionError("unreachable")
