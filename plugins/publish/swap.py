"""Puts a finished folder in the place of another at once."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Set
from pathlib import Path

from plugins.cache.exchange import exchange
from plugins.cache.retry import retry
from plugins.publish.renewal import renew

_FIXED = frozenset({errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS})
"""What a system answers for a folder that has to stay where it is: a mount, or one in a folder of somebody else."""


def swap_in(staged: Path, live: Path, keep: Set[str] = frozenset()) -> None:
    """Copies ``staged`` beside ``live`` and puts the copy in its place, with those files of ``live`` to ``keep``.

    On Linux both folders change names in one system call, so that no reader sees anything between.
    Elsewhere two renames follow each other; where a run died between them, the next one fixes it.
    Files are hard links where the file system allows it. Where the folder cannot be moved, its files are replaced one
    by one. Raises ``OSError``; ``live`` then stands as it was, or where it cannot be moved, as far as that came.
    """
    try:
        _exchange(staged, live, keep)
    except OSError as error:
        if error.errno not in _FIXED or not live.is_dir():
            raise
        shutil.rmtree(live.with_name(live.name + ".next"), ignore_errors=True)
        renew(staged, live, keep)
        _open(live)


def _exchange(staged: Path, live: Path, keep: Set[str]) -> None:
    fresh = live.with_name(live.name + ".next")
    old = live.with_name(live.name + ".old")
    recover(live)
    shutil.rmtree(fresh, ignore_errors=True)
    live.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(staged, fresh, copy_function=_link)
    for path in keep:
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        _link(str(live / path), str(fresh / path))
    _open(fresh)
    if not live.exists():
        fresh.rename(live)
    elif exchange(fresh, live):
        shutil.rmtree(fresh)
    else:
        retry(live.rename, old)
        retry(fresh.rename, live)
        shutil.rmtree(old, ignore_errors=True)  # what is open elsewhere goes with the next publication


def _open(folder: Path) -> None:
    """Lets a web server of another user read it all, whatever this user's umask is."""
    for path in (folder, *folder.rglob("*")):
        wanted = 0o755 if path.is_dir() else 0o644
        if path.stat().st_mode & 0o777 & wanted != wanted:
            path.chmod(wanted)


def recover(live: Path) -> None:
    """Puts right what a run left that died in the middle of ``swap_in``."""
    old = live.with_name(live.name + ".old")
    if old.exists() and not live.exists():
        retry(old.rename, live)
    shutil.rmtree(old, ignore_errors=True)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target
