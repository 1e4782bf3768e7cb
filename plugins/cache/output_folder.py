"""The folder of an output: makes room for files and folders without harming what is not ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from plugins.cache.errors import Blocked, MemoError
from plugins.cache.faults import faults_at
from plugins.cache.outputs import Raw
from plugins.cache.replacement import WORKSHOP, remove
from plugins.cache.stamp import FileStatus, Sort, Stamp, look, walk


class OutputFolder:
    """What stands in an output folder; each place is looked at once and kept in mind."""

    def __init__(self, root: str, ours: Set[str]) -> None:
        """``ours`` are the paths that may be removed; the caller adds to them.

        Makes the workshop, and removes what a killed build left in it. Raises ``NotWritable``.
        """
        self.root = root.rstrip(os.sep)
        self._ours = ours
        self._seen: dict[str, FileStatus | None] = {}
        self._real: set[str] = set()
        self._tidy()

    def full(self, path: str) -> str:
        """The path as the system knows it."""
        return f"{self.root}{os.sep}{path}"

    def look(self, path: str) -> FileStatus | None:
        """What stands at ``path``. A link that stands above it is followed, here but nowhere else."""
        if path not in self._seen:
            self._seen[path] = look(self.full(path))
        return self._seen[path]

    def stands(self, path: str, row: Raw) -> bool:
        """Whether a file stands at ``path`` as a row has it; the quick form of ``look`` for the commonest answer."""
        try:
            there = os.lstat(f"{self.root}{os.sep}{path}")
        except OSError:
            return False
        stamp = Stamp(there.st_mtime_ns, there.st_size, there.st_ino, there.st_ctime_ns)
        if stamp != row[:4] or not S_ISREG(there.st_mode):
            return False
        self._seen[path] = FileStatus(Sort.FILE, stamp)
        return True

    def put(self, path: str, seen: FileStatus) -> None:
        """Says what has been put at ``path``."""
        self._seen[path] = seen

    def make_room(self, path: str, wanted: Set[str]) -> None:
        """Makes the folders above ``path``, and removes a folder of ours that stands in its place.

        Raises ``Blocked`` if something there is not ours or among ``wanted``, or ``NotWritable``.
        """
        folder = path.rpartition("/")[0]
        if folder and folder not in self._real:
            self._make_folder(folder, wanted)
        there = self.look(path)
        if there is not None and there.sort is Sort.FOLDER:
            self._remove_folder(path, wanted)

    def remove(self, path: str) -> bool:
        """Removes a file of ours, and the folders that are empty then; whether it was there."""
        above = list(_above(path))
        if not all(self._is_real(folder) for folder in above):
            return False  # behind a link, or gone with its folder
        there = look(self.full(path))
        found = there is not None and there.sort is not Sort.FOLDER
        if found:
            self._drop(path)
        for folder in reversed(above if found else [*above, path]):
            try:
                Path(self.full(folder)).rmdir()
            except FileNotFoundError:
                continue  # a killed build has already removed it, not yet those above it
            except OSError:
                break  # not empty
            self._forget(folder)
        return found

    def foreign(self, ours: Set[str]) -> tuple[str, ...]:
        """What stands in the folder and is not ours, sorted; of a hidden folder only its name."""
        hidden = frozenset(folder for path in ours if "/." in f"/{path}" for folder in _above(path))
        with faults_at(self.root):
            seen = walk(self.root, hidden)
        closed = [path for path, there in seen.items() if _is_hidden(path) and path not in hidden]
        files = [path for path, there in seen.items() if there.sort is not Sort.FOLDER and path not in ours]
        return tuple(sorted({*files, *(path + "/" for path in closed if seen[path].sort is Sort.FOLDER)}))

    def leave(self) -> None:
        """Removes the workshop, with what workers have not yet removed there."""
        try:
            self._empty()
            Path(self.full(WORKSHOP)).rmdir()
        except (OSError, MemoError):
            return  # the next build tidies up

    def _tidy(self) -> None:
        workshop = self.full(WORKSHOP)
        with faults_at(workshop):
            there = look(workshop)
            if there is not None and there.sort is not Sort.FOLDER:
                raise _blocked(workshop, "a file", "a folder")
            Path(workshop).mkdir(exist_ok=True)
            self._empty()

    def _empty(self) -> None:
        workshop = self.full(WORKSHOP)
        for name, seen in reversed(walk(workshop).items()):  # a folder comes before what is in it
            if seen.sort is Sort.FOLDER:
                with faults_at(workshop), suppress(FileNotFoundError):
                    Path(workshop, name).rmdir()
            else:
                remove(f"{workshop}{os.sep}{name}")

    def _is_real(self, folder: str) -> bool:
        """Whether a folder stands there, and no link to one; those above it have been looked at."""
        if folder not in self._real:
            there = look(self.full(folder))
            if there is None or there.sort is not Sort.FOLDER:
                return False
            self._real.add(folder)
        return True

    def _make_folder(self, folder: str, wanted: Set[str]) -> None:
        for path in (*_above(folder), folder):
            if self._is_real(path):
                continue
            if look(self.full(path)) is not None:
                self._free(path, wanted)
            with faults_at(self.full(path)):
                Path(self.full(path)).mkdir()
            self._real.add(path)
            self._seen.pop(path, None)

    def _free(self, path: str, wanted: Set[str]) -> None:
        """Removes a file of ours that stands where a folder must be."""
        if path not in self._ours or path in wanted:
            raise _blocked(self.full(path), "a file", "a folder")
        self._drop(path)

    def _remove_folder(self, path: str, wanted: Set[str]) -> None:
        below = walk(self.full(path))
        files = [f"{path}/{name}" for name, seen in below.items() if seen.sort is not Sort.FOLDER]
        folders = [f"{path}/{name}" for name, seen in below.items() if seen.sort is Sort.FOLDER]
        if any(file not in self._ours or file in wanted for file in files):
            raise _blocked(self.full(path), "a folder", "a file")
        for file in files:
            self._drop(file)
        for folder in (*sorted(folders, reverse=True), path):
            try:
                Path(self.full(folder)).rmdir()
            except OSError as error:
                raise _blocked(self.full(path), "a folder", "a file") from error
            self._forget(folder)

    def _drop(self, path: str) -> None:
        remove(self.full(path))
        self._seen[path] = None

    def _forget(self, folder: str) -> None:
        self._real.discard(folder)
        self._seen.pop(folder, None)


def _above(path: str) -> Iterator[str]:
    """The folders above a path, from the outermost."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _is_hidden(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.startswith(".") and path != WORKSHOP


def _blocked(place: str, there: str, needed: str) -> Blocked:
    return Blocked(
        f"{place} is {there} that this program did not make, and {needed} belongs there. Move it away.", place
    )
