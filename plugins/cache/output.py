"""An output folder: what must be made again, written whole, and tidied up once all went well."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.code import digest_file
from plugins.cache.digest import digest_bytes
from plugins.cache.errors import Blocked
from plugins.cache.faults import faults_at
from plugins.cache.fingerprint import Fingerprint
from plugins.cache.manifest import OutputManifest
from plugins.cache.output_folder import OutputFolder
from plugins.cache.outputs import row_of
from plugins.cache.reasons import OutputRow, Reason, Why, decide
from plugins.cache.replacement import inside, is_inside, place
from plugins.cache.stamp import FileStatus, Sort, Stamp
from plugins.cache.store import Store

_NOWHERE = Stamp(0, 0, 0, 0)
_ROWS_AT_ONCE = 2_000
"""Rows that may wait before they are written: a killed build compares that many files again."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a build did to its output. ``changed`` of the ``rendered`` had other bytes than before."""

    rendered: int
    changed: int
    reused: int
    removed: tuple[str, ...]


class Output:
    """One build's view of its output folder. Nothing is removed before ``commit``."""

    def __init__(self, root: Path, store: Store, *, fresh: bool = False) -> None:
        """Opens the folder ``root``, which is made if need be.

        ``fresh``: every output is made anew. Raises ``NotWritable``, ``Damaged``.
        """
        with faults_at(root):
            root.mkdir(parents=True, exist_ok=True)
        self.root = root
        self._store = store
        self._fresh = fresh
        self._rows = store.outputs(root)
        self._known = self._rows.all()
        self._manifest = OutputManifest(store.path, root)
        self._manifest.claim(p for p in self._known if p not in self._manifest.paths and is_inside(p))
        self._folder = OutputFolder(str(root), self._manifest.paths)
        self._wanted: set[str] = set()
        self._rendered = self._changed = self._reused = self._waiting = 0

    def reason(self, path: str, fingerprint: Fingerprint) -> Reason | None:
        """Why the output at ``path`` must be made again, or ``None``: then ``keep`` it.

        A file that only looks edited is read: if its bytes are those that were written, it stands.
        """
        raw = self._known.get(path)
        if raw is not None and raw[5] == fingerprint.digest and not self._fresh and self._folder.stands(path, raw):
            return None
        row = self._row(path)
        seen = self._folder.look(path)
        found = decide(row, fingerprint, seen, fresh=self._fresh)
        if found is None or found.why is not Why.EDITED or row is None or seen is None:
            return found
        if not self._as_written(row):
            return found
        self._rows.record(row._replace(stamp=seen.stamp, parts=self._rows.parts(path)))
        return None

    def explain(self, path: str, fingerprint: Fingerprint) -> Reason | None:
        """The same with every part of the fingerprint that differs; for one path, not for all."""
        found = self.reason(path, fingerprint)
        row = self._row(path)
        if found is None or row is None:
            return found
        row = row._replace(parts=self._rows.parts(path))
        return decide(row, fingerprint, self._folder.look(path), fresh=self._fresh)

    def keep(self, path: str) -> None:
        """Says that the output at ``path`` stands as it should."""
        self._want(path)
        self._reused += 1

    def ours(self, start: str) -> tuple[str, ...]:
        """The paths of ours that begin so, sorted."""
        return tuple(sorted(path for path in self._manifest.paths if path.startswith(start)))

    def status(self, path: str) -> FileStatus | None:
        """What stands at ``path``."""
        return self._folder.look(path)

    def prepare(self, paths: Iterable[str]) -> None:
        """Makes room for outputs, all at once, so that workers can ``place`` them.

        Notes them as ours first, so that a build killed after it leaves nothing unknown. Raises
        ``LeavesRoot``, ``Blocked``, ``NotWritable``, ``NoSpace``.
        """
        chosen = [inside(path) for path in paths]
        self._manifest.claim(chosen)
        for path in chosen:
            self._folder.make_room(path, self._wanted)

    def write(self, path: str, data: bytes, fingerprint: Fingerprint) -> bool:
        """Puts ``data`` at ``path`` and remembers it; whether the bytes there changed.

        Raises ``LeavesRoot``, ``Blocked``, ``NotWritable``, ``NoSpace``.
        """
        self.prepare((path,))
        stamp, changed = place(self._folder.root, path, data, self._folder.look(path))
        self.record(path, fingerprint, stamp, digest_bytes(data), changed=changed)
        return changed

    def record(self, path: str, fingerprint: Fingerprint, stamp: Stamp, digest: str, *, changed: bool) -> None:
        """Remembers an output that ``place`` has put there, here or in a worker."""
        self._want(path)
        self._rendered += 1
        self._changed += changed
        self._folder.put(path, FileStatus(Sort.FILE, stamp))
        self._rows.record(OutputRow(path, fingerprint.digest, stamp, digest, fingerprint.parts))
        self._waiting += 1
        if self._waiting >= _ROWS_AT_ONCE:
            self._store.flush()
            self._waiting = 0

    def commit(self) -> Tally:
        """Ends a build that went well: removes what is ours and no longer wanted, and writes the store.

        Raises ``NotWritable``, ``NoSpace``, ``Damaged``.
        """
        return self._end(self._manifest.paths - self._wanted)

    def settle(self, stale: Iterable[str] = ()) -> Tally:
        """Ends a build that made some outputs again, and had no others to look at. ``stale`` alone is removed.

        Raises ``NotWritable``, ``NoSpace``, ``Damaged``.
        """
        return self._end(self._manifest.paths.intersection(stale) - self._wanted)

    def _end(self, surplus: Set[str]) -> Tally:
        stale = sorted(surplus)
        removed = tuple(path for path in stale if self._folder.remove(path))
        self._rows.drop(stale)
        self._store.flush()
        self._manifest.release(stale)
        self._folder.leave()
        return Tally(self._rendered, self._changed, self._reused, removed)

    @property
    def manifest(self) -> Path:
        """The list of the files that are ours; where it is lost, a build has to find them again."""
        return self._manifest.path

    def stamps(self) -> dict[str, Stamp]:
        """The stamp of every output as it stands after ``commit``."""
        there = ((path, self._folder.look(path)) for path in self._wanted)
        return {path: seen.stamp for path, seen in there if seen is not None}

    def foreign(self) -> tuple[str, ...]:
        """What stands in the folder and is not ours, sorted; to be called after ``commit``.

        It was left alone. Looks at every file, unlike the rest. Raises ``NotWritable``.
        """
        return self._folder.foreign(self._manifest.paths)

    def _row(self, path: str) -> OutputRow | None:
        raw = self._known.get(path)
        if raw is None:
            return OutputRow(path, "", _NOWHERE, "") if path in self._manifest.paths else None
        return row_of(raw)

    def _as_written(self, row: OutputRow) -> bool:
        try:
            return digest_file(self._folder.full(row.path)) == row.digest
        except OSError:
            return False

    def _want(self, path: str) -> None:
        if path in self._wanted:
            raise Blocked(f"{path} was made twice in one build.", path)
        self._wanted.add(path)
