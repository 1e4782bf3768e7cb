"""Locks between commands, on this system and as Windows answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bootstrap.project import ROOT

AS_WINDOWS = """
import fcntl, os, sys, types
def locking(descriptor, mode, size):
    fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, size, 0, os.SEEK_CUR)
sys.modules["msvcrt"] = types.SimpleNamespace(locking=locking, LK_NBLCK=2)
from tools import locking as tool
tool.WINDOWS = True
"""
"""msvcrt.locking locks bytes from where the file stands; so does lockf(3)."""
AS_HERE = "from tools import locking as tool\n"
HOLD = """
import sys
from pathlib import Path
file = Path(sys.argv[1])
if sys.argv[2] == "share":
    kept = tool.share(file)
    print("held", flush=True)
    sys.stdin.read()
elif sys.argv[2] == "alone":
    with tool.alone(file, lambda: print("waiting", flush=True)):
        print("held", flush=True)
        sys.stdin.read()
else:
    try:
        with tool.unshared(file):
            print("held", flush=True)
    except tool.InUseError:
        print("in use", flush=True)
"""

Start = Callable[[str], "subprocess.Popen[str]"]


def line(process: subprocess.Popen[str]) -> str:
    """The next line that it writes."""
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.fixture(params=[AS_HERE, AS_WINDOWS], ids=["here", "windows"])
def started(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    """Starts a process that takes the lock in one way; all are ended by closing their input."""
    running: list[subprocess.Popen[str]] = []

    def start(way: str) -> subprocess.Popen[str]:
        code = request.param + HOLD
        words = [sys.executable, "-c", code, str(tmp_path / "lock"), way]
        process = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        running.append(process)
        return process

    yield start
    for process in running:
        process.communicate()


def test_two_that_want_it_alone_wait_for_each_other(started: Start) -> None:
    """The second says so, and goes on when the first has ended."""
    first = started("alone")
    assert line(first) == "held\n"
    second = started("alone")
    assert line(second) == "waiting\n"
    first.communicate()
    assert line(second) == "held\n"


def test_what_is_shared_is_not_taken_away(started: Start) -> None:
    """Any number may share; nobody has it unshared until all have ended."""
    sharing = [started("share"), started("share")]
    assert [line(process) for process in sharing] == ["held\n", "held\n"]
    assert started("unshared").communicate()[0] == "in use\n"
    sharing[0].communicate()
    assert started("unshared").communicate()[0] == "in use\n"
    sharing[1].communicate()
    assert started("unshared").communicate()[0] == "held\n"
