"""Work spread over processes."""

from __future__ import annotations

import math
import operator
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from plugins.cache.errors import Busy, WorkerDied
from plugins.cache.lock import Lock, gone
from plugins.cache.pool import AHEAD, Pool, Start, processors

ROOT = Path(__file__).parents[3]


class Heard:
    """A progress that adds up."""

    def __init__(self) -> None:
        self.total = 0

    def advance(self, n: int) -> None:
        """Adds ``n``."""
        self.total += n


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_results_come_in_the_order_of_the_items(jobs: int, chunk: int) -> None:
    """The same for any number of workers; here the first items take longest."""
    heard = Heard()
    items = list(range(300, 0, -1))
    with Pool(jobs) as pool:
        found = list(pool.map_in_order(math.factorial, items, chunk=chunk, progress=heard))
    assert found == [math.factorial(n) for n in items]
    assert heard.total == 300


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_taken_only_as_they_are_needed(jobs: int) -> None:
    """Memory stays flat however many there are."""
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    with Pool(jobs) as pool:
        results = pool.map_in_order(operator.neg, endless(), chunk=4)
        for n in range(1, 101):
            assert next(results) == -n
            assert taken <= n + 4 * (1 + AHEAD * jobs)
        assert isinstance(results, Generator)
        results.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_function_is_raised_in_its_place(jobs: int) -> None:
    """What came before it has been given."""
    with Pool(jobs) as pool:
        results = pool.map_in_order(math.sqrt, [4.0, -1.0, 9.0], chunk=1)
        assert next(results) == 2.0
        with pytest.raises(ValueError, match=r"math domain|nonnegative"):
            next(results)


def test_a_worker_that_dies_is_told() -> None:
    """By a kill, a crash, or for want of memory."""
    with Pool(2) as pool, pytest.raises(WorkerDied, match="ended in the middle of _exit"):
        list(pool.map_in_order(os._exit, [3], chunk=1))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_is_started_once_before_its_first_item(
    tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the arguments it was given."""
    monkeypatch.chdir(Path.cwd())
    with Pool(jobs, start=Start(os.chdir, (str(tmp_path),))) as pool:
        found = set(pool.map_in_order(os.path.abspath, ["x"] * 5, chunk=2))
    assert found == {str(tmp_path / "x")}


def test_nothing_is_started_when_there_is_nothing_to_do() -> None:
    """A build with nothing to do pays for no process."""
    with Pool(2) as pool:
        assert list(pool.map_in_order(operator.neg, [])) == []
        assert pool._executor is None


def test_one_job_runs_here() -> None:
    """In this process."""
    with Pool(1) as pool:
        assert list(pool.map_in_order(operator.call, [os.getpid])) == [os.getpid()]


def test_workers_do_not_run_the_program_again() -> None:
    """The file that was started may be Pelican's, slow to import; it is hidden from them and put back."""
    main = sys.modules["__main__"]
    with Pool(2) as pool:
        asked = "hasattr(__import__('sys').modules['__main__'], '__file__')"
        assert list(pool.map_in_order(eval, [asked])) == [False]
    assert sys.modules["__main__"] is main


def test_workers_share_nothing_with_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are not forked: a module that was put here is not there."""
    monkeypatch.setitem(sys.modules, "module_of_test", ModuleType("module_of_test"))
    with Pool(2) as pool:
        found = list(
            pool.map_in_order(eval, ["'module_of_test' in __import__('sys').modules", "__import__('os').getpid()"])
        )
    assert found[0] is False
    assert found[1] != os.getpid()


ORPHANS = """
import os, sys
from plugins.cache.pool import AHEAD, Pool
with Pool(2, lock=sys.argv[1]) as pool:
    list(pool.map_in_order(abs, [1, 2], chunk=1))
    print("working", flush=True)
    sys.stdin.read()
"""


def test_workers_end_with_a_build_that_is_killed(tmp_path: Path) -> None:
    """Nobody waits for their work any more; the next build waits until they are gone."""
    lock = tmp_path / "workers.lock"
    process = subprocess.Popen(
        [sys.executable, "-c", ORPHANS, str(lock)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"working\n"
    with pytest.raises(Busy):
        Lock(lock).acquire(0, lambda _: None)
    process.kill()
    process.communicate()
    gone(lock)


def test_another_executor_can_be_named() -> None:
    """Same results, none of our processes."""
    with Pool(2, executor="concurrent.futures:ThreadPoolExecutor") as pool:
        assert list(pool.map_in_order(operator.call, [os.getpid] * 3, chunk=1)) == [os.getpid()] * 3


def test_workers_of_another_engine_are_started_anew_for_each_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They live longer than a build, and may have served another in between."""
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "a"):
        (tmp_path / name).mkdir(exist_ok=True)
        start = Start(os.chdir, (str(tmp_path / name),))
        with Pool(1, start=start, executor="concurrent.futures:ThreadPoolExecutor") as pool:
            assert list(pool.map_in_order(os.path.abspath, ["x"])) == [str(tmp_path / name / "x")]


def test_the_number_of_processors_is_what_this_process_may_use() -> None:
    """A container may have fewer than the machine."""
    assert processors() == len(os.sched_getaffinity(0))


def test_all_workers_start_with_the_first_chunk() -> None:
    """One that started while another died would be waited for, for ever."""
    with Pool(3) as pool:
        assert next(pool.map_in_order(abs, range(-100, 0), chunk=1)) == 100
        assert isinstance(pool._executor, ProcessPoolExecutor)
        assert len(pool._executor._processes) == 3
