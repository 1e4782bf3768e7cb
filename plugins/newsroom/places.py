"""Paths that must not lead out of their folder."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Problem
from plugins.newsroom.source import Text, read_text, whole


def escapes(path: str | Path, folder: str | Path) -> bool:
    """Whether a path, its symbolic links followed, lies outside the folder (also followed)."""
    home = os.path.realpath(folder)
    real = os.path.realpath(path)
    return real != home and not real.startswith(home + os.sep)


def outside(path: Path, folder: Path) -> bool:
    """Whether a path is a link that leads out of the folder. What is no link is where it stands."""
    return path.is_symlink() and escapes(path, folder)


def read_within(folder: Path, name: str, shown: str, limit: int) -> tuple[Text | None, tuple[Problem, ...]]:
    """``read_text`` of a file in a folder; nothing is read of one that is a link out of it."""
    if outside(folder / name, folder):
        return None, (escape_problem(shown),)
    return read_text(folder / name, shown, limit)


def escape_problem(shown: str) -> Problem:
    """The problem of a symbolic link that leads out of its folder."""
    return whole(
        shown,
        Code.SYMLINK,
        "a link (shortcut) that leads out of its folder",
        "a file of its own",
        "Replace the link by a copy of the file it leads to.",
    )


def asset_problem(content: Path, relative: str) -> tuple[Code, str, str] | None:
    """What is wrong with a picture named by its path in the content folder: (code, found, how to fix)."""
    if relative.startswith("/") or "\\" in relative or ".." in relative.split("/"):
        return Code.UNKNOWN_PHOTO, f"“{relative}”", "Write the path from the content folder on, without “..”."
    path = content / relative
    if path.is_symlink() or path.exists():
        if escapes(path, content):
            return (
                Code.SYMLINK,
                f"“{relative}”, which leads out of the content folder",
                "Copy the file there.",
            )
        if path.is_file():
            return None
    return Code.PHOTO_ABSENT, f"“{relative}”, which does not exist", "Add the file, or correct its name."
