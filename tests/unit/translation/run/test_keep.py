"""Catalogues are replaced whole, or left as they were."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest

from plugins.cache.errors import NoSpace
from plugins.translation.run.keep import data_of, replaced


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    """Where nothing stood."""
    path = tmp_path / "reports" / "kanada" / "nl.po"
    assert data_of(path) is None
    assert replaced(path, b"neu", None)
    assert path.read_bytes() == b"neu"


def test_a_file_changed_in_between_is_left_alone(tmp_path: Path) -> None:
    """The person's edit stays, also where the file was made or removed meanwhile."""
    path = tmp_path / "nl.po"
    path.write_bytes(b"edited")
    assert not replaced(path, b"ours", b"as it was")
    assert not replaced(path, b"ours", None)
    assert path.read_bytes() == b"edited"
    assert not replaced(tmp_path / "gone.po", b"ours", b"as it was")
    assert [p.name for p in tmp_path.iterdir()] == ["nl.po"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """And no torn one beside it."""
    path = tmp_path / "nl.po"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(NoSpace, match="no space left"):
            replaced(path, b"x" * 1000, b"old")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["nl.po"]
