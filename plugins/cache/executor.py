"""Makes the executor that a setting names, for work on other machines or on another engine."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from plugins.cache.errors import BadExecutor


def no_count() -> int | None:
    """Nothing is known of the workers."""
    return None


@dataclass(frozen=True, slots=True)
class NamedExecutor:
    """An executor that a setting names."""

    executor: Executor
    end: Callable[[], object]
    """Ends its use."""
    workers: Callable[[], int | None] = no_count
    """The number of its workers that live; ``None`` where it does not tell."""


def executor_from(setting: str) -> NamedExecutor:
    """The executor named by ``module:name``, e.g. ``dask.distributed:Client``.

    The name is called without arguments. It gives a ``concurrent.futures.Executor``, or, as
    Dask's and ipyparallel's clients do, an object with ``get_executor`` or ``executor``. Where it
    is to find its machines is set its own way (Dask: ``DASK_SCHEDULER_ADDRESS``). Raises ``BadExecutor``.
    """
    module, colon, name = setting.partition(":")
    if not (module and colon and name):
        raise BadExecutor(
            f"{setting!r} does not name an executor. Write module:name, such as dask.distributed:Client.",
            setting,
        )
    try:
        made = import_module(module)
        for part in name.split("."):
            made = getattr(made, part)
        made = made()  # type: ignore[operator]
    except (ImportError, AttributeError, TypeError, OSError) as error:
        raise BadExecutor(
            f"The executor {setting} could not be made ({error}). Install its package, or fix the name.",
            setting,
        ) from error
    executor = made
    for way in ("get_executor", "executor"):
        if not isinstance(executor, Executor) and callable(getattr(made, way, None)):
            executor = getattr(made, way)()
    if not isinstance(executor, Executor):
        raise BadExecutor(f"{setting} gives a {type(made).__name__}, which is no executor.", setting)
    return NamedExecutor(executor, getattr(made, "close", executor.shutdown), _count_of(made))


def _count_of(made: Any) -> Callable[[], int | None]:
    """How many workers a client has: Dask's tells their threads, ipyparallel's their ids."""
    if callable(getattr(made, "nthreads", None)):
        return lambda: len(made.nthreads())
    if hasattr(made, "ids"):
        return lambda: len(made.ids)
    return no_count
