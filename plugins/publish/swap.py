"""Puts a finished folder in the place of another at once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from plugins.cache.exchange import exchange


def swap_in(staged: Path, live: Path) -> None:
    """Copies ``staged`` beside ``live`` and puts the copy in its place.

    On Linux both folders change names in one system call, so that no reader sees anything between.
    Elsewhere two renames follow each other; where a run died between them, the next one fixes it.
    Files are hard links where the file system allows it. Raises ``OSError``; ``live`` then stands as it was.
    """
    fresh = live.with_name(live.name + ".next")
    old = live.with_name(live.name + ".old")
    recover(live)
    shutil.rmtree(fresh, ignore_errors=True)
    live.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(staged, fresh, copy_function=_link)
    _open(fresh)
    if not live.exists():
        fresh.rename(live)
    elif exchange(fresh, live):
        shutil.rmtree(fresh)
    else:
        live.rename(old)
        fresh.rename(live)
        shutil.rmtree(old)


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
        old.rename(live)
    shutil.rmtree(old, ignore_errors=True)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target
