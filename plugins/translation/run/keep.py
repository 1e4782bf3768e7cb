"""Puts a file in its place whole, unless somebody has changed it in the meantime."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.cache.faults import faults_at
from plugins.cache.retry import retry


def data_of(path: Path) -> bytes | None:
    """The bytes of a file, ``None`` where there is none. Raises ``NotWritable`` where it cannot be read."""
    with faults_at(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def replaced(path: Path, data: bytes, expected: bytes | None) -> bool:
    """Writes ``data``; false, and nothing written, where the file no longer is as ``expected``.

    The new file lies beside the old one until it is whole, so that a full disk or a kill leaves the old
    one. Raises ``NoSpace``, ``NotWritable``.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with faults_at(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(fresh, data)
            if data_of(path) != expected:
                return False
            retry(fresh.replace, path)
        finally:
            fresh.unlink(missing_ok=True)
    return True


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
