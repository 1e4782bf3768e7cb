"""The lock of a build."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.cache.errors import Busy
from plugins.cache.lock import Lock

ROOT = Path(__file__).parents[3]
SCRIPT = """
import sys, time
from pathlib import Path
from plugins.cache.lock import Lock
Lock(Path(sys.argv[1])).acquire(0, print)
print("held", flush=True)
sys.stdin.read()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until its standard input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_lock_ends_with_its_process(tmp_path: Path) -> None:
    """Also when that is killed."""
    process = holder(tmp_path / "store.lock")
    with pytest.raises(Busy, match=rf"process {process.pid}\) is using .*store\."):
        Lock(tmp_path / "store.lock").acquire(0, print)
    process.kill()
    process.communicate()
    Lock(tmp_path / "store.lock").acquire(0, print)


def test_it_waits_for_the_other_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says so once; here the other ends during the first pause."""
    process = holder(tmp_path / "store.lock")
    monkeypatch.setattr(time, "sleep", lambda _: process.communicate())
    told: list[str] = []
    Lock(tmp_path / "store.lock").acquire(60, told.append)
    assert told == [f"Waiting for another build (process {process.pid}) to end."]


def test_it_gives_up_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time that was asked for."""
    moments = iter([0.0, 1.0, 2.0, 61.0])
    process = holder(tmp_path / "store.lock")
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    with pytest.raises(Busy):
        Lock(tmp_path / "store.lock").acquire(60, lambda _: None)
    process.communicate()


def test_it_can_be_taken_again_after_it_was_let_go(tmp_path: Path) -> None:
    """By the same process; letting go twice is no error."""
    lock = Lock(tmp_path / "store.lock")
    lock.acquire(0, print)
    lock.release()
    lock.release()
    lock.acquire(0, print)
    lock.release()
