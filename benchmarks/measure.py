"""Runs a command, timing it and, where wanted, watching the memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.1
"""Seconds between two looks at the memory."""
PROC = Path("/proc")


class BuildError(Exception):
    """A tool ended with an error; the text is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of wall time, and the peak of the memory in MiB (0 where it was not watched)."""

    seconds: float
    memory: float = 0.0


def held(session: int) -> int:
    """Bytes that all processes of a session hold in memory together; 0 without /proc.

    A page that several processes share counts once: each is charged its share of it (Pss in
    proc_pid_smaps(5)). Where that may not be read, a process is charged all its resident pages.
    """
    total = 0
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            fields = stat.read_bytes().rpartition(b")")[2].split()
            if int(fields[3]) == session:
                total += _share(stat.parent) or int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:  # the process has ended meanwhile
            continue
    return total


def _share(process: Path) -> int:
    """Bytes of a process with what it shares divided by the number of sharers; 0 where that is not told."""
    try:
        lines = process.joinpath("smaps_rollup").read_bytes().splitlines()
    except PermissionError:
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith(b"Pss:")), 0)


def _surroundings() -> dict[str, str]:
    """The environment, without the wish that Python compile every library anew in each run: no user has it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, memory: bool = False) -> Measured:
    """Runs it to its end. Raises ``BuildError`` where it fails or cannot be started."""
    peak, done = [0], threading.Event()
    start = time.perf_counter()
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**_surroundings(), **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise BuildError(f"{command[0]} cannot be started: {error.strerror}") from error

    def watch() -> None:
        while not done.is_set():
            peak[0] = max(peak[0], held(process.pid))
            done.wait(INTERVAL)

    watcher = threading.Thread(target=watch)
    if memory:
        watcher.start()
    said, _ = process.communicate()
    seconds = time.perf_counter() - start
    done.set()
    if memory:
        watcher.join()
    if process.returncode:
        raise BuildError(said.decode(errors="replace")[-2000:].strip() or f"it ended with code {process.returncode}")
    return Measured(seconds, peak[0] / 2**20)
