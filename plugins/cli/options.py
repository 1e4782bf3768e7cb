"""What several tasks say of their options, and how a task ends."""

from __future__ import annotations

from collections.abc import Mapping

from invoke.exceptions import Exit

CONTENT: Mapping[str, str] = {"content": "folder with the content", "translations": "folder with the translations"}
BUILD: Mapping[str, str] = {
    **CONTENT,
    "output": "folder to write the site to",
    "cache": "folder in which work is remembered",
    "jobs": "processes to use (0: one per core)",
}


def done(code: int) -> None:
    """Ends the task with an exit code; nought lets the next one follow."""
    if code:
        raise Exit(code=code)
