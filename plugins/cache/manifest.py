"""A list of the files that are ours in an output folder, which lies beside that folder.

It is written before a file is, so that a killed build leaves nothing behind that the next one
does not know; and since it outlives a cache that is lost, files are still removed that a
site no longer has. Where nothing can be written beside the output, it lies beside the store.
One block per claim: a line with checksum and length, then a path per line.
A block that is cut short or damaged ends the list; its files had not been written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from plugins.cache.faults import faults_at
from plugins.cache.replacement import is_inside
from plugins.cache.retry import retry

_LONGEST_HEAD = 32
"""Bytes in which the first line of a block must end."""


class OutputManifest:
    """The paths that are ours in one output folder."""

    def __init__(self, store: Path, root: Path) -> None:
        """The manifest of the output folder ``root``, made with that store; one is written when first needed."""
        self.path = _place(store, root.resolve())
        self._whole = True
        self.paths = self._read()

    def claim(self, paths: Iterable[str]) -> None:
        """Adds paths before anything is written there. Raises ``NotWritable``, ``NoSpace``."""
        new = [path for path in dict.fromkeys(paths) if path not in self.paths]
        if not new:
            return
        if not self._whole:
            self._rewrite()
        with faults_at(self.path), self.path.open("ab", buffering=0) as file:
            before = file.tell()
            try:
                _write(file.fileno(), _block(new))
            except BaseException:
                file.truncate(before)
                raise
        self.paths.update(new)

    def release(self, paths: Iterable[str]) -> None:
        """Takes paths off the list, after they have been removed. Raises ``NotWritable``, ``NoSpace``."""
        gone = self.paths.intersection(paths)
        if gone:
            self.paths -= gone
            self._rewrite()

    def _rewrite(self) -> None:
        with faults_at(self.path):
            fresh = self.path.with_name(self.path.name + ".part")
            fresh.write_bytes(_block(sorted(self.paths)))
            retry(fresh.replace, self.path)
        self._whole = True

    def _read(self) -> set[str]:
        with faults_at(self.path):
            data = self.path.read_bytes() if self.path.exists() else b""
        paths: set[str] = set()
        at = 0
        while at < len(data):
            start = data.find(b"\n", at, at + _LONGEST_HEAD) + 1
            try:
                checksum, size = (int(word, 16) for word in data[at:start].split())
            except ValueError:
                break
            body = data[start : start + size]
            if len(body) != size or crc32(body) != checksum:
                break
            paths.update(path for path in body.decode().split("\n")[:-1] if is_inside(path))
            at = start + size
        self._whole = at == len(data)
        return paths


def _place(store: Path, root: Path) -> Path:
    if root.name and os.access(root.parent, os.W_OK):
        return root.with_name(f".{root.name}.files")
    name = blake2b(os.fsencode(root), digest_size=6).hexdigest()
    return store.with_name(f"{store.name}.{name}.files")


def _block(paths: Iterable[str]) -> bytes:
    body = "".join(f"{path}\n" for path in paths).encode()
    return f"{crc32(body):08x} {len(body):x}\n".encode() + body


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
