"""Executors named by a setting."""

from __future__ import annotations

import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from types import ModuleType

import pytest

from plugins.cache.errors import BadExecutor
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
    made, end = executor_from(setting)
    assert made.submit(abs, -1).result() == 1
    end()
    made.shutdown()


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
        ("concurrent.futures:NoSuchName", "mend the name"),
        ("fractions:Fraction", "gives a Fraction"),
        ("math:sqrt", "could not be made"),
    ],
)
def test_a_setting_that_names_none_is_told(setting: str, word: str) -> None:
    """With how to mend it."""
    with pytest.raises(BadExecutor, match=word):
        executor_from(setting)
