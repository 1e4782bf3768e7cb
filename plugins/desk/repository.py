"""Asks the git program about the newsroom's folders: what is not committed, what is not pushed, what is missing."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.tool import Answer, in_english, plain


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder. ``root`` is ``None`` where there is none, or no git."""

    root: Path | None
    git: str | None
    patience: float = 300.0
    """Seconds after which git is ended: a picture or two over a slow line take a minute."""

    def call(self, *words: str, data: bytes | None = None) -> Answer:
        """What git says; nothing is asked at a terminal, not by ssh either, no pager opens, and nothing hangs."""
        environment = in_english({"GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat", "GIT_OPTIONAL_LOCKS": "0"})
        environment.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=20")
        try:
            done = subprocess.run(
                [self.git or "git", "-C", str(self.root), *words],
                env=environment,
                input=data,
                stdin=None if data is not None else subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=self.patience,
            )
        except subprocess.TimeoutExpired:
            return Answer(124, "", f"timed out after {self.patience:.0f} seconds")
        return Answer(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), plain(done.stderr))


@dataclass(frozen=True, slots=True)
class Change:
    """One file that differs from the last commit."""

    path: Path
    sign: str
    """``new``, ``changed``, ``gone`` or ``conflict``."""


def repository_of(folder: Path) -> Repository:
    """The repository in which a folder lies."""
    git = shutil.which("git")
    if git is None:
        return Repository(None, None)
    found = Repository(folder, git).call("rev-parse", "--show-toplevel")
    return Repository(Path(found.out.strip()) if found.code == 0 else None, git)


def changes(repository: Repository, folders: tuple[Path, ...]) -> tuple[Change, ...]:
    """The files below these folders that nobody has committed."""
    if repository.root is None:
        return ()
    inside = [str(folder) for folder in folders if folder.is_relative_to(repository.root)]
    if not inside:
        return ()
    said = repository.call("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", *inside)
    lines = [line for line in said.out.split("\0") if len(line) > 3]
    return tuple(Change(repository.root / line[3:], _sign(line[:2])) for line in lines)


def _sign(letters: str) -> str:
    if "U" in letters or letters in ("AA", "DD"):
        return "conflict"
    if "?" in letters or "A" in letters:
        return "new"
    return "gone" if "D" in letters else "changed"
