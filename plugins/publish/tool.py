"""Runs a program of the machine and gives back what it said, without secrets."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.translation.secrets import scrub


class DeployError(Exception):
    """Why nothing was deployed; ``sentence`` is for the person who can fix it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program said; ``code`` 0 means done."""

    code: int
    out: str
    error: str

    @property
    def last(self) -> str:
        """The line of its complaint that says most."""
        lines = [line.strip() for line in self.error.splitlines() if line.strip()]
        told = [line for line in lines if line.lower().startswith(("fatal", "error", "rsync", "ssh"))]
        return next(iter(told or lines), "nothing")


def call(command: tuple[str, ...], *, environment: Mapping[str, str] | None = None) -> Answer:
    """Runs a program to its end. Raises ``DeployError`` where it is not installed."""
    done = subprocess.run(
        [program_path(command[0]), *command[1:]],
        env=in_english(environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8", "replace"), plain(done.stderr))


def plain(said: bytes) -> str:
    """Bytes a program wrote as text that may be shown: passwords in addresses and keys are masked."""
    return scrub(said.decode("utf-8", "replace"), os.environ)


def in_english(more: Mapping[str, str]) -> dict[str, str]:
    """The environment for a program whose words we read."""
    return {**os.environ, "LC_ALL": "C", **more}


def program_path(program: str) -> str:
    """Where the program is. Raises ``DeployError``."""
    path = shutil.which(program)
    if path is None:
        raise DeployError(
            f"The program {program} is not installed: install it,"
            f" on Debian and Ubuntu with `sudo apt install {program}`."
        )
    return path


def printable_target(target: str) -> str:
    """A target as it may be printed."""
    return scrub(target, os.environ)


def resolved(path: str) -> Path:
    """A local path as it really is."""
    return Path(path).expanduser().resolve()
