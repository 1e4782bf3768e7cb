"""Spreads a pure function over processes; results come in the order of their items."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from types import ModuleType, TracebackType
from typing import Any, Generic, NoReturn, TypeVar

from plugins.cache.errors import WorkerDied
from plugins.cache.executor import executor_from, no_count
from plugins.cache.lock import stay
from plugins.cache.progress import Progress, Unheard

Item = TypeVar("Item")
Result = TypeVar("Result")

GARBAGE = 100_000
"""Objects a worker makes before Python looks for cycles among them: it leaves few, and looking costs time."""
PATIENCE = 30.0
"""Seconds without an answer after which an engine elsewhere is asked whether any of its workers lives."""
LOOKS = 3
"""Looks in a row at which there is no worker until none is expected any more: one that ended is started again, and a
machine under load takes its time for that."""
TURNS = 20
"""Times that is asked of one that has workers, or does not tell, until the build ends all the same."""
AHEAD = 6
"""Chunks for each worker that are on their way: one in work, one being read, the others to go on with meanwhile."""


def processors() -> int:
    """The number of processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Start:
    """What a worker does once before its first item: a function that can be imported, and arguments.

    The arguments must be hashable, so that a worker that serves several runs knows them apart.
    """

    function: Callable[..., object]
    arguments: tuple[Any, ...] = ()


class Pool:
    """Some workers. A context manager; with one job everything runs here, one item after the other.

    Functions, items and results must be picklable, functions importable. Processes are never forked
    from this one (it may have threads), so they share nothing with it but what they are sent.
    """

    def __init__(
        self,
        jobs: int = 0,
        *,
        start: Start | None = None,
        preload: Sequence[str] = (),
        executor: str = "",
        lock: str = "",
    ) -> None:
        """``jobs``: number of workers, 0 for one per processor.

        ``preload`` names modules that every worker needs: they are imported once for all of them.
        ``executor`` names another engine (see ``executor_from``) that is used in place of own
        processes. ``lock`` is a file that own processes hold while they
        live. Nothing is started before the first call of ``map_in_order``.
        """
        self.jobs = jobs or processors()
        self._start = start
        self._preload = [__name__, *preload]
        self._setting = executor
        self._lock = lock
        self._workers: Callable[[], int | None] = no_count
        self._run = uuid.uuid4().hex
        self._executor: Executor | None = None
        self._warming: threading.Thread | None = None
        self._end: Callable[[], object]

    def map_in_order(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        chunk: int = 16,
        progress: Progress | None = None,
    ) -> Iterator[Result]:
        """The results of ``function`` for all items, in their order, as they come.

        Items are sent ``chunk`` at a time and taken from ``items`` only as far ahead as keeps the
        workers busy, so that memory stays flat. Raises what ``function`` raises, and ``WorkerDied``.
        """
        heard = progress or Unheard()
        job = _Job(function, self._start, self._run)
        chunks = _chunks(iter(items), chunk)
        done = map(job, chunks) if self._is_alone else self._spread(job, chunks)
        for results in done:
            yield from results
            heard.advance(len(results))

    def warm(self) -> None:
        """Starts own workers in the background, where there will be enough for them to do."""
        if self.jobs > 1 and not self.is_far and self._executor is None and self._warming is None:
            self._warming = threading.Thread(target=self._start_all, daemon=True)
            self._warming.start()

    @staticmethod
    def preheat(preload: Sequence[str]) -> None:
        """Begins to import, in a process of its own, what workers need: for a build that will surely want some."""
        if processors() > 1 and "forkserver" in multiprocessing.get_all_start_methods():
            from multiprocessing import forkserver

            multiprocessing.get_context("forkserver").set_forkserver_preload([__name__, *preload])
            with suppress(OSError), _no_main():
                forkserver.ensure_running()

    def _start_all(self) -> None:
        with suppress(OSError, BrokenExecutor), _no_main():  # told as soon as there is work for them
            for _ in range(self.jobs):
                self._ready().submit(processors)

    def _warmed(self) -> None:
        if self._warming is not None:
            self._warming.join()
            self._warming = None

    def close(self) -> None:
        """Ends the workers; what is not begun is dropped."""
        self._warmed()
        if self._executor is not None:
            self._end()
            self._executor = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is KeyboardInterrupt and isinstance(self._executor, ProcessPoolExecutor):
            for process in tuple((self._executor._processes or {}).values()):
                process.terminate()
        self.close()

    @property
    def is_far(self) -> bool:
        """Whether workers may be on other machines: they can then write nothing that this one would find."""
        return bool(self._setting)

    @property
    def _is_alone(self) -> bool:
        return self.jobs == 1 and not self._setting

    def _spread(self, job: _Job[Item, Result], chunks: Iterator[list[Item]]) -> Iterator[list[Result]]:
        waiting: deque[Future[list[Result]]] = deque()
        self._warmed()
        try:
            with _no_main():
                waiting.extend(self._ready().submit(job, c) for c in islice(chunks, self.jobs * AHEAD))
            while waiting:
                yield self._result(job, waiting.popleft())
                waiting.extend(self._ready().submit(job, c) for c in islice(chunks, 1))
        except Exception as error:
            if not _is_death(error):
                raise
            name = getattr(job.function, "__qualname__", repr(job.function))
            raise WorkerDied(
                f"A worker ended in the middle of {name}; often that is a lack of memory. Try --jobs 1.", name
            ) from error
        finally:
            for future in waiting:
                future.cancel()

    def _result(self, job: _Job[Item, Result], future: Future[list[Result]]) -> list[Result]:
        """What a worker made of a chunk. Raises ``WorkerDied`` where an engine elsewhere does not answer any more."""
        if not self.is_far:
            return future.result()  # where a worker of our own ends, the executor says so
        lacking = 0
        for _ in range(TURNS):
            if wait([future], timeout=PATIENCE).done:
                return future.result()
            lacking = lacking + 1 if self._workers() == 0 else 0
            if lacking == LOOKS:
                break
        name = getattr(job.function, "__qualname__", repr(job.function))
        raise WorkerDied(
            f"{self._setting} has no workers that answer (waiting for {name})."
            " Start workers, or take EXECUTOR out of the settings to build on this machine alone.",
            name,
        )

    def _ready(self) -> Executor:
        if self._executor is None and self._setting:
            named = executor_from(self._setting)
            self._executor, self._end, self._workers = named.executor, named.end, named.workers
        elif self._executor is None:
            method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
            context = multiprocessing.get_context(method)
            if method == "forkserver":
                context.set_forkserver_preload(self._preload)
            own = ProcessPoolExecutor(self.jobs, mp_context=context, initializer=_attend, initargs=(self._lock,))
            if hasattr(own, "_safe_to_dynamically_spawn_children"):
                # All start with the first: one that starts while another dies would be neither ended nor known to have
                # ended, and closing would wait for it for ever (the executor ends those it knows, and joins all).
                own._safe_to_dynamically_spawn_children = False
            self._executor, self._end = own, partial(own.shutdown, wait=True, cancel_futures=True)
        return self._executor


@dataclass(frozen=True, slots=True)
class _Job(Generic[Item, Result]):
    """What a worker is sent: it calls the function for each item of a chunk."""

    function: Callable[[Item], Result]
    start: Start | None
    run: str

    def __call__(self, chunk: list[Item]) -> list[Result]:
        if self.start is not None:
            _begin(self.start, self.run)
        return [self.function(item) for item in chunk]


def _is_death(error: Exception) -> bool:
    """Whether a worker ended, or its engine did; ``KilledWorker`` is what Dask calls it."""
    return isinstance(error, BrokenExecutor | CancelledError) or type(error).__name__ == "KilledWorker"


def _chunks(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while chunk := list(islice(items, size)):
        yield chunk


@lru_cache(maxsize=1)
def _begin(start: Start, _run: str) -> None:
    """Starts a worker, unless it has been started for this run already."""
    start.function(*start.arguments)


def _attend(lock: str) -> None:
    """Lets a worker end with the build that started it, even where that is killed.

    Its queue does not tell it: the worker itself holds the other end.
    """
    gc.set_threshold(GARBAGE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is told to every process of a terminal
    if lock:
        stay(lock)
    build = multiprocessing.parent_process()
    if build is not None:
        threading.Thread(target=_end_with, args=(build.join,), daemon=True).start()


def _end_with(joined: Callable[[], None]) -> NoReturn:
    joined()
    os._exit(1)


@contextmanager
def _no_main() -> Iterator[None]:
    """Keeps new processes from importing the program that was started.

    They would run its file again (all of Pelican's, 0.4 s of each worker); what they need they
    import by name.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
