"""The console of every task: its words are UTF-8, and it ends without a traceback when nobody listens or somebody has enough."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bootstrap.project import ROOT
from tools.console import CLOSED, INTERRUPTED, _called

ENVIRONMENT = {**os.environ, "DREIKLANG_ENVIRONMENT": "current"}
TASKS = [sys.executable, str(ROOT / "tasks.py")]
WORKING = """
import os, signal, sys
from tools import console
console.prepare()
from plugins.cache.pool import Pool
from tests.bootstrap.waiting import wait_for_ever
with Pool(2) as pool:
    list(pool.map_in_order(wait_for_ever, [sys.argv[1]] * 2, chunk=1))
"""


@pytest.mark.parametrize("words", [["--list"], ["gate", "--help"], ["why"], ["upgrade", "--help"]], ids=" ".join)
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_reader_who_has_gone_ends_a_task_without_a_word(words: list[str], stream: str) -> None:
    """As ``status | head -0``: no traceback, nothing of an ignored exception; wrong use stays wrong use."""
    reading, writing = os.pipe()
    os.close(reading)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writing}
    done = subprocess.run([*TASKS, *words], env=ENVIRONMENT, text=True, check=False, **streams)  # type: ignore[call-overload]
    os.close(writing)
    said = (done.stdout or "") + (done.stderr or "")
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    assert done.returncode in (0, 2, CLOSED)


def test_no_room_for_what_is_printed_is_a_sentence() -> None:
    """``tasks.py --list > /dev/full``."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*TASKS, "--list"], env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("There is no space left to write what was printed (No space left on device).")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_words_are_utf_8_whatever_the_console_is_set_to(encoding: str, tmp_path: Path) -> None:
    """A letter that the system's own encoding lacks neither ends a task nor becomes another."""
    name = "zürich-≠-東京"
    done = subprocess.run(
        [*TASKS, "build", "--content", str(tmp_path / name)],
        env={**ENVIRONMENT, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert name in (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "system", "called"),
    [
        (["python3", "tasks.py", "build"], "posix", "python3 tasks.py"),
        (["python3.13", "../newsroom/tasks.py"], "posix", "python3.13 ../newsroom/tasks.py"),
        (["/opt/my env/bin/python", "-X", "dev", "my news/tasks.py"], "posix", 'python "my news/tasks.py"'),
        (["C:\\Windows\\py.exe", "tasks.py", "build"], "nt", "py tasks.py"),
        (["C:\\Program Files\\Python312\\python.exe", "tasks.py"], "nt", "py tasks.py"),
        (["uv", "run", "tasks.py"], "posix", "python3 tasks.py"),
    ],
)
def test_messages_name_the_command_as_it_was_called(arguments: list[str], system: str, called: str) -> None:
    """So that it can be copied into the same terminal."""
    assert _called(arguments, system) == called


def test_a_message_names_it(tmp_path: Path) -> None:
    """From the first process to the last word."""
    environment = {**ENVIRONMENT, "DREIKLANG_COMMAND": "py tasks.py"}
    words = [*TASKS, "upgrade", "--help"]
    assert subprocess.run(words, env=environment, capture_output=True, text=True, check=False).stdout.startswith(
        "usage: py tasks.py upgrade"
    )


def test_ctrl_c_ends_workers_too_and_leaves_no_traceback(tmp_path: Path) -> None:
    """Both are at work when every process of the terminal is told."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-c", WORKING, str(pipe)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        with pipe.open() as at_work:
            numbers = {int(at_work.readline()), int(at_work.readline())}
            os.killpg(process.pid, signal.SIGINT)
            assert at_work.read() == ""  # both workers have closed it by ending
        assert process.stdout
        said = process.stdout.read()
    assert process.returncode == INTERRUPTED
    assert said == "\nInterrupted: what was finished is kept.\n"
    assert len(numbers) == 2
