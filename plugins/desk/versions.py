"""Writes files so that nothing is lost: whole, with each version kept aside, and never over somebody else's words."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.desk.merge import merged
from plugins.translation.run.keep import data_of, replaced

MOST = 500
"""Versions of one file that are remembered."""


class Outcome(StrEnum):
    """What became of a save."""

    SAME = "same"
    SAVED = "saved"
    MERGED = "merged"
    """Somebody else had changed other places: both changes are in the file."""
    CONFLICT = "conflict"
    """Somebody else had changed the same place: nothing was written, both versions are kept."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save; ``now`` is what stands in the file, ``mine`` what was to be saved."""

    path: Path
    outcome: Outcome
    now: bytes | None
    mine: bytes

    @property
    def is_written(self) -> bool:
        """Whether the file holds other bytes than before."""
        return self.outcome in (Outcome.SAVED, Outcome.MERGED)


def digest_of(data: bytes | None) -> str:
    """What a version is called; empty for a file that is not there."""
    return "" if data is None else blake2b(data, digest_size=12).hexdigest()


class Versions:
    """The versions of files that the desk has read or written, in the cache."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "desk" / "versions"
        self._save = f"{time.time_ns()}"  # what is written by one of these is taken back together

    def keep(self, data: bytes | None) -> str:
        """Keeps a version; its name."""
        name = digest_of(data)
        path = self._folder / name
        if data is not None and not path.is_file():
            replaced(path, data, None)
        return name

    def get(self, name: str) -> bytes | None:
        """A version by its name; ``None`` where it is unknown."""
        if not name.isalnum():
            return None
        return data_of(self._folder / name)

    def save(self, path: Path, base: str, mine: bytes) -> Saved:
        """Writes a file that was read as the version ``base``. Raises ``NoSpace``, ``NotWritable``."""
        self.keep(mine)
        for _ in range(5):
            theirs = data_of(path)
            self.keep(theirs)
            if theirs == mine:
                return Saved(path, Outcome.SAME, mine, mine)
            outcome, data = Outcome.SAVED, mine
            if digest_of(theirs) != base:
                both = self._joined(base, mine, theirs)
                if both is None:
                    return Saved(path, Outcome.CONFLICT, theirs, mine)
                outcome, data = Outcome.MERGED, both
            if data == theirs or replaced(path, data, theirs):
                self._log(path, theirs, data)
                return Saved(path, outcome, data, mine)
        return Saved(path, Outcome.CONFLICT, data_of(path), mine)

    def _joined(self, base: str, mine: bytes, theirs: bytes | None) -> bytes | None:
        before = self.get(base)
        if before is None or theirs is None:
            return None
        texts = [data.decode("utf-8", "surrogateescape") for data in (before, mine, theirs)]
        both = merged(*texts)
        return None if both is None else both.encode("utf-8", "surrogateescape")

    def undo(self, path: Path) -> bytes | None:
        """Puts the version before the last save back; ``None`` where there is none, or the file has changed since."""
        now = data_of(path)
        found = self._last(path)
        if found is None or found[1]["after"] != digest_of(now):
            return None
        number, line = found
        before = self.get(line["before"])
        if before is None or not replaced(path, before, now):
            return None
        self._write(path, {"at": time.time(), "undoes": number, "after": digest_of(before)})
        return before

    def undo_last(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Takes the last save of these files back, of all that it wrote; those that were put back."""
        able = {path: self._last(path) for path in paths if self.can_undo(path)}
        lines = {path: found[1] for path, found in able.items() if found is not None}
        newest = max(lines.values(), key=lambda line: float(line["at"]), default=None)
        if newest is None:
            return ()
        save = newest.get("save")
        together = [path for path, line in lines.items() if line is newest or (save and line.get("save") == save)]
        return tuple(path for path in together if self.undo(path) is not None)

    def can_undo(self, path: Path) -> bool:
        """Whether the last save can be taken back."""
        found = self._last(path)
        return found is not None and found[1]["before"] != "" and found[1]["after"] == digest_of(data_of(path))

    def _last(self, path: Path) -> tuple[int, dict[str, Any]] | None:
        """The last save that was not taken back, with its number."""
        lines = list(self._lines(path))
        undone = {int(line["undoes"]) for _, line in lines if "undoes" in line}
        left = [(number, line) for number, line in lines if number not in undone and "undoes" not in line]
        return left[-1] if left else None

    def _lines(self, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
        """The newest lines of the log, each with its number in all of it."""
        data = data_of(self._log_of(path)) or b""
        lines = list(enumerate(data.decode("utf-8", "replace").splitlines()))
        for number, line in lines[-MOST:]:
            try:
                yield number, json.loads(line)
            except ValueError:
                yield number, {"undoes": "-1"}  # cut off where the machine died

    def _log(self, path: Path, before: bytes | None, after: bytes) -> None:
        told = {"at": time.time(), "save": self._save, "before": digest_of(before), "after": digest_of(after)}
        self._write(path, told)

    def _write(self, path: Path, line: dict[str, object]) -> None:
        log = self._log_of(path)
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def _log_of(self, path: Path) -> Path:
        name = blake2b(str(path).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return self._folder.parent / "logs" / f"{name}.jsonl"
