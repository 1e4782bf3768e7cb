"""How the tasks are called in a terminal here."""

from __future__ import annotations

import os


def command(task: str) -> str:
    """A task as one would write it: with the program's name that was used this time, ``py tasks.py`` on Windows."""
    return f"{os.environ.get('DREIKLANG_COMMAND', 'python3 tasks.py')} {task}"
