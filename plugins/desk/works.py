"""Tasks that take long: run as at a terminal, in a process of their own, and followed line by line."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.build.state import ROOT
from plugins.newsroom.sentences import VARIABLE

PROGRAM = (sys.executable, str(ROOT / "tasks.py"))
"""How a task is called."""
MOST = 400
"""Lines of one task that are kept."""


def _environment(lang: str) -> dict[str, str]:
    """That of this process, with the packages it has; keys of engines reach the task alone."""
    ours = {"DREIKLANG_ENVIRONMENT": "current", "PYTHONUNBUFFERED": "1", "NO_COLOR": "1", VARIABLE: lang}
    return {**os.environ, **ours}


@dataclass(slots=True)
class Work:
    """One task that runs, or has run. One owner, ``Works``."""

    name: str
    back: str
    """The page that it was started from."""
    lines: list[str] = field(default_factory=list)
    code: int | None = None
    """How it ended; ``None`` while it runs."""


class Works:
    """The tasks of one desk: of each name one at a time."""

    def __init__(self, program: Sequence[str] = PROGRAM) -> None:
        self._program = tuple(program)
        self._known: dict[str, Work] = {}
        self._lock = threading.Lock()

    def get(self, name: str) -> Work | None:
        """A task by its name."""
        return self._known.get(name)

    def start(self, name: str, words: Sequence[str], back: str, lang: str = "en") -> Work:
        """Starts a task that tells of problems in that language; the one of that name that still runs, if any."""
        with self._lock:
            running = self._known.get(name)
            if running is not None and running.code is None:
                return running
            work = self._known[name] = Work(name, back)
        threading.Thread(target=self._follow, args=(work, tuple(words), lang), daemon=True).start()
        return work

    def _follow(self, work: Work, words: tuple[str, ...], lang: str) -> None:
        with subprocess.Popen(
            [*self._program, *words],
            env=_environment(lang),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                if line.strip() and len(work.lines) < MOST:
                    work.lines.append(line.rstrip())
        work.code = process.returncode

    def ask(self, words: Sequence[str], lang: str = "en") -> tuple[int, str, str]:
        """Runs a short task to its end: code, what it printed, what it complained of."""
        done = subprocess.run(
            [*self._program, *words],
            env=_environment(lang),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return done.returncode, done.stdout, done.stderr
