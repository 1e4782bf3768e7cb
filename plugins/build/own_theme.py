"""Files that a newsroom has in the place of the theme's: ``content/theme/``, laid over it in a folder of the cache."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from plugins.cache.retry import retry

OWN = "theme"
"""Folder below the content, whose files stand in for those of the same path in the theme."""
PARTS = ("templates", "static")


def theme_of(theme: Path, content: Path, cache: Path) -> Path:
    """The theme to build with: the program's own, or one that is made of it and of what the newsroom has instead.

    Files are copied where their size or time differs, so that nothing looks changed that is not. Raises
    ``NotWritable``, ``NoSpace``.
    """
    own = content / OWN
    if not own.is_dir():
        return theme
    laid = cache / f"theme-{blake2b(os.fsencode(content), digest_size=6).hexdigest()}"
    from plugins.cache.faults import faults_at  # brings SQLite along, which a build with nothing to do does without

    files = {path: file for folder in (theme, own) for path, file in _files(folder)}
    with faults_at(laid):
        for path, file in files.items():
            _copy(file, laid / path)
        for path, file in [*_files(laid)]:
            if path not in files:
                retry(file.unlink)
    return laid


def is_laid_over(content: Path, theme: Path, cache: Path) -> bool:
    """Whether a newsroom has files of its own, or had some when it was built with that theme."""
    return (content / OWN).is_dir() or theme.parent == cache


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for part in PARTS:
        if (folder / part).is_symlink():  # which ``outside`` tells
            continue
        for file in (folder / part).rglob("*"):
            if file.is_file() and not file.is_symlink():
                yield file.relative_to(folder).as_posix(), file


def _copy(source: Path, target: Path) -> None:
    wanted = source.stat()
    if target.is_file():
        there = target.stat()
        if (there.st_size, there.st_mtime_ns) == (wanted.st_size, wanted.st_mtime_ns):
            return
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.copy2(source, fresh)
    retry(fresh.replace, target)
