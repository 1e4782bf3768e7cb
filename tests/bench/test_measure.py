"""Running a command and watching it."""

import os
import sys
from pathlib import Path

import pytest

from benchmarks.measure import PROC, BuildError, held, measure

LINUX = PROC.joinpath("self", "stat").exists()


def test_memory_of_child_processes_counts(tmp_path: Path) -> None:
    """What a child holds is part of the peak (where the system tells it)."""
    child = "import sys; block = b'x' * (200 << 20); print(1, flush=True); sys.stdin.read()"
    parent = (
        "import subprocess, sys;"
        f"child = subprocess.Popen([sys.executable, '-c', {child!r}], stdin=subprocess.PIPE, stdout=subprocess.PIPE);"
        "child.stdout.readline();"
        "from benchmarks.measure import held; import os;"
        "size = held(os.getsid(0)) >> 20; child.communicate(); sys.exit(0 if size > 200 else f'{size} MiB')"
    )
    root = str(Path(__file__).parents[2])
    if LINUX:
        measure([sys.executable, "-c", parent], tmp_path, {"PYTHONPATH": root})
    else:
        assert held(os.getpid()) == 0


def test_memory_that_processes_share_counts_once(tmp_path: Path) -> None:
    """A child that was forked holds the same pages as its parent (where the system tells shares)."""
    if not LINUX:
        assert held(os.getpid()) == 0
        return
    most = 300 if PROC.joinpath("self", "smaps_rollup").exists() else 10_000
    parent = (
        "import os, sys; block = b'x' * (200 << 20); read, write = os.pipe()\n"
        "if os.fork() == 0: os.close(write); os.read(read, 1); os._exit(0)\n"
        "from benchmarks.measure import held\n"
        "size = held(os.getsid(0)) >> 20; os.close(write); os.wait();"
        f"sys.exit(0 if 200 < size < {most} else f'{{size}} MiB')"
    )
    measure([sys.executable, "-c", parent], tmp_path, {"PYTHONPATH": str(Path(__file__).parents[2])})


def test_command_that_fails_says_why(tmp_path: Path) -> None:
    """The error carries the end of what the command said."""
    with pytest.raises(BuildError, match="no such theme"):
        measure([sys.executable, "-c", "import sys; sys.exit('no such theme')"], tmp_path, {})


def test_command_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Not a traceback."""
    with pytest.raises(BuildError, match="absent-program"):
        measure(["absent-program"], tmp_path, {})
