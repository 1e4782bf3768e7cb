"""Keeps the tests away from the repository's own content: what an editor writes there decides no test."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READS = frozenset({"open", "os.listdir", "os.scandir"})


class ContentReadError(AssertionError):
    """A test has read what belongs to editors."""


def belongs_to_editors(path: str) -> bool:
    """Whether a path stands in the newsroom's own folders; the theme's words are part of the program."""
    inside = os.path.relpath(os.path.abspath(path), ROOT).replace(os.sep, "/") + "/"  # noqa: PTH100 (called for every file)
    return inside.startswith(("content/", "translations/")) and not inside.startswith("translations/ui/")


def guard() -> Callable[[str, tuple[object, ...]], None]:
    """A hook of the interpreter, told of every file and folder that is read."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event not in READS or not isinstance(arguments[0], str | os.PathLike):
            return
        path = os.fspath(arguments[0])
        below_a_handle = event == "open" and arguments[1] is None and not path.startswith(os.sep)
        if below_a_handle:  # as when a whole tree is removed
            return
        if isinstance(path, str) and ("content" in path or "translations" in path) and belongs_to_editors(path):
            raise ContentReadError(f"A test reads {path}: take tests/founding, or write content of the test's own.")

    return hook


def keep_away() -> None:
    """From now on, and for as long as this process runs."""
    sys.addaudithook(guard())
