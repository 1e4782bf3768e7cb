"""What the file system says of a file without reading it."""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from typing import NamedTuple

RACY_NS = 2_000_000_000
"""Nanoseconds by which a file must be older than its recording for its stamp to be trusted.

Within one tick of a file system's clock a file can change again and keep its stamp. The longest
tick in use is FAT's, two seconds. (git calls such an entry racy: Documentation/technical/racy-git.)
"""


class Stamp(NamedTuple):
    """Enough of a file's metadata to notice that it was changed.

    ``ctime_ns`` cannot be set by a program: it gives away a change that kept size and mtime.
    A named tuple, since tens of thousands are made in a build that has nothing to do.
    """

    mtime_ns: int
    size: int
    ino: int
    ctime_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        """The stamp in the answer of ``stat``."""
        return cls(status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)


class Sort(StrEnum):
    """What stands at a path; links are not followed."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class FileStatus(NamedTuple):
    """What was seen at a path, and its stamp."""

    sort: Sort
    stamp: Stamp

    @classmethod
    def of(cls, status: os.stat_result) -> FileStatus:
        """What ``lstat`` or a folder's listing answered."""
        return cls(_SORTS.get(stat.S_IFMT(status.st_mode), Sort.OTHER), Stamp.of(status))


FOLDER = FileStatus(Sort.FOLDER, Stamp(0, 0, 0, 0))
"""A folder in a ``walk`` that asks no folder for its stamp."""

_SORTS = {stat.S_IFREG: Sort.FILE, stat.S_IFDIR: Sort.FOLDER, stat.S_IFLNK: Sort.LINK}


def is_settled(stamp: Stamp, now_ns: int) -> bool:
    """Whether a file was left alone for long enough before ``now_ns``, a moment not after its stat."""
    return max(stamp.mtime_ns, stamp.ctime_ns) < now_ns - RACY_NS


def look(path: str | os.PathLike[str]) -> FileStatus | None:
    """What stands at a path, or ``None``; a link is not followed."""
    try:
        return FileStatus.of(os.lstat(path))
    except (FileNotFoundError, NotADirectoryError):
        return None


def walk(
    root: str | os.PathLike[str], hidden: frozenset[str] = frozenset(), *, folders: bool = False
) -> dict[str, FileStatus]:
    """Everything under a folder by its path with slashes, relative to it; empty where there is none.

    Folders whose name starts with a dot are listed but not entered, for they belong to others
    (.git), save those whose paths are in ``hidden``.
    One listing per folder, one ``stat`` per file. With ``folders``, those that are entered have a stamp,
    too, taken before they are listed: it changes when something in them is added or removed. Raises
    ``OSError`` where a folder may not be read.
    """
    found: dict[str, FileStatus] = {}
    waiting = [(os.fspath(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            listing = os.scandir(folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        with listing:
            for entry in listing:
                path = prefix + entry.name
                if not entry.is_dir(follow_symlinks=False):
                    seen = _entry(entry)
                    if seen is not None:
                        found[path] = seen
                    continue
                found[path] = FOLDER
                if path in hidden or not entry.name.startswith("."):
                    waiting.append((entry.path, path + "/"))
                    if folders:
                        found[path] = _entry(entry) or FOLDER
    return found


def _entry(entry: os.DirEntry[str]) -> FileStatus | None:
    try:
        status = entry.stat(follow_symlinks=False)
        return FileStatus.of(
            status if status.st_ino else os.lstat(entry.path)
        )  # Windows' listing does not tell the inode
    except FileNotFoundError:
        return None
