"""Builds spread over a cluster of separate processes that may read the newsroom and write nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report

CLUSTER = """
import os, sys
from distributed import LocalCluster, Client

def forbid(guarded):
    import os, sys
    def hook(event, args):
        if event == "sqlite3.connect":
            raise PermissionError("a far worker may not open the store")
        if event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir") and str(args[0]).startswith(guarded):
            raise PermissionError(f"a far worker may not change {args[0]}")
        if event == "open" and str(args[0]).startswith(os.path.join(guarded, "output")):
            raise PermissionError(f"a far worker does not have {args[0]}")
        if event == "open" and str(args[0]).startswith(guarded):
            if args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                raise PermissionError(f"a far worker may not write {args[0]}")
    sys.addaudithook(hook)

if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    with Client(cluster.scheduler_address) as client:
        client.run(forbid, sys.argv[1])
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
    cluster.close()
"""
REPORTS = 70
"""Enough for the work to be spread."""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """The setting that names two workers, in a process tree of their own, which may not write into the newsroom, nor read its output."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), str(tmp_path / "site")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True)
    assert process.stdout is not None
    import dask

    with dask.config.set({"scheduler-address": process.stdout.readline().strip()}):
        yield "distributed:Client"
    process.communicate()


def _newsroom(folder: Path) -> Newsroom:
    folder.mkdir()
    newsroom = Newsroom(folder).write(
        GROUND.replace("erika@newsroom.example}", "erika@newsroom.example, photo: brand/erika.jpg}")
    )
    newsroom.put("content/brand/erika.jpg", jpeg(400, 500, "navy"))
    for number in range(REPORTS):
        newsroom.write(report(f"bericht-{number}", body=f"Text {number}, siehe [dort](report:bericht-0)."))
    newsroom.put("content/reports/2024/bericht-1/photos/a.jpg", jpeg(640, 480, "navy"))
    facts = folder / "content/reports/2024/bericht-1/report.yaml"
    facts.write_text(facts.read_text("utf-8") + "photos: [{file: a.jpg, credit: Foto}]\n", "utf-8")
    text = folder / "content/reports/2024/bericht-1/de.md"
    text.write_text(text.read_text("utf-8").replace("teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:", 1), "utf-8")
    return newsroom


def test_a_cluster_makes_the_same_bytes(cluster: str, tmp_path: Path) -> None:
    """Pages, data and pictures; the workers write nothing, and open no store."""
    newsroom = _newsroom(tmp_path / "site")
    far = newsroom.build(executor=cluster, jobs=2)
    there = newsroom.output()
    near = newsroom.build(fresh=True)
    assert (far.rendered, newsroom.output()) == (near.rendered, there)


def test_what_a_cluster_made_is_not_made_again(cluster: str, tmp_path: Path) -> None:
    """Not even by this machine alone."""
    newsroom = _newsroom(tmp_path / "site")
    newsroom.build(executor=cluster, jobs=2)
    assert newsroom.build().rendered == 0
