"""The ground an output stands on: makes room for files and folders without harming what is not ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from pathlib import Path

from plugins.memo.errors import Blocked
from plugins.memo.faults import told
from plugins.memo.place import is_leftover, remove
from plugins.memo.stamp import Seen, Sort, look, walk


class Ground:
    """Everything that stands in an output folder, looked at once and kept up to date."""

    def __init__(self, root: str, ours: Set[str]) -> None:
        """Looks at ``root``. ``ours`` are the paths that may be removed; the caller adds to them.

        Removes what a killed build left half written. Raises ``NotWritable``.
        """
        self._prefix = root.rstrip(os.sep) + os.sep
        self._ours = ours
        self._hidden = frozenset(folder for path in ours for folder in _above(path) if "/." in f"/{folder}")
        self._ready: set[str] = set()
        with told(root):
            self.seen: dict[str, Seen] = walk(root, self._hidden)
        for path in [path for path in self.seen if is_leftover(path)]:
            self._drop(path)

    def full(self, path: str) -> str:
        """The path as the system knows it."""
        return self._prefix + path

    def make_room(self, path: str, wanted: Set[str]) -> None:
        """Makes the folders above ``path``, and removes a folder of ours that stands in its place.

        Raises ``Blocked`` if something there is not ours or among ``wanted``, or ``NotWritable``.
        """
        folder = path.rpartition("/")[0]
        if folder and folder not in self._ready:
            self._make_folder(folder, wanted)
        there = self.seen.get(path)
        if there is not None and there.sort is Sort.FOLDER:
            self._remove_folder(path, wanted)

    def remove(self, path: str) -> bool:
        """Removes a file of ours, and the folders that are empty then; whether it was there."""
        there = self.seen.get(path)
        found = there is not None and there.sort is not Sort.FOLDER
        if found:
            self._drop(path)
        emptied = [*_above(path)] if found else [*_above(path), path]
        for folder in reversed(emptied):
            try:
                Path(self.full(folder)).rmdir()
            except FileNotFoundError:
                continue  # a killed build has already removed it, not yet those above it
            except OSError:
                break  # not empty
            self.seen.pop(folder, None)
        return found

    def foreign(self, ours: Set[str]) -> tuple[str, ...]:
        """What stands in the folder and is not ours, sorted; of a hidden folder only its name."""
        return tuple(
            sorted(
                path if there.sort is not Sort.FOLDER else path + "/"
                for path, there in self.seen.items()
                if path not in ours and (there.sort is not Sort.FOLDER or self._is_closed(path))
            )
        )

    def _is_closed(self, folder: str) -> bool:
        return folder.rpartition("/")[2].startswith(".") and folder not in self._hidden | self._ready

    def _make_folder(self, folder: str, wanted: Set[str]) -> None:
        for path in (*_above(folder), folder):
            there = self.seen.get(path)
            if there is None or there.sort is not Sort.FOLDER:
                if there is not None:
                    self._free(path, wanted)
                with told(self.full(path)):
                    Path(self.full(path)).mkdir()
                    made = look(self.full(path))
                if made is not None:
                    self.seen[path] = made
            self._ready.add(path)

    def _free(self, path: str, wanted: Set[str]) -> None:
        """Removes a file of ours that stands where a folder must be."""
        if path not in self._ours or path in wanted:
            raise _blocked(self.full(path), "a file", "a folder")
        self._drop(path)

    def _remove_folder(self, path: str, wanted: Set[str]) -> None:
        below = [other for other in self.seen if other.startswith(path + "/")]
        folders = [other for other in below if self.seen[other].sort is Sort.FOLDER]
        files = [other for other in below if self.seen[other].sort is not Sort.FOLDER]
        if any(file not in self._ours or file in wanted for file in files):
            raise _blocked(self.full(path), "a folder", "a file")
        for file in files:
            self._drop(file)
        for folder in (*sorted(folders, reverse=True), path):
            try:
                Path(self.full(folder)).rmdir()
            except OSError as error:
                raise _blocked(self.full(path), "a folder", "a file") from error
            self.seen.pop(folder)
            self._ready.discard(folder)

    def _drop(self, path: str) -> None:
        remove(self.full(path))
        self.seen.pop(path, None)


def _above(path: str) -> Iterator[str]:
    """The folders above a path, from the outermost."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _blocked(place: str, there: str, needed: str) -> Blocked:
    return Blocked(
        f"{place} is {there} that this program did not make, and {needed} belongs there. Move it away.", place
    )
