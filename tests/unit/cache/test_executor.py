"""Executors named by a setting."""

from __future__ import annotations

import sys
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from types import ModuleType

import pytest

from plugins.cache.errors import BadExecutor, WorkerDied
from plugins.cache.executor import executor_from
from plugins.cache.pool import Pool


class Client:
    """A client as Dask has it; its executor takes no ``cancel_futures``."""

    closed = 0

    def get_executor(self) -> Executor:
        """Its executor."""
        return ThreadPoolExecutor(1)

    def close(self) -> None:
        """Ends the client."""
        Client.closed += 1


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module with a client and something that is none."""
    module = ModuleType("engine_of_test")
    module.Client = Client  # type: ignore[attr-defined]
    module.inner = module  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "engine_of_test", module)


@pytest.mark.parametrize(
    "setting",
    ["concurrent.futures:ThreadPoolExecutor", "engine_of_test:Client", "engine_of_test:inner.Client"],
)
def test_an_executor_or_a_client_can_be_named(engine: None, setting: str) -> None:
    """Either gives an executor."""
    named = executor_from(setting)
    assert named.executor.submit(abs, -1).result() == 1
    named.end()
    named.executor.shutdown()


class Idle(Executor):
    """An engine that takes work and has nobody to do it."""

    workers = 0

    def submit(self, *_: object, **__: object) -> Future[object]:  # type: ignore[override]
        """Work that nobody begins."""
        return Future()

    @property
    def ids(self) -> list[int]:
        """Its workers, as ipyparallel's client has them."""
        return list(range(Idle.workers))


@pytest.mark.parametrize("workers", [0, 1])
def test_an_engine_without_living_workers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    """Whether it knows that they are gone or not: the build ends, and says what to do."""
    module = ModuleType("engine_without_workers")
    module.Idle = Idle  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "engine_without_workers", module)
    monkeypatch.setattr(Idle, "workers", workers)
    monkeypatch.setattr("plugins.cache.pool.PATIENCE", 0)
    with (
        Pool(2, executor="engine_without_workers:Idle") as pool,
        pytest.raises(WorkerDied, match="engine_without_workers:Idle has no workers that answer"),
    ):
        list(pool.map_in_order(abs, [-1, -2, -3], chunk=1))


def test_a_client_is_ended_with_its_executor(engine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was made for this build; with it goes the cluster it may have made."""
    monkeypatch.setattr(Client, "closed", 0)
    with Pool(1, executor="engine_of_test:Client") as pool:
        assert list(pool.map_in_order(abs, [-1])) == [1]
        assert Client.closed == 0
    assert Client.closed == 1


@pytest.mark.parametrize(
    ("setting", "word"),
    [
        ("dask.distributed.Client", "module:name"),
        ("", "module:name"),
        (":x", "module:name"),
        ("no_such_module:Client", "Install its package"),
        ("concurrent.futures:NoSuchName", "fix the name"),
        ("fractions:Fraction", "gives a Fraction"),
        ("math:sqrt", "could not be made"),
    ],
)
def test_a_setting_that_names_none_is_told(setting: str, word: str) -> None:
    """With how to fix it."""
    with pytest.raises(BadExecutor, match=word):
        executor_from(setting)
