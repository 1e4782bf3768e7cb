"""Work spread over a cluster of separate processes by Dask, through the standard interface."""

from __future__ import annotations

import math
import operator
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.cache.errors import WorkerDied
from plugins.cache.pool import Pool, Start

ROOT = Path(__file__).parents[3]
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
    cluster.close()
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The setting that names a cluster of two workers, each a process, in a process tree of its own."""
    script = tmp_path_factory.mktemp("cluster") / "cluster.py"
    script.write_text(CLUSTER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    )
    assert process.stdout is not None
    import dask

    with dask.config.set({"scheduler-address": process.stdout.readline().strip()}):
        yield "distributed:Client"
    process.communicate()


def test_the_same_results_in_the_same_order(cluster: str) -> None:
    """As with own processes, and made in others."""
    items = list(range(200, 0, -1))
    with Pool(2, executor=cluster) as pool:
        assert list(pool.map_in_order(math.factorial, items, chunk=7)) == [math.factorial(n) for n in items]
        found = set(pool.map_in_order(operator.call, [os.getpid] * 20, chunk=1))
    assert os.getpid() not in found


def test_each_run_starts_the_workers_anew(cluster: str, tmp_path: Path) -> None:
    """They outlive a build."""
    for name in ("a", "b", "a"):
        (tmp_path / name).mkdir(exist_ok=True)
        with Pool(2, start=Start(os.chdir, (str(tmp_path / name),)), executor=cluster) as pool:
            found = set(pool.map_in_order(os.path.abspath, ["x"] * 6, chunk=1))
        assert found == {str(tmp_path / name / "x")}


def test_an_error_of_the_function_comes_back(cluster: str) -> None:
    """In its place."""
    with Pool(2, executor=cluster) as pool:
        results = pool.map_in_order(math.sqrt, [4.0, -1.0], chunk=1)
        assert next(results) == 2.0
        with pytest.raises(ValueError, match=r"math domain|nonnegative"):
            next(results)


def test_a_worker_that_dies_again_and_again_is_told(cluster: str) -> None:
    """Dask tries a few times; the cluster lives on."""
    with Pool(2, executor=cluster) as pool, pytest.raises(WorkerDied, match="_exit"):
        list(pool.map_in_order(os._exit, [3]))
    with Pool(2, executor=cluster) as pool:
        assert list(pool.map_in_order(abs, [-1])) == [1]
