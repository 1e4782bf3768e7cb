"""Tasks in a process of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable

from plugins.desk.works import Works

ECHO = (
    sys.executable,
    "-c",
    "import os, sys; print(*sys.argv[1:]); print(os.environ['DREIKLANG_ENVIRONMENT']); sys.exit(3)",
)
WAIT = (sys.executable, "-c", "import sys; sys.stdin.read(); print('ende')")


def until(done: Callable[[], bool]) -> None:
    """Waits for what will be."""
    import threading

    event = threading.Event()
    while not done():
        event.wait(0.01)


def test_a_task_is_followed_line_by_line_to_its_end() -> None:
    """With its code."""
    works = Works(ECHO)
    work = works.start("a", ["eins", "zwei"], "/desk/")
    until(lambda: work.code is not None)
    assert work.lines == ["eins zwei", "current"]
    assert work.code == 3
    assert works.get("a") is work
    assert works.get("b") is None


def test_a_short_task_gives_what_it_said() -> None:
    """Code, words and complaints."""
    assert Works(ECHO).ask(["x"]) == (3, "x\ncurrent\n", "")


def test_a_task_reads_nothing_from_the_terminal() -> None:
    """It never waits for somebody."""
    assert Works(WAIT).ask([])[1] == "ende\n"
