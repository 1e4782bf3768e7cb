"""Puts one file in its place whole, or leaves what was there."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import count

from plugins.cache.errors import LeavesRoot, NotWritable
from plugins.cache.exchange import exchange
from plugins.cache.faults import faults_at
from plugins.cache.retry import retry
from plugins.cache.stamp import FileStatus, Sort, Stamp

WORKSHOP = ".memo"
"""Folder at the top of an output in which files are written before they are put in their places."""

_NUMBERS = count()
"""One for each file that is written in the workshop by this process."""
_UNFIT = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]|(?:\A|/)(?:\.{0,2})(?:/|\Z)")
"""Control characters, backslashes, lone surrogates; empty segments, ``.``, ``..``, a slash at an end."""


def inside(path: str) -> str:
    """The path itself, if it is one of a file inside a folder, written with slashes; else ``LeavesRoot``."""
    if not is_inside(path):
        raise LeavesRoot(f"{path!r} is not the path of a file inside the output folder.", path)
    return path


def is_inside(path: str) -> bool:
    """Whether a path is one of a file inside a folder, written with slashes, and free to be used."""
    first = path.partition("/")[0]
    return _UNFIT.search(path) is None and ":" not in first and first != WORKSHOP


def place(
    root: str,
    path: str,
    data: bytes,
    seen: FileStatus | None,
    discard: Callable[[str], object] = os.unlink,
    bench: str = "",
) -> tuple[Stamp, bool]:
    """Makes the file at ``path`` below ``root`` consist of ``data``: (its stamp, whether it was written).

    ``seen`` is what stands there; a file of the same bytes is left alone. Where another stands, a new file is
    written in the workshop and replaces it at once, so that a reader sees the old or the new one. Where nothing
    stands, it is written on the spot, which takes a third of the time; a build that is killed meanwhile has not
    recorded it, and the next one compares its bytes.
    ``bench`` is a folder in the workshop, with a slash at its end: two that write in one folder wait for each other.
    What was replaced is handed to ``discard``, under a name in the workshop that is not used again.
    All these folders must exist. Not synchronised: after a power cut the stamp tells. Safe to run in
    workers. Raises ``NoSpace``, ``NotWritable``.
    """
    file = f"{root}{os.sep}{path}"
    with faults_at(file):
        if seen is not None and seen.sort is Sort.FILE and _holds(file, data, seen.stamp.size):
            return seen.stamp, False
        if seen is None and _written_anew(file, data):
            return Stamp.of(os.stat(file)), True  # noqa: PTH116
        fresh = f"{root}{os.sep}{WORKSHOP}{os.sep}{bench}{os.getpid()}-{next(_NUMBERS)}"
        try:
            _write(fresh, data)
            _put(fresh, file, discard if seen is not None and seen.sort is Sort.FILE else None)
        except BaseException:
            remove(fresh)
            raise
        return Stamp.of(os.stat(file)), True  # noqa: PTH116


def _written_anew(file: str, data: bytes) -> bool:
    """Writes a file where nothing stands; false where something has come meanwhile."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except FileExistsError:
        return False
    try:
        _pour(descriptor, data)
    except BaseException:
        remove(file)
        raise
    return True


def _put(fresh: str, file: str, discard: Callable[[str], object] | None) -> None:
    """Gives a new file its name at once; ``discard`` is for the file that it replaces, if it does.

    Where it replaces another, the two change names and the old one is removed: renaming over a file makes
    ext4 write the new one to the disk before the call returns (auto_da_alloc), which doubles its time.
    """
    try:
        if discard is not None and exchange(fresh, file):
            discard(fresh)
            return
    except FileNotFoundError:
        pass  # it is gone meanwhile
    retry(os.replace, fresh, file)


def remove(file: str) -> None:
    """Removes a file or link; one that is already gone is no error. Raises ``NotWritable``."""
    try:
        with faults_at(file):
            retry(os.unlink, file)
    except NotWritable as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise


def _holds(file: str, data: bytes, size: int) -> bool:
    if size != len(data):
        return False
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(descriptor, len(data) + 1) == data
    finally:
        os.close(descriptor)


def _write(file: str, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    _pour(os.open(file, flags, 0o666), data)


def _pour(descriptor: int, data: bytes) -> None:
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
    finally:
        os.close(descriptor)
