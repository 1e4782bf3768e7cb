"""Makes a folder that cannot be exchanged (a container's volume, a mounted disk) what another one is, file by file.

What pages need comes before the pages, and what is gone goes last; each file is replaced whole. A run that is stopped
leaves files of both sites, none of them half, and the next one goes on.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator, Set
from pathlib import Path

from plugins.cache.retry import retry

BENCH = ".publishing"
"""Folder inside the other one, on its disk, in which files are copied before they take their places."""
SYSTEM = frozenset({"lost+found"})
"""What a file system keeps at the top of a disk."""
FIRST = ("assets/", "brand/", "media/")


def renew(staged: Path, live: Path, keep: Set[str] = frozenset()) -> None:
    """Makes ``live`` hold what ``staged`` does and the files to ``keep``, and nothing else. Raises ``OSError``."""
    wanted = sorted(files_of(staged), key=lambda path: (not path.startswith(FIRST), path))
    bench = live / BENCH
    shutil.rmtree(bench, ignore_errors=True)
    bench.mkdir()
    for path in wanted:
        _place(staged / path, live, path, bench)
    shutil.rmtree(bench)
    for path in frozenset(files_of(live)) - {*wanted, *keep}:
        retry((live / path).unlink)
    for folder in sorted((path for path in live.rglob("*") if path.is_dir()), reverse=True):
        if folder.relative_to(live).parts[0] not in SYSTEM and not any(folder.iterdir()):
            folder.rmdir()


def files_of(folder: Path) -> Iterator[str]:
    """The paths of all files below a folder, with slashes."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if (path.is_symlink() or not path.is_dir()) and name.partition("/")[0] not in SYSTEM:
            yield name


def _place(source: Path, live: Path, path: str, bench: Path) -> None:
    target = live / path
    if target.is_file() and not target.is_symlink() and filecmp.cmp(source, target, shallow=False):
        return
    for folder in [*target.relative_to(live).parents][-2::-1]:  # from the top
        if (live / folder).is_symlink() or (live / folder).is_file():
            (live / folder).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    fresh = bench / "file"
    shutil.copyfile(source, fresh)
    fresh.chmod(0o644)
    retry(os.replace, fresh, target)
